/** Who entered the confirmed lists, stayed on them and left, year by year and school by school. */
import type { Track } from './instrument';
import { countOf, formatSchoolYear, NBSP } from './russian';

/** The confirmed list in force for a year and track: schools that are on it (included), by code. */
export interface ListOfYear {
  schoolYear: string;
  track: Track;
  schoolCodes: readonly string[];
}

/** A list against the one before it; codes in alphabetical order. */
export interface Movement {
  schoolYear: string;
  /** the year of the list before; null: this is the first one, and who is new on it cannot be said */
  comparedWith: string | null;
  /** null for the first list */
  entered: string[] | null;
  stayed: string[] | null;
  left: string[] | null;
  /** all schools on the list */
  listed: string[];
}

/** LISTED: on the first list, so that it is unknown whether the school entered; OFF: not on it, before nor now. */
export type ListPlace = 'LISTED' | 'ENTERED' | 'STAYED' | 'LEFT' | 'OFF';

export const LIST_PLACE_NAMES: Record<ListPlace, string> = {
  LISTED: 'в\u00a0списке',
  ENTERED: 'вошла',
  STAYED: 'осталась',
  LEFT: 'вышла',
  OFF: 'вне списка',
};

export interface SchoolYearPlace {
  schoolYear: string;
  place: ListPlace;
}

/** A school's way through the lists of a track. */
export interface ListHistory {
  /** one entry for every confirmed list, the oldest first; a year without a list has no entry */
  years: SchoolYearPlace[];
  yearsListed: number;
  /** lists in a row up to the latest one, 0 when the school is not on it */
  inARow: number;
}

/**
 * The movements of a track, the oldest first. A list is compared with the last confirmed one before it, which
 * `comparedWith` names, since a year may have none.
 * @throws RangeError when a year has two lists: superseded ones must be left out
 */
export function movements(lists: readonly ListOfYear[], track: Track): Movement[] {
  const ordered = listsOf(lists, track);
  return ordered.map((list, index) => {
    const before = ordered[index - 1];
    const now = new Set(list.schoolCodes);
    const listed = [...now].sort();
    if (!before)
      return { schoolYear: list.schoolYear, comparedWith: null, entered: null, stayed: null, left: null, listed };
    const then = new Set(before.schoolCodes);
    return {
      schoolYear: list.schoolYear,
      comparedWith: before.schoolYear,
      entered: listed.filter((code) => !then.has(code)),
      stayed: listed.filter((code) => then.has(code)),
      left: [...then].filter((code) => !now.has(code)).sort(),
      listed,
    };
  });
}

/** The history of one school on the lists of a track. */
export function listHistory(lists: readonly ListOfYear[], track: Track, schoolCode: string): ListHistory {
  const ordered = listsOf(lists, track);
  const on = ordered.map((list) => list.schoolCodes.includes(schoolCode));
  return {
    years: ordered.map(({ schoolYear }, index) => ({ schoolYear, place: placeOf(on[index - 1], on[index] ?? false) })),
    yearsListed: on.filter(Boolean).length,
    inARow: on.length - 1 - on.lastIndexOf(false),
  };
}

/** The history in a Russian sentence, for the school's page. */
export function listHistoryWords({ years, yearsListed, inARow }: ListHistory): string {
  const latest = years.at(-1);
  if (!latest) return `Списки ещё не${NBSP}утверждались.`;
  const year = formatSchoolYear(latest.schoolYear);
  if (years.length === 1) {
    const only = `единственный утверждённый список, ${year}${NBSP}года`;
    return yearsListed === 1 ? `Входит в${NBSP}${only}.` : `Не${NBSP}входит в${NBSP}${only}.`;
  }
  const all = countOf(years.length, 'утверждённого списка', 'утверждённых списков', 'утверждённых списков');
  if (yearsListed === 0) return `Не${NBSP}входила ни${NBSP}в${NBSP}один из${NBSP}${all}.`;
  const times = `Входила в${NBSP}${yearsListed} из${NBSP}${all}`;
  if (inARow > 1) return `${times}, последние ${countOf(inARow, 'раз', 'раза', 'раз')} подряд.`;
  return inARow === 1
    ? `${times}, вошла в${NBSP}список ${year}${NBSP}года.`
    : `${times}, в${NBSP}списке ${year}${NBSP}года её нет.`;
}

function listsOf(lists: readonly ListOfYear[], track: Track): ListOfYear[] {
  const ordered = lists.filter((list) => list.track === track).sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1));
  const twice = ordered.find((list, index) => list.schoolYear === ordered[index - 1]?.schoolYear);
  if (twice) throw new RangeError(`two lists of ${track} in ${twice.schoolYear}`);
  return ordered;
}

function placeOf(before: boolean | undefined, now: boolean): ListPlace {
  if (before === undefined) return now ? 'LISTED' : 'OFF';
  if (now) return before ? 'STAYED' : 'ENTERED';
  return before ? 'LEFT' : 'OFF';
}
