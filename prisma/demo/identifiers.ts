import { createHash } from 'node:crypto';

/** When the region's oldest things appeared, as far as identifiers tell. */
const BEGINNING = Date.UTC(2010, 0, 1);

/**
 * A repeatable identifier in the form of UUID version 7 (RFC 9562): `at` in its first 48 bits, so that what came later
 * sorts later; the rest from the key instead of chance.
 */
export function demoId(kind: string, key: string, at: Date = new Date(BEGINNING)): string {
  const bytes = createHash('sha256').update(`${kind}:${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
