/** Files for the tests of the readers: csv in any encoding, workbooks by value or by XML, and what a reader says of them. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll } from 'vitest';
import type { ImportKind } from '@/lib/domain/evidence/import-kinds';
import type { Outcome } from '@/lib/domain/failure';
import { type EvidenceFile, type ReadEvent, type ReadingOptions, readEvidence } from '@/lib/exchange/evidence';

const written: string[] = [];
afterAll(async () => {
  await Promise.all(written.splice(0).map((path) => rm(path, { force: true })));
});

/** These bytes as a file on the disk. */
export function fileOf(contents: Uint8Array | string, fileName: string): EvidenceFile {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  const path = join(tmpdir(), `evidence-${randomUUID()}`);
  writeFileSync(path, bytes);
  written.push(path);
  return { path, fileName, size: bytes.byteLength };
}

export const csvFile = (lines: readonly string[], fileName = 'данные.csv') =>
  fileOf(`\ufeff${lines.join('\r\n')}\r\n`, fileName);

export type Rows = readonly (readonly CellValue[])[];

export async function xlsxFile(rows: Rows, fileName = 'данные.xlsx', sheet = 'Лист1'): Promise<EvidenceFile> {
  return fileOf(await writeXlsx({ sheets: [{ name: sheet, rows: rows.map((row) => [...row]) }] }), fileName);
}

export interface Told {
  outcome: Outcome<void>;
  mapping: Extract<ReadEvent, { type: 'mapping' }>[];
  facts: Omit<Extract<ReadEvent, { type: 'fact' }>, 'type'>[];
  faults: Omit<Extract<ReadEvent, { type: 'fault' }>, 'type'>[];
  notes: string[];
  rows: number;
}

/** All that the reader says of a file. */
export async function told(file: EvidenceFile, kind: ImportKind, options: Partial<ReadingOptions> = {}): Promise<Told> {
  const notes: string[] = [];
  const events = readEvidence(file, {
    kind,
    schoolYear: '2020-2021',
    remembered: new Map(),
    onNote: ({ message }) => notes.push(message),
    ...options,
  });
  const found: Told = { outcome: { ok: true, value: undefined }, mapping: [], facts: [], faults: [], notes, rows: 0 };
  for (let next = await events.next(); ; next = await events.next()) {
    if (next.done) return { ...found, outcome: next.value };
    const event = next.value;
    if (event.type === 'row') found.rows += 1;
    else if (event.type === 'mapping') found.mapping.push(event);
    else if (event.type === 'fact') {
      const { type: _, ...fact } = event;
      found.facts.push(fact);
    } else {
      const { type: _, ...fault } = event;
      found.faults.push(fault);
    }
  }
}

/** The code of the refusal of a whole file, 'ok' when it was read. */
export async function codeOf(file: EvidenceFile, kind: ImportKind = 'MEDALS'): Promise<string> {
  const { outcome } = await told(file, kind);
  return outcome.ok ? 'ok' : outcome.failure.code;
}

/** A zip archive; `stored` parts are not packed. */
export function zipOf(parts: Record<string, string | Buffer>, stored: readonly string[] = []): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [text, contents] of Object.entries(parts)) {
    const name = Buffer.from(text);
    const bytes = Buffer.from(contents);
    const isStored = stored.includes(text);
    const body = isStored ? bytes : deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStored ? 0 : 8, 8);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(isStored ? 0 : 8, 10);
    central.writeUInt32LE(crc32(bytes), 16);
    central.writeUInt32LE(body.length, 20);
    central.writeUInt32LE(bytes.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    bodies.push(local, name, body);
    directory.push(central, name);
    offset += 30 + name.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook with sheets of this XML; `more` adds parts or takes their place. */
export function bookParts(
  sheets: readonly { name?: string; xml: string | Buffer; state?: string }[],
  more: Record<string, string | Buffer> = {},
): Record<string, string | Buffer> {
  const all = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }));
  return {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="x.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${all
      .map(
        ({ id, name, state }) =>
          `<sheet name="${name ?? `Лист${id}`}" sheetId="${id}"${state ? ` state="${state}"` : ''} r:id="rId${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${all
      .map(({ id }) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`)
      .join(
        '',
      )}<Relationship Id="rId90" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(all.map(({ id, xml }) => [`xl/worksheets/sheet${id}.xml`, xml])),
    ...more,
  };
}

export const sheetXml = (rows: string, after = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A row of inline texts and numbers; a text that begins with «<c» is taken as it is. */
export function rowXml(number: number, values: readonly (string | number | null)[]): string {
  const cells = values.map((value, column) => {
    const name = `${String.fromCharCode(65 + column)}${number}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
    return value.startsWith('<c') ? value : `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

export const bookFile = (
  sheets: Parameters<typeof bookParts>[0],
  more: Record<string, string | Buffer> = {},
  fileName = 'данные.xlsx',
) => fileOf(zipOf(bookParts(sheets, more)), fileName);
