/** Months of the calendar as text, «2020-01», which compare as texts. */
import { dayAfter } from '../support/days';

export const isMonth = (text: string): boolean => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);

/** The month so many months after. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + (number - 1) + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The days that a month is shown with: whole weeks from Monday. */
export function daysOfMonth(month: string): string[] {
  const first = `${month}-01`;
  const next = `${monthAfter(month, 1)}-01`;
  const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: string[] = [];
  for (let day = dayAfter(first, -weekday(first)); day < next || weekday(day) !== 0; day = dayAfter(day, 1))
    days.push(day);
  return days;
}

const NAMES = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

/** «январь 2020» */
export const monthInWords = (month: string): string => `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
