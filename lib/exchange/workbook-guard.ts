/**
 * What a workbook from outside must get past before it is read: its size, what it unpacks to, no macros, no entities.
 * hucre bounds one part of the archive at 2 GiB, too late for a server; here the whole of it is bounded first.
 */
import { inflateRawSync } from 'node:zlib';
import { done, failed, type Outcome } from '@/lib/domain/failure';

export const MOST_WORKBOOK_BYTES = 2 * 1024 * 1024;
// a card unpacks to a tenth of a megabyte; reading 8 MB of hostile XML takes less than a second
const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 500;

const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_OF_DIRECTORY = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;

const OLE2 = 'd0cf11e0a1b11ae1';
const MACROS = /vbaProject|activeX|embeddings\/|macrosheets\//i;
const MACRO_TYPES = /macroEnabled|vbaProject/i;

const notAWorkbook = () =>
  failed(
    'UNSUPPORTED_TYPE',
    'Это не таблица xlsx. Сохраните файл в Excel как «Книга Excel (.xlsx)» и загрузите снова.',
  );
const broken = () =>
  failed('UNSUPPORTED_TYPE', 'Файл xlsx повреждён. Откройте его в Excel, сохраните и загрузите снова.');

/**
 * The file itself when it may be read: TOO_LARGE over 2 MB or when it unpacks to more than 8 MB, UNSUPPORTED_TYPE when
 * it is no xlsx, is encrypted, carries macros or embedded objects, or declares XML entities.
 */
export function guardedWorkbook(bytes: Uint8Array): Outcome<Uint8Array> {
  if (bytes.byteLength > MOST_WORKBOOK_BYTES) {
    return failed(
      'TOO_LARGE',
      'Файл больше 2 МБ. Загрузите бланк, скачанный на этой странице, без картинок и других листов.',
    );
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('hex') === OLE2) {
    return failed(
      'UNSUPPORTED_TYPE',
      'Старый формат xls или файл с паролем. Сохраните его как xlsx без пароля и загрузите снова.',
    );
  }
  if (file.length < 22 || file.readUInt32LE(0) !== LOCAL_ENTRY) return notAWorkbook();
  try {
    return guardedParts(file) ?? done(bytes);
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error)) return broken();
    throw error;
  }
}

interface Part {
  name: string;
  method: number;
  packed: number;
  offset: number;
}

/** The refusal that one of the parts calls for; null: all of them may be read. */
function guardedParts(file: Buffer): Outcome<never> | null {
  const parts = partsOf(file);
  if (parts === null) return broken();
  if (!parts.some(({ name }) => name === '[Content_Types].xml')) return notAWorkbook();
  if (parts.some(({ name }) => MACROS.test(name))) return withMacros();
  let left = MOST_UNPACKED_BYTES;
  for (const part of parts) {
    const contents = unpacked(file, part, left);
    if (contents === 'too large')
      return failed('TOO_LARGE', 'Файл после распаковки слишком велик. Загрузите бланк, скачанный на этой странице.');
    if (contents === null) return broken();
    left -= contents.length;
    if (part.name === '[Content_Types].xml' && MACRO_TYPES.test(contents.toString('latin1'))) return withMacros();
    if (/<!(DOCTYPE|ENTITY)/i.test(contents.toString('latin1'))) return broken();
  }
  return null;
}

const withMacros = () =>
  failed(
    'UNSUPPORTED_TYPE',
    'В файле есть макросы или вложенные объекты. Сохраните его как «Книга Excel (.xlsx)» без макросов.',
  );

/** The central directory; null when it is broken, of the 64-bit kind, or has too many entries. */
function partsOf(file: Buffer): Part[] | null {
  let end = file.length - 22;
  while (end >= 0 && end >= file.length - 65_557 && file.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0 || file.readUInt32LE(end) !== END_OF_DIRECTORY) return null;
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return null;
  const parts: Part[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== CENTRAL_ENTRY) return null;
    const nameLength = file.readUInt16LE(at + 28);
    parts.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function unpacked(file: Buffer, part: Part, most: number): Buffer | 'too large' | null {
  if (file.readUInt32LE(part.offset) !== LOCAL_ENTRY) return null;
  const start = part.offset + 30 + file.readUInt16LE(part.offset + 26) + file.readUInt16LE(part.offset + 28);
  if (start + part.packed > file.length) return null;
  const packed = file.subarray(start, start + part.packed);
  if (part.method === STORED) return packed.length > most ? 'too large' : packed;
  if (part.method !== DEFLATED) return null;
  if (packed.length === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return error instanceof RangeError ? 'too large' : null;
  }
}
