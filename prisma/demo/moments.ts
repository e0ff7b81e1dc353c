/** Moments of the demonstration region: what clocks in Moscow showed. */
const HOUR = 3_600_000;

/** Moscow stood at UTC+4 in the summer of 2010 and from 27 March 2011 to 26 October 2014, otherwise at UTC+3 (tz database). */
function moscowOffsetHours(utc: number): number {
  const summerOf2010 = utc >= Date.UTC(2010, 2, 27, 23) && utc < Date.UTC(2010, 9, 30, 23);
  const constantSummer = utc >= Date.UTC(2011, 2, 26, 23) && utc < Date.UTC(2014, 9, 25, 22);
  return summerOf2010 || constantSummer ? 4 : 3;
}

/** The moment when clocks in Moscow show this; months are 1…12. */
export function moscow(year: number, month: number, day: number, hour = 0, minute = 0): Date {
  const wall = Date.UTC(year, month - 1, day, hour, minute);
  return new Date(wall - moscowOffsetHours(wall - 4 * HOUR) * HOUR);
}

/** A calendar day for a column of type DATE. */
export function calendarDay(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

export function daysAfter(moment: Date, days: number): Date {
  return minutesAfter(moment, days * 24 * 60);
}
