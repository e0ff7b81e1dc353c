/** Columns of a kind of file, found by what their headers mean and not by where they stand. */
import { normalHeader } from '@/lib/domain/evidence/headers';
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

const EXACT = 3;
const BEGINS = 2;
const WITHIN = 1;

function closeness(spec: ColumnSpec, header: string): number {
  if (spec.same.includes(header)) return EXACT;
  if (spec.within.some((part) => header.startsWith(part))) return BEGINS;
  return spec.within.some((part) => ` ${header} `.includes(` ${part}`)) ? WITHIN : 0;
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
  const headers = cells.map(cellText);
  const fields = new Map<number, string | null>();
  const at = new Map<string, number>();
  const known = new Set(specs.map(({ field }) => field));
  headers.forEach((header, index) => {
    const explained = remembered.get(normalHeader(header));
    if (header === '' || explained === undefined) return;
    // a field of another kind of file, or one that another column has already
    if (explained !== null && (at.has(explained) || !(known.has(explained) || further(header) === explained))) return;
    fields.set(index, explained);
    if (explained !== null) at.set(explained, index);
  });
  const guesses = headers.flatMap((header, index) => {
    if (header === '' || fields.has(index)) return [];
    const normal = normalHeader(header);
    const other = further(header);
    return [
      ...(other === null ? [] : [{ field: other, index, score: EXACT }]),
      ...specs.map((spec) => ({ field: spec.field, index, score: closeness(spec, normal) })),
    ];
  });
  for (const { field, index, score } of guesses.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (score === 0 || fields.has(index) || at.has(field)) continue;
    fields.set(index, field);
    at.set(field, index);
  }
  const columns = headers.flatMap((header, index) =>
    header === '' ? [] : [{ header, column: columnLetter(index), field: fields.get(index) ?? null }],
  );
  return { columns, at };
}
