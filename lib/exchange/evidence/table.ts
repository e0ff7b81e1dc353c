/** A table as the readers see it, whatever file it came in: sheets of rows that stream by. */

/** A day, of a cell that a spreadsheet program shows as a date: «2020-05-28». */
export interface DateCell {
  date: string;
}

/** A cell that says nothing: a formula without a value, an error; `trouble` says it in Russian. */
export interface TroubleCell {
  trouble: string;
}

export type Cell = string | number | null | DateCell | TroubleCell;

export interface TableRow {
  /** of the file, from 1 */
  number: number;
  /** by column, from 0; what is missing at the end is empty */
  cells: Cell[];
}

/** Merged cells; rows from 1, columns from 0, both ends within. */
export interface Merge {
  range: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface TableSheet {
  /** empty for csv */
  name: string;
  merges: readonly Merge[];
  /** rows that are not empty, some at a time */
  batches(): AsyncIterable<TableRow[]>;
}

export interface Table {
  sheets: TableSheet[];
  /** sheets that are not read, and why */
  passedOver: { sheet: string; message: string }[];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** «D12»; rows count from 1, columns from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}

/** «D12» → column 3, row 12; null when it is no name of a cell. */
export function parseCellName(name: string): { column: number; row: number } | null {
  let column = 0;
  let at = 0;
  for (; at < name.length; at++) {
    const letter = name.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 1_000_000) return null;
  }
  const row = Number(name.slice(at));
  return at === 0 || !Number.isInteger(row) || row < 1 ? null : { column: column - 1, row };
}

/** A cell as text: numbers without a tail of zeros, dates as «2020-05-28», what says nothing as an empty text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return String(cell);
  return 'date' in cell ? cell.date : '';
}

const kept = new Map<string, string>();

/**
 * The text as a string of its own. A slice keeps the whole chunk that it was cut from, so what outlives its row (a
 * school's name in a fact) would hold the file in memory.
 */
export function ownText(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const own = Buffer.from(text, 'utf16le').toString('utf16le');
  if (kept.size >= 5_000) kept.clear();
  kept.set(own, own);
  return own;
}
