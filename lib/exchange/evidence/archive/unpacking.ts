/** The contents of a part as a stream that stops at the limits. */
import { createReadStream } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { FREE_UNPACKED_BYTES, MOST_GROWTH, MOST_SMALL_PART_BYTES, MOST_UNPACKED_BYTES } from '../limits';
import { brokenWorkbook, tooLargeUnpacked } from '../refusal';
import type { Part } from './directory';

const CHUNK = 64 * 1024;

export interface Budget {
  take(bytes: number): void;
}

/** For a part that has been unpacked once and counted then. */
export const COUNTED_BEFORE: Budget = { take() {} };

/** What all parts of one file together may unpack to: 300 MB, and no more than 200 times what was packed. */
export class UnpackingBudget implements Budget {
  private unpacked = 0;
  private readonly most: number;

  constructor(packed: number) {
    this.most = Math.min(MOST_UNPACKED_BYTES, Math.max(FREE_UNPACKED_BYTES, packed * MOST_GROWTH));
  }

  take(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > this.most) throw tooLargeUnpacked();
  }
}

/** The unpacked bytes of a part; `onRead` hears how many packed bytes have gone in. */
export async function* unpacked(
  path: string,
  part: Part,
  budget: Budget,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  if (part.packed === 0) return;
  const packed = createReadStream(path, {
    start: part.start,
    end: part.start + part.packed - 1,
    highWaterMark: CHUNK,
  });
  if (onRead) packed.on('data', (chunk) => onRead(chunk.length));
  const contents = part.stored ? packed : packed.pipe(createInflateRaw({ chunkSize: CHUNK }));
  packed.on('error', (error) => contents.destroy(error));
  try {
    for await (const chunk of contents) {
      budget.take(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw brokenWorkbook();
    throw error;
  } finally {
    packed.destroy();
    contents.destroy();
  }
}

/** A small part as text. */
export async function partText(path: string, part: Part, budget: Budget): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(path, part, budget)) {
    size += chunk.length;
    if (size > MOST_SMALL_PART_BYTES) throw tooLargeUnpacked();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
