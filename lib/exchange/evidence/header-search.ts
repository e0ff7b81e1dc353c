/** Where the header of a sheet is, and which layout it means. */
import { normalHeader } from '@/lib/domain/evidence/headers';
import { IMPORT_KIND_NOTES, type ImportKind } from '@/lib/domain/evidence/import-kinds';
import { type ColumnMapping, headerText, mappingOf } from './columns';
import type { Layout } from './layout';
import { LAYOUTS } from './layouts';
import { HEADER_LINES } from './limits';
import { type Cell, cellText, type Merge, type TableRow } from './table';
import { type Titles, titlesOf } from './titles';

export interface FoundHeader {
  layout: Layout;
  mapping: ColumnMapping;
  titles: Titles;
  headers: string[];
  /** index of the header among the first rows, and its number in the file */
  index: number;
  row: number;
  /** headers of obligatory columns that are not there */
  missing: string[];
}

export interface HeaderQuestion {
  rows: readonly TableRow[];
  merges: readonly Merge[];
  sheet: string;
  fileName: string;
  remembered: ReadonlyMap<string, string | null>;
  /** whose the rows are is known without the file */
  schoolKnown: boolean;
}

export type HeaderAnswer =
  | { found: FoundHeader }
  /** the table is of another kind, for certain */
  | { resembles: ImportKind }
  | { incomplete: FoundHeader }
  | 'nothing';

/** The first rows with every merged cell filled: a title over several columns heads each of them. */
function filled(rows: readonly TableRow[], merges: readonly Merge[]): Cell[][] {
  const head = rows.slice(0, HEADER_LINES).map(({ number, cells }) => ({ number, cells: [...cells] }));
  const last = head.at(-1)?.number ?? 0;
  for (const { top, bottom, left, right } of merges) {
    if (top > last) continue;
    const value = head.find(({ number }) => number === top)?.cells[left] ?? null;
    if (value === null) continue;
    for (const { number, cells } of head) {
      if (number < top || number > bottom) continue;
      for (let column = left; column <= Math.min(right, left + 300); column++) {
        while (cells.length <= column) cells.push(null);
        cells[column] = value;
      }
    }
  }
  return head.map(({ cells }) => cells);
}

/** What the sheet is, asked whether it is of this kind. */
export function headerOf(kind: ImportKind, question: HeaderQuestion): HeaderAnswer {
  const lines = filled(question.rows, question.merges);
  const titles = lines.map((_, index) => titlesOf(lines.slice(0, index), question.sheet, question.fileName));
  const best = LAYOUTS.flatMap((layout) => bestLine(layout, lines, titles, question) ?? []);
  const complete = best.filter(({ missing }) => missing.length === 0).toSorted(byColumns);
  const asked = complete.find(({ layout }) => layout.kind === kind);
  if (asked) return { found: asked };
  const kinds = [...new Set(complete.map(({ layout }) => layout.kind))];
  const [only, first] = [kinds.length === 1 ? kinds[0] : undefined, complete[0]];
  // protocols of ГИА hold names: they are read when they were asked for, and their file is not kept then
  if (first && only && only !== 'GIA_PROTOCOL' && familyOf(only) === familyOf(kind)) return { found: first };
  if (first) return { resembles: first.layout.kind };
  const near = best.filter((one) => one.layout.kind === kind && isNear(one)).toSorted(byColumns)[0];
  return near ? { incomplete: near } : 'nothing';
}

const SCHOOL_FIELDS = ['code', 'login', 'name'];
const familyOf = (kind: ImportKind) => IMPORT_KIND_NOTES[kind].family;
const byColumns = (a: FoundHeader, b: FoundHeader) => b.mapping.at.size - a.mapping.at.size;

/** Something of what is obligatory is there, beside a school's column: somebody meant this table, and a column is missing. */
function isNear({ layout, mapping }: FoundHeader): boolean {
  const found = layout.columns.filter(({ obligatory, field }) => obligatory && mapping.at.has(field)).length;
  const namesSchool = SCHOOL_FIELDS.some((field) => mapping.at.has(field));
  return found >= (namesSchool ? 1 : 2) && (layout.fits?.(mapping.at, []) ?? true);
}

function bestLine(
  layout: Layout,
  lines: readonly Cell[][],
  titles: readonly Titles[],
  question: HeaderQuestion,
): FoundHeader | null {
  const sample = question.rows;
  let best: FoundHeader | null = null;
  lines.forEach((cells, index) => {
    if (cells.filter((cell) => cellText(cell) !== '').length < 2) return;
    const mapping = mappingOf(cells, layout.columns, question.remembered, layout.further);
    const title = titles[index];
    const row = question.rows[index]?.number;
    if (mapping.at.size < 2 || title === undefined || row === undefined) return;
    const missing = missingColumns(layout, mapping, title, question.schoolKnown);
    if (missing.length === 0 && layout.fits && !layout.fits(mapping.at, sample.slice(index + 1))) return;
    const found = { layout, mapping, titles: title, headers: cells.map(headerText), index, row, missing };
    if (best === null || isBetter(found, best)) best = found;
  });
  return best;
}

/** Fewer missing columns, then more columns; of two equal lines the upper one, unless the lower follows at once. */
function isBetter(one: FoundHeader, other: FoundHeader): boolean {
  if (one.missing.length !== other.missing.length) return one.missing.length < other.missing.length;
  const more = one.mapping.at.size - other.mapping.at.size;
  return more > 0 || (more === 0 && one.index === other.index + 1);
}

function missingColumns(layout: Layout, { at }: ColumnMapping, titles: Titles, schoolKnown: boolean): string[] {
  const inTitle = (field: string) => layout.inTitle?.some((told) => told === field && titles[told] !== null) ?? false;
  const missing = layout.columns
    .filter(({ obligatory, field }) => obligatory && !at.has(field) && !inTitle(field))
    .map(({ header }) => header);
  const namesSchool = SCHOOL_FIELDS.some((field) => at.has(field));
  return layout.schools && !namesSchool && !schoolKnown ? ['Код школы', ...missing] : missing;
}

const PERSONAL =
  /^(?:фамилия|отчество|фамилия имя отчество|снилс|паспорт|фио(?: (?:участник|уча|обуча|учени|выпускник|ребенк|школьник)[а-я]*)?)$/;

/** Whether one of the first rows heads a column with names of people. */
export function hasNames(rows: readonly TableRow[]): boolean {
  return rows
    .slice(0, HEADER_LINES)
    .some(({ cells }) => cells.some((cell) => PERSONAL.test(normalHeader(headerText(cell)))));
}
