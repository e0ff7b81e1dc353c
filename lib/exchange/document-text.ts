/** What a pdf, docx or xlsx says, for the search: bounded in size and time, '' when nothing can be read of it. */
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_LETTERS = 300_000;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const MOST_PAGES = 500;
const LONGEST_MS = 10_000;

/** Macros and embedded programs of an office file, told by the names of its parts. */
const DANGEROUS = /vbaProject|activeX|macrosheets\/|embeddings\//i;

export type ReadDocument = { text: string } | 'dangerous' | 'broken';

/** The text of a file; 'dangerous' with macros or unpacking without end, 'broken' when its archive is. */
export async function documentText(path: string, mediaType: string): Promise<ReadDocument> {
  if (mediaType !== DOCX && mediaType !== XLSX && mediaType !== 'application/pdf') return { text: '' };
  const bytes = await readFile(path);
  if (mediaType !== 'application/pdf') {
    const state = archiveState(bytes);
    if (state !== 'ok') return state;
  }
  const text = await inTime(read(bytes, mediaType)).catch(() => '');
  return { text: plain(text) };
}

async function read(bytes: Buffer, mediaType: string): Promise<string> {
  if (mediaType === DOCX) return (await mammoth.extractRawText({ buffer: bytes })).value;
  if (mediaType === XLSX) {
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    return sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell ?? '').join(' ')).join('\n')).join('\n');
  }
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  try {
    return pdf.numPages > MOST_PAGES ? '' : (await extractText(pdf, { mergePages: true })).text;
  } finally {
    await pdf.cleanup();
  }
}

/** Without signs that PostgreSQL refuses or that mark what a search found. */
const plain = (text: string): string =>
  text
    .replace(/[\0\uE000-\uF8FF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS);

function inTime(work: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(''), LONGEST_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Unpacks every part once under a bound: what an archive says of its own sizes is not believed. */
function archiveState(file: Buffer): 'ok' | 'dangerous' | 'broken' {
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
      left -= method === 0 ? packed.length : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length;
      if (left <= 0) return 'dangerous';
      at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return 'ok';
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'dangerous' : 'broken';
  }
}
