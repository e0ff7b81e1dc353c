/** Columns of a kind of file, found by what their headers mean and not by where they stand. */
import { normalHeader } from '@/lib/domain/evidence/headers';
import { LONGEST_HEADER, MOST_HEADERS } from './limits';
import { type Cell, cellText, columnLetter } from './table';

export interface ColumnSpec {
  field: string;
  /** as our own template names it */
  header: string;
  /** without it the sheet cannot be read */
  obligatory: boolean;
  /** for whom fills it in */
  meaning: string;
  /** whole headers that mean the same, as normalHeader gives them */
  same: readonly string[];
  /** a header that has one of these within means it too, unless a better one is there */
  within: readonly string[];
}

/** A column of a kind: `same` and `within` as people write them. */
export function column(
  field: string,
  header: string,
  meaning: string,
  more: { obligatory?: boolean; same?: readonly string[]; within?: readonly string[] } = {},
): ColumnSpec {
  return {
    field,
    header,
    meaning,
    obligatory: more.obligatory ?? false,
    same: [header, ...(more.same ?? [])].map(normalHeader),
    within: (more.within ?? []).map(normalHeader),
  };
}

export interface MappedColumn {
  header: string;
  column: string;
  /** null: not known, or to be left out */
  field: string | null;
}

/** Which column holds which field. */
export interface ColumnMapping {
  columns: MappedColumn[];
  at: ReadonlyMap<string, number>;
}

/** A cell as a header: no longer than headers are. */
export function headerText(cell: Cell | undefined): string {
  return cellText(cell).slice(0, LONGEST_HEADER);
}

const normals = new Map<string, string>();

/** normalHeader, remembered: every layout asks for the same headers. */
function normalOf(header: string): string {
  const normal = normals.get(header) ?? normalHeader(header);
  if (normals.size >= 2_000) normals.clear();
  normals.set(header, normal);
  return normal;
}

const EXACT = 3;
const BEGINS = 2;
const WITHIN = 1;

/** `header`: as normalHeader gives it; `padded`: with a space before and after. */
function closeness(spec: ColumnSpec, header: string, padded: string): number {
  if (spec.same.includes(header)) return EXACT;
  if (spec.within.length === 0) return 0;
  if (spec.within.some((part) => header.startsWith(part))) return BEGINS;
  return spec.within.some((part) => padded.includes(` ${part}`)) ? WITHIN : 0;
}

/**
 * The mapping of a row of headers: what people explained stands above what we guess, the closest header above the
 * others; a field is one column. `further` names fields of columns whose number nobody knows before (scores, tasks).
 */
export function mappingOf(
  cells: readonly Cell[],
  specs: readonly ColumnSpec[],
  remembered: ReadonlyMap<string, string | null>,
  further: (header: string) => string | null = () => null,
): ColumnMapping {
  const headers = cells.slice(0, MOST_HEADERS).map(headerText);
  const fields = new Map<number, string | null>();
  const at = new Map<string, number>();
  const known = new Set(specs.map(({ field }) => field));
  headers.forEach((header, index) => {
    const explained = remembered.get(normalOf(header));
    if (header === '' || explained === undefined) return;
    // a field of another kind of file, or one that another column has already
    if (explained !== null && (at.has(explained) || !(known.has(explained) || further(header) === explained))) return;
    fields.set(index, explained);
    if (explained !== null) at.set(explained, index);
  });
  const guesses = headers.flatMap((header, index) => {
    if (header === '' || fields.has(index)) return [];
    const normal = normalOf(header);
    const padded = ` ${normal} `;
    const other = further(header);
    const close = specs.flatMap((spec) => {
      const score = closeness(spec, normal, padded);
      return score === 0 ? [] : [{ field: spec.field, index, score }];
    });
    return other === null ? close : [{ field: other, index, score: EXACT }, ...close];
  });
  for (const { field, index } of guesses.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (fields.has(index) || at.has(field)) continue;
    fields.set(index, field);
    at.set(field, index);
  }
  const columns = headers.flatMap((header, index) =>
    header === '' ? [] : [{ header, column: columnLetter(index), field: fields.get(index) ?? null }],
  );
  return { columns, at };
}
