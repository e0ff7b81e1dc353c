import { isId } from '@/app/(portal)/opened';
import { isMonth } from '@/lib/domain/events/month';
import { EVENT_KINDS, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { schoolYearAt, schoolYearLabel, startOfSchoolYear } from '@/lib/domain/school-year';

interface EventQuery {
  kind?: string;
  direction?: string;
  school?: string;
  q?: string;
}

/** The key when these words have it. */
export const keyIn = <Words extends object>(words: Words, key: string) =>
  Object.hasOwn(words, key) ? (key as keyof Words) : undefined;

/** Which events the query of the calendar asks for. */
export function askedEvents({ kind = '', direction = '', school = '', q = '' }: EventQuery) {
  return {
    ...{ kind: keyIn(EVENT_KINDS, kind), direction: keyIn(WORK_DIRECTIONS, direction) },
    schoolId: isId(school) ? school : undefined,
    // named twice in the address it is a list
    q: String(q).slice(0, 200),
  };
}

/** The school year that a month belongs to, «2020-01», with its first and last day; `newest` when none is named. */
export function yearOfMonth(asked: string | undefined, newest: string) {
  const month = asked && isMonth(asked) ? asked : newest;
  const year = schoolYearAt(new Date(`${month}-15T12:00:00Z`));
  const autumn = startOfSchoolYear(year) ?? 0;
  return { label: schoolYearLabel(year), from: `${autumn}-09-01`, to: `${autumn + 1}-08-31` };
}
