/** School years as text, «2020-2021»: from 1 September to 31 August, by the calendar of Europe/Moscow. */
import { dayOf, NBSP } from './russian';

const PATTERN = /^([12]\d{3})-(\d{4})$/;
const SEPTEMBER = 9;

/** The calendar year in which a school year begins; null when the text is not two consecutive years «2020-2021». */
export function startOfSchoolYear(text: string): number | null {
  const years = PATTERN.exec(text);
  const from = Number(years?.[1]);
  return years && Number(years[2]) === from + 1 ? from : null;
}

/** Whether the text is a school year as it is stored: «2020-2021», two consecutive years. */
export function isSchoolYear(text: string): boolean {
  return startOfSchoolYear(text) !== null;
}

/** «2020-2021» of what a person typed: spaces, a slash, a dash or «2020/21» are forgiven; null when it is no school year. */
export function parseSchoolYear(typed: string): string | null {
  const years = /^(\d{4})[-–—/](\d{4}|\d{2})$/.exec(typed.replace(/\s/g, ''));
  const [from, to] = [years?.[1], years?.[2]];
  if (from === undefined || to === undefined) return null;
  const stored = `${from}-${to.length === 2 ? String(Number(from) + 1).slice(0, 2) + to : to}`;
  return isSchoolYear(stored) ? stored : null;
}

/** The school year that begins in the autumn of this calendar year. */
export function schoolYearFrom(autumn: number): string {
  return `${autumn}-${autumn + 1}`;
}

/** The school year `years` later (earlier when negative). @throws RangeError when `schoolYear` is none */
export function shiftSchoolYear(schoolYear: string, years: number): string {
  const start = startOfSchoolYear(schoolYear);
  if (start === null) throw new RangeError(`not a school year: ${schoolYear}`);
  return schoolYearFrom(start + years);
}

export function previousSchoolYear(schoolYear: string): string {
  return shiftSchoolYear(schoolYear, -1);
}

export function nextSchoolYear(schoolYear: string): string {
  return shiftSchoolYear(schoolYear, 1);
}

/** The school year whose results a campaign counts: the one before, as ГИА 2019 was analysed in autumn 2019 [SEED-1]. */
export function resultsYearOf(campaignYear: string): string {
  return previousSchoolYear(campaignYear);
}

/** «2020/2021 учебный год». */
export function schoolYearLabel(schoolYear: string): string {
  return `${schoolYear.replace('-', '/')}${NBSP}учебный${NBSP}год`;
}

/** The school year that runs at a moment: it changes at midnight before 1 September in Moscow. */
export function schoolYearAt(moment: Date): string {
  const [year, month] = dayOf(moment).split('-').map(Number);
  if (year === undefined || month === undefined) throw new RangeError('not a moment');
  return schoolYearFrom(month >= SEPTEMBER ? year : year - 1);
}
