/** Tables as the bytes of files: csv as Russian Excel writes it, in UTF-8 or the old Windows encoding, and xlsx. */
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, DemoTable } from './demo-file';

const BYTE_ORDER_MARK = '\ufeff';

const written = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};

function csvText({ header, rows }: DemoTable): string {
  const lines = [header, ...rows].map((row) => row.map(written).join(';'));
  return `${lines.join('\r\n')}\r\n`;
}

/** UTF-8 with BOM, «;» between columns, decimal commas. */
export function asCsv(table: DemoTable): Uint8Array {
  return Buffer.from(BYTE_ORDER_MARK + csvText(table), 'utf8');
}

/** Windows-1251: Latin letters stand where they always do, Cyrillic ones in a row from 0xC0, and a few signs apart. */
const SIGNS_OF_1251 = new Map([
  ['Ё', 0xa8],
  ['ё', 0xb8],
  ['«', 0xab],
  ['»', 0xbb],
  ['№', 0xb9],
  ['–', 0x96],
  ['—', 0x97],
]);

function byteOf1251(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
  const sign = SIGNS_OF_1251.get(letter);
  if (sign === undefined) throw new Error(`no place in Windows-1251 for ${letter}`);
  return sign;
}

/** csv as old programs save it. */
export function asOldCsv(table: DemoTable): Uint8Array {
  const text = csvText(table);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = byteOf1251(text.charAt(index));
  return bytes;
}

/** A workbook of one sheet that begins with the header. */
export function asXlsx({ header, rows }: DemoTable, sheet: string): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: sheet, rows: [[...header], ...rows.map((row) => [...row])] }] });
}
