/** Which encoding a text file is in, found from all of its bytes. */
import { createReadStream } from 'node:fs';
import { Refusal } from '../refusal';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

const unknownEncoding = () =>
  new Refusal(
    'INVALID',
    'Не удалось понять кодировку файла. Сохраните его в Excel как «CSV UTF-8» или «Книга Excel (.xlsx)» и загрузите снова.',
  );
const binary = () =>
  new Refusal('UNSUPPORTED_TYPE', 'Это не текстовая таблица: в файле двоичные данные. Портал читает xlsx и csv.');

/**
 * By its byte order mark; else UTF-8 when all bytes are UTF-8; else windows-1251 when nearly all bytes above ASCII are
 * Russian letters and signs in it. @throws Refusal for anything else, and for bytes that no text has
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const counts = new Uint32Array(256);
  let isUtf8 = true;
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
    first = false;
    if (chunk.includes(0)) throw binary();
    if (isUtf8) isUtf8 = decodes(utf8, chunk);
    for (const byte of chunk) counts[byte] = (counts[byte] ?? 0) + 1;
  }
  if (isUtf8 && decodes(utf8)) return 'utf-8';
  if (share(counts, isRussianIn1251) >= 0.95 && sum(counts, isLower) > 0) return 'windows-1251';
  throw unknownEncoding();
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

const isLower = (byte: number) => byte >= 0xe0;
// А–я, Ёё, «», №, dashes, the non-breaking space, quotes, §, °, …
const SIGNS = new Set([0xa8, 0xb8, 0xab, 0xbb, 0xb9, 0x96, 0x97, 0xa0, 0x93, 0x94, 0x84, 0x85, 0xa7, 0xb0, 0x91, 0x92]);
const isRussianIn1251 = (byte: number) => byte >= 0xc0 || SIGNS.has(byte);

function sum(counts: Uint32Array, counted: (byte: number) => boolean): number {
  return counts.reduce((all, count, byte) => (byte >= 0x80 && counted(byte) ? all + count : all), 0);
}

function share(counts: Uint32Array, counted: (byte: number) => boolean): number {
  return (
    sum(counts, counted) /
    Math.max(
      1,
      sum(counts, () => true),
    )
  );
}
