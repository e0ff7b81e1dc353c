/** The parts of an office file, unpacked once under a bound: what an archive says of its own sizes is not believed. */
import { inflateRawSync } from 'node:zlib';

const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Macros and embedded programs of an office file, told by the names of its parts. */
const DANGEROUS = /vbaProject|activeX|macrosheets\/|embeddings\/|^(Basic|Scripts)\//i;

/** The parts whose names are wanted; 'dangerous' with macros or unpacking without end, 'broken' when it is no whole zip. */
export function archiveParts(file: Buffer, wanted: RegExp): Map<string, Buffer> | 'dangerous' | 'broken' {
  const parts = new Map<string, Buffer>();
  try {
    let end = file.length - 22;
    while (end >= 0 && end >= file.length - 65_557 && file.readUInt32LE(end) !== 0x06054b50) end--;
    if (end < 0 || file.readUInt32LE(end) !== 0x06054b50) return 'broken';
    const count = file.readUInt16LE(end + 10);
    let at = file.readUInt32LE(end + 16);
    let left = MOST_UNPACKED_BYTES;
    for (let index = 0; index < count; index++) {
      if (file.readUInt32LE(at) !== 0x02014b50) return 'broken';
      const nameLength = file.readUInt16LE(at + 28);
      const name = file.toString('utf8', at + 46, at + 46 + nameLength);
      if (DANGEROUS.test(name)) return 'dangerous';
      const offset = file.readUInt32LE(at + 42);
      const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
      const packed = file.subarray(start, start + file.readUInt32LE(at + 20));
      const method = file.readUInt16LE(at + 10);
      if (method !== 0 && method !== 8) return 'broken';
      const contents = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
      left -= contents.length;
      if (left <= 0) return 'dangerous';
      if (wanted.test(name)) parts.set(name, contents);
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return parts;
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'dangerous' : 'broken';
  }
}
