/**
 * A sheet with its faults marked: the values of the file, a colour on each faulty cell, and what to do about them in the
 * last column, «Что исправить». Formulas are gone, their values stay.
 */
import { type Cell, cellName, cellText, columnLetter, type TableRow } from './table';

export const FAULTS_HEADER = 'Что исправить';
const PLAIN = 0;
const FAULTY = 1;
const ADVICE = 2;
const DATE = 3;
const FAULTY_DATE = 4;

/** Messages of a row, and the columns of it that are at fault. */
export interface MarkedRow {
  columns: ReadonlySet<number>;
  messages: readonly string[];
}

/** The part of the workbook that describes the styles which `sheetXml` uses. */
export const STYLES_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fillId="2" applyFill="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="14" fillId="2" applyNumberFormat="1" applyFill="1"/></cellXfs></styleSheet>`;

/** The XML of a sheet; `faultsColumn`: where «Что исправить» stands, `headerRow`: the row that gets its title. */
export async function* sheetXml(
  batches: AsyncIterable<readonly TableRow[]>,
  marks: ReadonlyMap<number, MarkedRow>,
  faultsColumn: number,
  headerRow: number,
): AsyncGenerator<string> {
  const width = `<cols><col min="${faultsColumn + 1}" max="${faultsColumn + 1}" width="70" customWidth="1"/></cols>`;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${width}<sheetData>`;
  for await (const batch of batches) {
    yield batch.map((row) => rowXml(row, marks.get(row.number), faultsColumn, headerRow)).join('');
  }
  yield '</sheetData></worksheet>';
}

function rowXml(
  { number, cells }: TableRow,
  mark: MarkedRow | undefined,
  faultsColumn: number,
  headerRow: number,
): string {
  const columns = Math.max(cells.length, ...(mark ? [...mark.columns].map((column) => column + 1) : []));
  let xml = '';
  for (let column = 0; column < columns; column++) {
    xml += cellXml(cells[column] ?? null, cellName(number, column), mark?.columns.has(column) ?? false);
  }
  const advice = mark ? mark.messages.join(' ') : number === headerRow ? FAULTS_HEADER : '';
  if (advice !== '') xml += textXml(advice, `${columnLetter(faultsColumn)}${number}`, ADVICE);
  return `<row r="${number}">${xml}</row>`;
}

function cellXml(cell: Cell, name: string, isFaulty: boolean): string {
  const style = isFaulty ? FAULTY : PLAIN;
  if (typeof cell === 'number') return `<c r="${name}" s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === 'object' && cell !== null && 'date' in cell) {
    const serial = Math.round(Date.parse(cell.date) / 86_400_000) + 25_569;
    return `<c r="${name}" s="${isFaulty ? FAULTY_DATE : DATE}"><v>${serial}</v></c>`;
  }
  const text = cellText(cell);
  if (text === '') return isFaulty ? `<c r="${name}" s="${FAULTY}"/>` : '';
  return textXml(text, name, style);
}

/** A text as a text: what a spreadsheet program may never take for a formula. */
function textXml(text: string, name: string, style: number): string {
  const safe = text
    .toWellFormed()
    // what XML does not allow
    .replace(/[^\P{Cc}\t\n\r]|\ufffe|\uffff/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe}</t></is></c>`;
}
