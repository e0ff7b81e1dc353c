/** The demonstration files read without the portal's readers: a plain csv parser, and a workbook library for xlsx. */
import { readXlsx } from 'hucre/xlsx';
import type { DemoFile } from '@/prisma/demo/files/demo-file';

/** One line of a file: cells by header, trimmed. */
export interface FileRow {
  kind: string;
  year: string;
  /** null: the region's own line, or a line about no school */
  school: string | null;
  cells: ReadonlyMap<string, string>;
}

const REGION = 'регион';

function textOf(bytes: Uint8Array): string {
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder(utf8 ? 'utf-8' : 'windows-1251').decode(bytes);
}

/** Cells between «;», in quotes where they hold one themselves. */
function csvRows(text: string): string[][] {
  return text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) =>
        (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
      ),
    );
}

async function tableOf({ fileName, contents }: DemoFile): Promise<string[][]> {
  if (fileName.endsWith('.csv')) return csvRows(textOf(contents));
  const { sheets } = await readXlsx(contents);
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/** All lines of a file; `codeOf`: schools by their login in ФИС ОКО. */
export async function fileRows(file: DemoFile, codeOf: ReadonlyMap<string, string>): Promise<FileRow[]> {
  const [header = [], ...rows] = await tableOf(file);
  return rows.map((row) => {
    const cells = new Map(header.map((name, index) => [name, row[index] ?? '']));
    return { kind: file.kind, ...(header.includes('Логин') ? longLine(cells, codeOf) : templateLine(cells)) };
  });
}

function templateLine(cells: Map<string, string>): Omit<FileRow, 'kind'> {
  const code = cells.get('Код школы') ?? REGION;
  return { year: cells.get('Учебный год') ?? '', school: code === REGION ? null : code, cells };
}

/** Long tables name schools by login and the spring of the year, and marks without quotes. */
function longLine(cells: Map<string, string>, codeOf: ReadonlyMap<string, string>): Omit<FileRow, 'kind'> {
  const spring = Number(cells.get('Год'));
  const school = codeOf.get(cells.get('Логин') ?? '') ?? null;
  for (const mark of ['2', '3', '4', '5']) cells.set(`«${mark}»`, cells.get(mark) ?? '');
  return { year: `${spring - 1}-${spring}`, school, cells };
}

/** A number of a line; null where the cell is empty. */
export function number({ cells, kind }: FileRow, header: string): number | null {
  const text = cells.get(header);
  if (text === undefined) throw new Error(`${kind} has no column «${header}»`);
  return text === '' ? null : Number(text.replace(',', '.'));
}

export function word({ cells, kind }: FileRow, header: string): string {
  const text = cells.get(header);
  if (text === undefined) throw new Error(`${kind} has no column «${header}»`);
  return text;
}
