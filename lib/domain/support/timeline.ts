/** One time line of a school's support: what was found → recommended → planned → done → changed. */

export type TimelineLane = 'FOUND' | 'RECOMMENDED' | 'PLANNED' | 'DONE' | 'CHANGED';

/** In the order in which a reader follows them. */
export const TIMELINE_LANES: readonly { lane: TimelineLane; label: string }[] = [
  { lane: 'FOUND', label: 'Найдено' },
  { lane: 'RECOMMENDED', label: 'Рекомендовано' },
  { lane: 'PLANNED', label: 'Запланировано' },
  { lane: 'DONE', label: 'Сделано' },
  { lane: 'CHANGED', label: 'Изменилось' },
];

/** One thing that happened, or is to happen, in the support of a school. */
export interface TimelineFact {
  /** a calendar day, YYYY-MM-DD */
  on: string;
  lane: TimelineLane;
  /** one line, Russian */
  title: string;
  detail?: string;
  /** where it opens */
  href?: string;
  /** the day has passed and it is not done */
  late?: boolean;
}

/** Facts in the order of time; on one day in the order of the lanes, then of titles. */
export function inOrderOfTime(facts: readonly TimelineFact[]): TimelineFact[] {
  const place = (fact: TimelineFact) => TIMELINE_LANES.findIndex(({ lane }) => lane === fact.lane);
  return [...facts].sort(
    (a, b) => a.on.localeCompare(b.on) || place(a) - place(b) || a.title.localeCompare(b.title, 'ru'),
  );
}
