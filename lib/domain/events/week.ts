/** Weeks of the calendar, each told by one of its days, YYYY-MM-DD. */
import { dayAfter } from '../support/days';

export const isDay = (text: string): boolean =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && dayAfter(text, 0) === text;

/** The seven days around a day, from Monday. */
export function daysOfWeek(day: string): string[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, at) => dayAfter(day, at - weekday));
}
