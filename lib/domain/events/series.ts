/** A series of events: by what rule they repeat, and on which days that is. */
import { dayAfter } from '../support/days';

export const SERIES_RULES = {
  WEEKLY: 'Каждую неделю',
  FORTNIGHTLY: 'Раз в две недели',
  MONTHLY: 'Каждый месяц в то же число',
} as const;
export type SeriesRule = keyof typeof SERIES_RULES;

/** More would be a mistake in the form: a weekly series of a whole school year has about forty. */
export const MOST_DATES = 60;

/** The same day so many months after, or the last day of a shorter month. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(number, last))).toISOString().slice(0, 10);
}

/** Days of a series from its first to `until` at most, YYYY-MM-DD; one more than MOST_DATES tells that it is too long. */
export function datesOfSeries(first: string, rule: SeriesRule, until: string): string[] {
  const dates: string[] = [];
  for (let at = 0; dates.length <= MOST_DATES; at += 1) {
    const day = rule === 'MONTHLY' ? monthsAfter(first, at) : dayAfter(first, at * (rule === 'WEEKLY' ? 7 : 14));
    if (day > until) break;
    dates.push(day);
  }
  return dates;
}
