/** The file opened by what it is, never by what it is called. */
import { open } from 'node:fs/promises';
import { textTable } from './csv/text-table';
import { MOST_FILE_BYTES } from './limits';
import { notATable, Refusal, tooLargeFile } from './refusal';
import type { Table } from './table';
import { workbookTable } from './xlsx/workbook';

/** A file on the disk of the server; `fileName` is what the person called it. */
export interface EvidenceFile {
  path: string;
  fileName: string;
  size: number;
}

export type FileForm = 'xlsx' | 'csv';

const OLE2 = 'd0cf11e0a1b11ae1';
/** How files begin that are no table: PDF, PNG, JPEG, GIF, gzip, RAR, 7z, bzip2, XZ, programs. */
const FOREIGN = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '52617221',
  '377abcaf',
  '425a68',
  'fd377a58',
  '4d5a',
  '7f454c46',
];
const TEXT_NAMES = /\.(?:csv|txt|tsv)$/i;

/** xlsx or csv. @throws Refusal: anything else */
export async function formOf(file: EvidenceFile): Promise<FileForm> {
  if (file.size > MOST_FILE_BYTES) throw tooLargeFile();
  if (file.size === 0) throw new Refusal('INVALID', 'Файл пуст. Выберите файл с таблицей.');
  const handle = await open(file.path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0).finally(() => handle.close());
  const beginning = buffer.subarray(0, bytesRead);
  const signature = beginning.toString('hex');
  if (signature.startsWith(OLE2)) {
    throw new Refusal(
      'UNSUPPORTED_TYPE',
      'Старый формат xls или файл с паролем. Сохраните его как «Книга Excel (.xlsx)» без пароля и загрузите снова.',
    );
  }
  if (signature.startsWith('504b0304')) return 'xlsx';
  if (FOREIGN.some((form) => signature.startsWith(form))) throw notATable();
  if (/^\s*(?:<!doctype|<html|<\?xml|<table)/i.test(beginning.toString('latin1').replace(/^\xef\xbb\xbf/, ''))) {
    throw new Refusal(
      'UNSUPPORTED_TYPE',
      'Это страница HTML или XML, хотя она и открывается в Excel. Сохраните её как «Книга Excel (.xlsx)» и загрузите снова.',
    );
  }
  if (!TEXT_NAMES.test(file.fileName)) throw notATable();
  return 'csv';
}

/** @throws Refusal when the file as a whole may not or cannot be read */
export async function openTable(file: EvidenceFile, onProgress?: (share: number) => void): Promise<Table> {
  const form = await formOf(file);
  return form === 'xlsx'
    ? workbookTable(file.path, file.size, onProgress)
    : textTable(file.path, file.size, onProgress);
}
