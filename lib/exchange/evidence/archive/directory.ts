/** The list of parts of a zip archive on disk, read from its end; nothing is unpacked here. */
import type { FileHandle } from 'node:fs/promises';
import { MOST_DIRECTORY_BYTES, MOST_PARTS, MOST_UNPACKED_BYTES } from '../limits';
import { brokenWorkbook, Refusal, tooLargeUnpacked } from '../refusal';

const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const LONGEST_END = 65_557;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

export interface Part {
  name: string;
  stored: boolean;
  packed: number;
  /** as the archive declares it; what is unpacked is counted all the same */
  size: number;
  crc: number;
  /** where its bytes begin in the file */
  start: number;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw brokenWorkbook();
    read += bytesRead;
  }
  return bytes;
}

/** All parts by name. @throws Refusal when the archive is broken, encrypted, too manifold or its parts overlap */
export async function partsOf(file: FileHandle, size: number): Promise<Map<string, Part>> {
  const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw brokenWorkbook();
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MOST_PARTS || length > MOST_DIRECTORY_BYTES) {
    throw new Refusal('TOO_LARGE', 'В файле слишком много частей. Оставьте в нём только листы с данными.');
  }
  if (offset + length > size) throw brokenWorkbook();
  const entries = entriesOf(await bytesAt(file, offset, length), count);
  if (entries.reduce((all, entry) => all + entry.size, 0) > MOST_UNPACKED_BYTES) throw tooLargeUnpacked();
  const parts = new Map<string, Part>();
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    // parts that lie over each other are how a small archive unpacks to terabytes
    if (entry.offset < free || entry.offset + 30 > size || parts.has(entry.name)) throw brokenWorkbook();
    const local = await bytesAt(file, entry.offset, 30);
    if (local.readUInt32LE(0) !== LOCAL_ENTRY) throw brokenWorkbook();
    const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
    free = start + entry.packed;
    if (free > offset) throw brokenWorkbook();
    parts.set(entry.name, { ...entry, start });
  }
  return parts;
}

function entriesOf(directory: Buffer, count: number): (Omit<Part, 'start'> & { offset: number })[] {
  const entries: (Omit<Part, 'start'> & { offset: number })[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL_ENTRY) throw brokenWorkbook();
    const nameLength = directory.readUInt16LE(at + 28);
    const method = directory.readUInt16LE(at + 10);
    if (directory.readUInt16LE(at + 8) & ENCRYPTED) {
      throw new Refusal('UNSUPPORTED_TYPE', 'Файл защищён паролем. Снимите пароль, сохраните и загрузите снова.');
    }
    if (method !== STORED && method !== DEFLATED) throw brokenWorkbook();
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      stored: method === STORED,
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
