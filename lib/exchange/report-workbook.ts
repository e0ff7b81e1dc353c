/**
 * A workbook whose sums are formulas over its own sheets: whoever changes a figure sees what becomes of the sums. Each
 * formula carries the value that it had when the file was made, for programs that show and do not calculate.
 */
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { steadyOffice } from './steady-zip';
import { columnLetter, type ExportColumn, NUMBER_FORMATS, neutralText } from './table-export';

export interface Formula {
  /** without the sign of equality; names of functions in English, as the format has them */
  formula: string;
  /** null: the formula gives an empty text */
  value: number | null;
}

/** A head may be a number that formulas look for. */
export type SheetColumn = Omit<ExportColumn, 'header'> & {
  header: string | number;
  /** centred: short figures that stand before a text; wrapped: sentences */
  looks?: 'centred' | 'wrapped';
};

/** null: an empty cell. */
export type SheetCell = string | number | null | Formula;

export interface ReportSheet {
  /** formulas name the sheet by it: at most 31 characters, none of []:*?/\ */
  name: string;
  title: string;
  notes: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
  /** under the rows and out of the filter */
  totals?: readonly SheetCell[];
}

/** Where a sheet's rows begin, counted from 1: title, notes, an empty line and the head stand above. */
export const firstRow = ({ notes }: Pick<ReportSheet, 'notes'>): number => notes.length + 4;

/** A column of a sheet from its first to its last row, for formulas of other sheets: «'Данные ГИА'!$D$6:$D$90». */
export function rangeOf(sheet: Pick<ReportSheet, 'name' | 'notes' | 'rows'>, column: number): string {
  const [letter, first] = [columnLetter(column), firstRow(sheet)];
  // without rows the empty line under the head, which adds nothing
  const last = Math.max(first, first + sheet.rows.length - 1);
  return `'${sheet.name.replaceAll("'", "''")}'!$${letter}$${first}:$${letter}$${last}`;
}

/** A column of the sheet itself, for its totals: «D6:D90». */
export function ownRange(sheet: Pick<ReportSheet, 'notes' | 'rows'>, column: number): string {
  const [letter, first] = [columnLetter(column), firstRow(sheet)];
  return `${letter}${first}:${letter}${Math.max(first, first + sheet.rows.length - 1)}`;
}

/** A cell of the sheet itself in its row with this index: «$A7». */
export function ownCell(sheet: Pick<ReportSheet, 'notes'>, row: number, column: number): string {
  return `$${columnLetter(column)}${firstRow(sheet) + row}`;
}

/** The file's bytes; the same sheets and moment give the same ones. */
export async function reportWorkbook(
  sheets: readonly ReportSheet[],
  { title, author, madeAt }: { title: string; author: string; madeAt: Date },
): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: sheets.map(writtenSheet),
    properties: { title, creator: author, created: madeAt, modified: madeAt },
  });
  return steadyOffice(bytes, madeAt);
}

const isFormula = (cell: SheetCell): cell is Formula => typeof cell === 'object' && cell !== null;

function writtenSheet(sheet: ReportSheet): WriteSheet {
  const { name, title, notes, columns, totals } = sheet;
  const lines = [...sheet.rows, ...(totals ? [totals] : [])];
  const head = firstRow(sheet) - 2;
  const rows: CellValue[][] = [
    ...[title, ...notes].map((line) => [neutralText(line)]),
    [],
    columns.map(({ header }) => (typeof header === 'string' ? neutralText(header) : header)),
    ...lines.map((row) =>
      row.map((cell) => (isFormula(cell) ? null : typeof cell === 'string' ? neutralText(cell) : cell)),
    ),
  ];
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: { font: { ...BOLD, size: 14 } } }]]);
  // the looks of the first column are not those of the notes
  for (const line of notes.keys()) cells.set(`${line + 1},0`, { style: { alignment: { horizontal: 'left' } } });
  for (const column of columns.keys()) cells.set(`${head},${column}`, { style: HEAD });
  lines.forEach((row, at) => {
    const last = totals !== undefined && at === lines.length - 1;
    row.forEach((cell, column) => {
      const style = { ...styleOf(columns[column]), ...(last && { font: BOLD }) };
      const formula = isFormula(cell) && { formula: cell.formula, formulaResult: cell.value ?? '' };
      if (formula || last) cells.set(`${head + 1 + at},${column}`, { style, ...formula });
    });
  });
  return {
    ...{ name, rows, cells },
    columns: columns.map((column) => ({ width: column.width ?? 14, style: styleOf(column) })),
    rowDefs: new Map([[head, { height: HEAD_HEIGHT }], ...sentenceHeights(sheet, head + 1)]),
    freezePane: { rows: head + 1 },
    ...(columns.length > 1 && {
      autoFilter: { range: `A${head + 1}:${columnLetter(columns.length - 1)}${head + 1 + sheet.rows.length}` },
    }),
    pageSetup: {
      ...{ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
  };
}

/** Points: two lines, since programs do not measure a head that they are given. */
const HEAD_HEIGHT = 32;
const LINE_HEIGHT = 15;
// a font without a name is another one in some programs
const BOLD = { name: 'Calibri', size: 11, bold: true };
const HEAD: CellStyle = {
  font: BOLD,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E0EFF3' } },
  alignment: { wrapText: true, vertical: 'center' },
};

/** Heights of rows with sentences that do not fit in one line; programs do not measure what they are given. */
function sentenceHeights({ columns, rows }: ReportSheet, first: number): [number, { height: number }][] {
  return rows.flatMap((row, at): [number, { height: number }][] => {
    const lines = row.map((cell, column) => {
      const { looks, width = 14 } = columns[column] ?? {};
      return looks === 'wrapped' && typeof cell === 'string' ? Math.ceil(cell.length / width) : 1;
    });
    const most = Math.max(1, ...lines);
    return most > 1 ? [[first + at, { height: LINE_HEIGHT * most }]] : [];
  });
}

function styleOf(column: SheetColumn | undefined): CellStyle {
  return {
    ...(column?.format && { numFmt: NUMBER_FORMATS[column.format] }),
    ...(column?.looks === 'centred' && { alignment: { horizontal: 'center' } }),
    ...(column?.looks === 'wrapped' && { alignment: { wrapText: true, vertical: 'top' } }),
  };
}
