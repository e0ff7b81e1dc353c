/** Days as YYYY-MM-DD, which compare as texts. */

/** The day has passed; the day itself is still in time. */
export const isLateOn = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today;

/** The day so many days after. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** A column of type DATE as its day. */
export const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
export const isoDayOrNull = (date: Date | null): string | null => date && isoDay(date);
