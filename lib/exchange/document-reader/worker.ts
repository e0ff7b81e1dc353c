/** Reads one file in a thread of its own and ends: what a hostile file costs, it costs here. Run by ../document-text.ts. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { archiveParts } from './archive';
import { MEDIA_TYPES } from './media-types';
import { wordsOfBytes, wordsOfXml } from './plain-words';

const MOST_LETTERS = 300_000;
const MOST_PAGES = 500;

type Read = { text: string } | 'dangerous' | 'broken';

/** Parts of an office file that hold its words. */
const WORDS: Readonly<Record<string, RegExp>> = {
  [MEDIA_TYPES.odt]: /^content\.xml$/,
  [MEDIA_TYPES.ods]: /^content\.xml$/,
  [MEDIA_TYPES.pptx]: /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/,
};

async function read(path: string, mediaType: string): Promise<Read> {
  const bytes = readFileSync(path);
  if (mediaType === MEDIA_TYPES.pdf) return { text: plain(await pdfText(bytes).catch(() => '')) };
  if (mediaType === MEDIA_TYPES.txt || mediaType === MEDIA_TYPES.csv) return { text: plain(wordsOfBytes(bytes) ?? '') };
  const parts = archiveParts(bytes, WORDS[mediaType] ?? /^$/);
  if (typeof parts === 'string') return parts;
  return { text: plain(await officeText(bytes, mediaType, parts).catch(() => '')) };
}

async function officeText(bytes: Buffer, mediaType: string, parts: Map<string, Buffer>): Promise<string> {
  if (mediaType === MEDIA_TYPES.docx) return (await mammoth.extractRawText({ buffer: bytes })).value;
  if (mediaType === MEDIA_TYPES.xlsx) {
    const { sheets } = await readXlsx(new Uint8Array(bytes));
    return sheets.map(({ rows }) => rows.map((row) => row.map((cell) => cell ?? '').join(' ')).join('\n')).join('\n');
  }
  const inOrder = [...parts].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return inOrder.map(([, part]) => wordsOfXml(part.toString('utf8'))).join(' ');
}

async function pdfText(bytes: Buffer): Promise<string> {
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

const { path, mediaType } = workerData as { path: string; mediaType: string };
parentPort?.postMessage(await read(path, mediaType));
