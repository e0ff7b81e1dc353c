/** The ranking as the address asks for it: filtered, sorted, with the chosen columns. The page and the export share it. */
import { z } from 'zod';
import type { RankedSchool, RankingColumn, RankingFilters, RankingSort } from './views';

export const RANKING_COLUMNS = [
  'code',
  'kind',
  'groups',
  'share',
  'previous',
  'change',
  'firmness',
  'list',
] as const satisfies readonly RankingColumn[];

const USUAL_COLUMNS: readonly RankingColumn[] = ['groups', 'share', 'change', 'firmness', 'list'];

const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z
    .enum(['', ...values])
    .catch('')
    .default('');

/** The parameters of an address; what is none of ours counts as not given. */
const filtersSchema = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  status: oneOf('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'),
  mark: oneOf('proposed', 'confirmed', 'departure', 'borderline', 'little-data'),
  kind: oneOf('PRIMARY', 'BASIC', 'FULL', 'GYMNASIUM', 'LYCEUM'),
  group: z.string().max(100).catch('').default(''),
  sort: z.enum(['rule', 'sum', 'name', 'share', 'change', 'firmness', 'status']).catch('rule').default('rule'),
  direction: z.enum(['ascending', 'descending']).optional().catch(undefined),
  column: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .catch([])
    .default([]),
});

/** `direction` of a first click: figures from the highest, words from «А». */
export const firstDirection = (sort: RankingSort) =>
  sort === 'name' || sort === 'status' || sort === 'firmness' ? 'ascending' : 'descending';

/** The filters of an address (`?q=…&status=…&column=share&column=change`). */
export function rankingFilters(params: Record<string, string | string[] | undefined>): RankingFilters {
  const { direction, column, ...filters } = filtersSchema.parse(params);
  const chosen = RANKING_COLUMNS.filter((one) => column.includes(one));
  return {
    ...filters,
    direction: direction ?? firstDirection(filters.sort),
    columns: column.length > 0 ? chosen : USUAL_COLUMNS,
  };
}

/** The schools that the filters let through, in the order asked for; what has no value stands last either way. */
export function shownSchools(
  schools: readonly RankedSchool[],
  filters: RankingFilters,
  ruleKind: 'SUM' | 'SHARE' | 'TOP_N' | undefined,
): RankedSchool[] {
  const shown = schools.filter((school) => passes(school, filters));
  const key = sortKey(filters.sort === 'rule' ? (ruleKind === 'SHARE' ? 'share' : 'sum') : filters.sort);
  const sign = filters.direction === 'ascending' ? 1 : -1;
  // the ranking's own order settles what is equal: Array.sort keeps it
  return shown.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'string' || typeof right === 'string')
      return sign * byName.compare(String(left), String(right));
    return sign * (left - right);
  });
}

const byName = new Intl.Collator('ru', { numeric: true });

const FIRMNESS_ORDER = { FIRM: 0, BORDERLINE: 1, LITTLE_DATA: 2 };
const STATUS_ORDER = { SUBMITTED: 0, RETURNED: 1, DRAFT: 2, ACCEPTED: 3 };

function sortKey(sort: Exclude<RankingSort, 'rule'>): (school: RankedSchool) => number | string | null {
  switch (sort) {
    case 'sum':
      return (school) => school.negativeSum;
    case 'name':
      return (school) => school.schoolName;
    case 'share':
      return (school) => school.share;
    case 'change':
      return (school) => school.change;
    case 'firmness':
      return (school) => (school.firmness ? FIRMNESS_ORDER[school.firmness.firmness] : null);
    case 'status':
      return (school) => STATUS_ORDER[school.status];
  }
}

function passes(school: RankedSchool, { q, status, mark, kind, group }: RankingFilters): boolean {
  return (
    (q === '' || named(school, q)) &&
    (status === '' || school.status === status) &&
    (mark === '' || marked(school, mark)) &&
    (kind === '' || ofKind(school, kind)) &&
    (group === '' || school.groups.some((part) => part.code === group && part.negativeSum > 0))
  );
}

/** «№1», «№ 1» and «1» find the same; case and «ё» do not matter. */
function named({ schoolName, schoolShortName, schoolCode }: RankedSchool, q: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/[\s«»"]|№/g, '');
  const sought = plain(q);
  return [schoolName, schoolShortName, schoolCode].some((text) => plain(text).includes(sought));
}

function marked(school: RankedSchool, mark: Exclude<RankingFilters['mark'], ''>): boolean {
  switch (mark) {
    case 'proposed':
      return school.proposed;
    case 'confirmed':
      return school.confirmed;
    case 'departure':
      return school.proposed !== school.confirmed;
    case 'borderline':
      return school.firmness?.firmness === 'BORDERLINE';
    case 'little-data':
      return school.firmness?.firmness === 'LITTLE_DATA';
  }
}

function ofKind({ schoolKind, grades }: RankedSchool, kind: Exclude<RankingFilters['kind'], ''>): boolean {
  switch (kind) {
    case 'PRIMARY':
      return grades.to <= 4;
    case 'BASIC':
      return grades.to > 4 && grades.to <= 9;
    case 'FULL':
      return grades.to > 9;
    default:
      return schoolKind === kind;
  }
}

/** The query of an address that asks for these filters; what is as usual is left out. The inverse of `rankingFilters`. */
export function rankingQuery(table: string, filters: RankingFilters): URLSearchParams {
  const { q, status, mark, kind, group, sort, direction, columns } = filters;
  const query = new URLSearchParams({ table });
  for (const [name, value] of Object.entries({ q, status, mark, kind, group }))
    if (value !== '') query.set(name, value);
  if (sort !== 'rule') query.set('sort', sort);
  if (direction !== firstDirection(sort)) query.set('direction', direction);
  const usual = columns.length === USUAL_COLUMNS.length && columns.every((column) => USUAL_COLUMNS.includes(column));
  if (!usual) for (const column of columns) query.append('column', column);
  return query;
}

/** How many of the filters hide schools. */
export function filterCount({ q, status, mark, kind, group }: RankingFilters): number {
  return [q, status, mark, kind, group].filter((value) => value !== '').length;
}
