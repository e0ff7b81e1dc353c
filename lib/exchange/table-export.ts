/** A table as a file that a spreadsheet program opens: xlsx, or csv with BOM and «;» as Russian Excel expects it. */
import { type Cell, type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';

/** How the figures of a column are written; texts need none. `share` is 0..1 and is shown as per cent. */
export type FigureFormat = 'integer' | 'share' | 'decimal';

export interface ExportColumn {
  header: string;
  /** characters; 14 unless told */
  width?: number;
  format?: FigureFormat;
  /** columns of the table whose figures make this one: in xlsx a formula over them */
  sumOf?: readonly ExportColumn[];
}

export interface ExportTable {
  /** stands over the table in the xlsx and names its sheet */
  title: string;
  /** further lines under the title: school year, filters, who made it and when */
  notes?: readonly string[];
  columns: readonly ExportColumn[];
  /** null: an empty cell */
  rows: readonly (readonly (string | number | null)[])[];
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV_TYPE = 'text/csv; charset=utf-8';

export const NUMBER_FORMATS: Record<FigureFormat, string> = { integer: '0', share: '0.0%', decimal: '0.00' };
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A text that no spreadsheet program takes for a formula: a leading = + - @, tab or line break gets an apostrophe
 * (OWASP, CSV Injection).
 */
export function neutralText(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The table as csv: UTF-8 with BOM, «;», decimal commas, shares in per cent; the title and notes are left out. */
export function tableAsCsv(table: ExportTable): string {
  const lines = [
    table.columns.map((column) => csvText(column.header)),
    ...table.rows.map((row) => row.map((value, index) => csvCell(value, table.columns[index]?.format))),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.join(';')}\r\n`).join('');
}

function csvCell(value: string | number | null, format: FigureFormat | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return csvText(value);
  const written =
    format === 'share' ? (value * 100).toFixed(1) : format === 'decimal' ? value.toFixed(2) : String(value);
  return written.replace('.', ',');
}

function csvText(text: string): string {
  const safe = neutralText(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as an xlsx workbook of one sheet: title, notes, a header row that stays in sight and can filter. */
export async function tableAsXlsx(table: ExportTable): Promise<Uint8Array> {
  const above = [table.title, ...(table.notes ?? [])];
  const headerRow = above.length + 1;
  const rows: CellValue[][] = [
    ...above.map((line) => [neutralText(line)]),
    [],
    table.columns.map((column) => neutralText(column.header)),
    ...table.rows.map((row) => row.map((value) => (typeof value === 'string' ? neutralText(value) : value))),
  ];
  const columns: ColumnDef[] = table.columns.map((column) => ({
    width: column.width ?? 14,
    numFmt: column.format ? NUMBER_FORMATS[column.format] : undefined,
  }));
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { style: { font: { bold: true, size: 14 } } }],
    ...table.columns.map((_, index): [string, Partial<Cell>] => [
      `${headerRow},${index}`,
      { style: { font: { bold: true }, alignment: { wrapText: true } } },
    ]),
  ]);
  for (const [place, cell] of sumCells(table, headerRow + 1)) cells.set(place, cell);
  return writeXlsx({
    sheets: [
      {
        name: sheetName(table.title),
        columns,
        rows,
        cells,
        freezePane: { rows: headerRow + 1 },
        autoFilter: { range: `A${headerRow + 1}:${columnLetter(table.columns.length - 1)}${rows.length}` },
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  });
}

/** Sums of columns as formulas, by place «row,column»; where a row has no sum, or the columns do not make it, it stays as it is. */
function sumCells({ columns, rows }: ExportTable, firstRow: number): [string, Partial<Cell>][] {
  return columns.flatMap(({ sumOf, format }, at) => {
    const parts = (sumOf ?? []).map((part) => columns.indexOf(part));
    if (parts.length === 0 || parts.includes(-1)) return [];
    return rows.flatMap((row, index): [string, Partial<Cell>][] => {
      const made = parts.reduce((sum, part) => sum + Number(row[part] ?? 0), 0);
      if (row[at] !== made) return [];
      const formula = `SUM(${parts.map((part) => `${columnLetter(part)}${firstRow + index + 1}`).join(',')})`;
      return [
        [
          `${firstRow + index},${at}`,
          { formula, formulaResult: made, ...(format && { style: { numFmt: NUMBER_FORMATS[format] } }) },
        ],
      ];
    });
  });
}

/** Excel allows 31 characters in the name of a sheet and none of []:*?/\ */
function sheetName(title: string): string {
  return (
    title
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'Таблица'
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** An answer that the browser saves as a file with a Russian name. */
export function fileResponse(body: Uint8Array | string, type: string, name: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: fileHeaders(type, name) });
}

/** The headers of such an answer. */
export function fileHeaders(type: string, name: string): Record<string, string> {
  const plain = name.replaceAll(/[^\w.-]+/g, '_');
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
