/** What the address of «Социальные условия» says: which kind is shown, in what order, which school is open. */
import { SCHOOL_TYPES, type SchoolType } from '@/lib/domain/typology';
import type { ConditionsSchool } from '@/lib/portal/social-conditions/views';

export type ConditionsSort = 'index' | 'sum' | 'name';

export interface ConditionsChoice {
  type: SchoolType | null;
  sort: ConditionsSort;
  /** code of the school whose index is open */
  school: string | null;
}

export function conditionsChoice(search: Record<string, string | string[] | undefined>): ConditionsChoice {
  return {
    type: SCHOOL_TYPES.find((type) => type === search.type) ?? null,
    sort: (['index', 'sum', 'name'] as const).find((sort) => sort === search.sort) ?? 'index',
    school: typeof search.school === 'string' ? search.school : null,
  };
}

/** The query of an address that says so, with its «?»; nothing for what is usual. */
export function conditionsQuery({ type, sort, school }: ConditionsChoice): string {
  const query = new URLSearchParams();
  if (type) query.set('type', type);
  if (sort !== 'index') query.set('sort', sort);
  if (school) query.set('school', school);
  return `?${query}`;
}

const byName = new Intl.Collator('ru', { numeric: true });

/** The hardest conditions first, the highest sum first, or by name; what has no value stands last. */
export function shownConditions(
  schools: readonly ConditionsSchool[],
  { type, sort }: ConditionsChoice,
): ConditionsSchool[] {
  const name = (a: ConditionsSchool, b: ConditionsSchool) => byName.compare(a.schoolName, b.schoolName);
  const value = ({ index, negativeSum }: ConditionsSchool) =>
    sort === 'index' ? index : negativeSum === null ? null : -negativeSum;
  return schools
    .filter((school) => !type || school.type === type)
    .sort((a, b) => {
      if (sort === 'name') return name(a, b);
      const [left, right] = [value(a), value(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null) || name(a, b);
      return left - right || name(a, b);
    });
}
