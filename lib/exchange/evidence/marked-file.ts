/** The file given back with its faults marked: xlsx as xlsx, csv as csv, both with the column «Что исправить». */
import { Readable } from 'node:stream';
import { done, type Outcome } from '@/lib/domain/failure';
import { CSV_TYPE, neutralText, XLSX_TYPE } from '../table-export';
import { type NewPart, packed } from './archive/packing';
import { FAULTS_HEADER, type MarkedRow, STYLES_XML, sheetXml } from './marked-sheet';
import { type EvidenceFile, formOf, openTable } from './opening';
import { Refusal } from './refusal';
import { cellText, parseCellName, type Table, type TableRow, type TableSheet } from './table';

export interface CellMark {
  sheet: string;
  cell: string;
  message: string;
}

export interface MarkedFile {
  name: string;
  type: string;
  contents: Readable;
}

/** @returns the refusal of the file when it can no longer be read */
export async function markedFile(file: EvidenceFile, faults: readonly CellMark[]): Promise<Outcome<MarkedFile>> {
  try {
    const form = await formOf(file);
    const table = await openTable(file);
    const name = `${file.fileName.replace(/\.[^.]*$/, '')} — исправить.${form}`;
    const contents = form === 'xlsx' ? packed(workbookParts(table, faults)) : csvText(table, faults);
    return done({ name, type: form === 'xlsx' ? XLSX_TYPE : CSV_TYPE, contents: Readable.from(contents) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Faults by row of one sheet. */
function marksOf(sheet: TableSheet, faults: readonly CellMark[]): Map<number, MarkedRow> {
  const rows = new Map<number, { columns: Set<number>; messages: string[] }>();
  for (const fault of faults) {
    const place = fault.sheet === sheet.name ? parseCellName(fault.cell.split(':')[0] ?? '') : null;
    if (!place) continue;
    const row = rows.get(place.row) ?? { columns: new Set<number>(), messages: [] };
    row.columns.add(place.column);
    row.messages.push(`${fault.cell}: ${fault.message}`);
    rows.set(place.row, row);
  }
  return rows;
}

interface Extent {
  columns: number;
  /** the row before the first faulty one that is as wide as any: the header, most likely */
  headerRow: number;
}

/** How wide a sheet is, and which row gets the title of the new column. */
async function extentOf(sheet: TableSheet, marks: ReadonlyMap<number, MarkedRow>): Promise<Extent> {
  const firstFault = Math.min(...marks.keys());
  let columns = 0;
  let headerRow = 0;
  let widest = 0;
  for await (const batch of sheet.batches()) {
    for (const { number, cells } of batch) {
      columns = Math.max(columns, cells.length);
      if (number < firstFault && number <= 60 && cells.length > widest) {
        widest = cells.length;
        headerRow = number;
      }
    }
  }
  for (const { columns: faulty } of marks.values())
    columns = Math.max(columns, ...[...faulty].map((column) => column + 1));
  return { columns, headerRow };
}

async function* workbookParts(table: Table, faults: readonly CellMark[]): AsyncGenerator<NewPart> {
  const namespace = 'http://schemas.openxmlformats.org';
  const sheets = table.sheets.map((sheet, index) => ({ sheet, id: index + 1 }));
  const types = `${namespace}/package/2006/content-types`;
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  yield xmlPart(
    '[Content_Types].xml',
    `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>${sheets.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${main}.worksheet+xml"/>`).join('')}</Types>`,
  );
  const relations = `${namespace}/package/2006/relationships`;
  const office = `${namespace}/officeDocument/2006/relationships`;
  yield xmlPart(
    '_rels/.rels',
    `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  yield xmlPart(
    'xl/workbook.xml',
    `<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${sheets.map(({ sheet, id }) => `<sheet name="${attributeText(sheet.name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
  );
  yield xmlPart(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${relations}">${sheets.map(({ id }) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield { name: 'xl/styles.xml', contents: [STYLES_XML] };
  for (const { sheet, id } of sheets) {
    const marks = marksOf(sheet, faults);
    const { columns, headerRow } = await extentOf(sheet, marks);
    yield { name: `xl/worksheets/sheet${id}.xml`, contents: sheetXml(sheet.batches(), marks, columns, headerRow) };
  }
}

function xmlPart(name: string, xml: string): NewPart {
  return { name, contents: [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`] };
}

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

async function* csvText(table: Table, faults: readonly CellMark[]): AsyncGenerator<string> {
  yield '\ufeff';
  for (const sheet of table.sheets) {
    const marks = marksOf(sheet, faults);
    const { columns, headerRow } = await extentOf(sheet, marks);
    let last = 0;
    for await (const batch of sheet.batches()) {
      for (const row of batch) {
        // empty rows keep their place, so that cells keep their names
        yield '\r\n'.repeat(Math.min(1_000, row.number - last - 1)) +
          csvLine(row, marks.get(row.number), columns, headerRow);
        last = row.number;
      }
    }
  }
}

function csvLine({ number, cells }: TableRow, mark: MarkedRow | undefined, columns: number, headerRow: number): string {
  const advice = mark ? mark.messages.join(' ') : number === headerRow ? FAULTS_HEADER : '';
  const texts = Array.from({ length: columns }, (_, column) => cellText(cells[column]));
  return `${[...texts, advice].map(csvCell).join(';')}\r\n`;
}

/** A number keeps its minus; everything else that a spreadsheet program could take for a formula does not act. */
function csvCell(text: string): string {
  const safe = /^-\d+(?:[.,]\d+)?$/.test(text) ? text : neutralText(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
