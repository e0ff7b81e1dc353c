/**
 * Russian writing of figures, dates and counted words. Pure: the moment «now» comes as an argument, moments are shown
 * in Europe/Moscow. Parts that must not be torn apart are joined by a non-breaking space.
 */
export const NBSP = '\u00a0';
const MINUS = '\u2212';
export const TIME_ZONE = 'Europe/Moscow';

/** A figure that is not there. */
export const NO_VALUE = '—';

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options);
  const known = numbers.get(key) ?? new Intl.NumberFormat('ru-RU', options);
  numbers.set(key, known);
  return known;
}

function written(value: number, options: Intl.NumberFormatOptions): string {
  return numberFormat({ useGrouping: true, ...options })
    .format(Object.is(value, -0) ? 0 : value)
    .replaceAll('\u202f', NBSP)
    .replaceAll(' ', NBSP)
    .replace('-', MINUS);
}

/** «1 234,5»: thousands apart by a non-breaking space, a comma, a true minus; `digits` exactly so many decimals. */
export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  return written(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' });
}

/** «18,6 %» of a share between 0 and 1. */
export function formatPercent(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return NO_VALUE;
  return `${formatNumber(share * 100, digits)}${NBSP}%`;
}

/** «+3», «−2», «0»: a difference always carries its sign. */
export function formatChange(value: number | null | undefined, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  return written(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' });
}

const rules = new Intl.PluralRules('ru-RU');

/** The form of a word that stands after `count`: 1 школа, 2 школы, 5 школ; after a fraction «школы». */
export function plural(count: number, one: string, few: string, many: string): string {
  const form = rules.select(Math.abs(count));
  if (form === 'one') return one;
  return form === 'many' ? many : few;
}

/** The figure with its word: «5 школ». */
export function countOf(count: number, one: string, few: string, many: string): string {
  return `${formatNumber(count, Number.isInteger(count) ? 0 : 1)}${NBSP}${plural(count, one, few, many)}`;
}

const calendarDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Moscow as «2020-03-12»: for comparing days and for <input type="date">. */
export function dayOf(moment: Date): string {
  return calendarDay.format(moment);
}

/** Whole calendar days in Moscow from `from` to `to`: 0 the same day, 1 tomorrow, −1 yesterday. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
}

function dated(moment: Date, options: Intl.DateTimeFormatOptions): Map<string, string> {
  const parts = new Intl.DateTimeFormat('ru-RU', { timeZone: TIME_ZONE, ...options }).formatToParts(moment);
  return new Map(parts.map((part) => [part.type, part.value]));
}

/** «12 марта 2020», joined by non-breaking spaces. */
export function formatDate(moment: Date): string {
  const parts = dated(moment, { day: 'numeric', month: 'long', year: 'numeric' });
  return [parts.get('day'), parts.get('month'), parts.get('year')].join(NBSP);
}

/** «12 марта». */
export function formatDayAndMonth(moment: Date): string {
  const parts = dated(moment, { day: 'numeric', month: 'long' });
  return [parts.get('day'), parts.get('month')].join(NBSP);
}

/** «12.03.2020», for dense tables. */
export function formatShortDate(moment: Date): string {
  return dayOf(moment).split('-').reverse().join('.');
}

/** «14:32» in Moscow. */
export function formatTime(moment: Date): string {
  const parts = dated(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${parts.get('hour')}:${parts.get('minute')}`;
}

/** «сегодня в 14:32», «вчера в 14:32», «12 марта в 14:32», in another year «12 марта 2020 в 14:32». */
export function formatMoment(moment: Date, now: Date): string {
  return `${dayInWords(moment, now)} в${NBSP}${formatTime(moment)}`;
}

/** «сегодня», «вчера», «завтра», «12 марта», in another year «12 марта 2020». */
export function dayInWords(moment: Date, now: Date): string {
  const days = daysBetween(now, moment);
  if (days === 0) return 'сегодня';
  if (days === -1) return 'вчера';
  if (days === 1) return 'завтра';
  return dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4) ? formatDayAndMonth(moment) : formatDate(moment);
}

/** How much time is left: «осталось 5 дней», «последний день», «просрочено на 2 дня». */
export function timeLeft(due: Date, now: Date): string {
  const days = daysBetween(now, due);
  if (due.getTime() < now.getTime()) {
    return days === 0 ? 'срок истёк сегодня' : `просрочено на${NBSP}${roughly(-days)}`;
  }
  if (days === 0) return `последний${NBSP}день`;
  return `${plural(days, 'остался', 'осталось', 'осталось')} ${countOf(days, 'день', 'дня', 'дней')}`;
}

/** Days up to two months, then whole months of 30 days, from a year on whole years of 365 days. */
function roughly(days: number): string {
  if (days >= 365) return countOf(Math.floor(days / 365), 'год', 'года', 'лет');
  if (days >= 60) return countOf(Math.floor(days / 30), 'месяц', 'месяца', 'месяцев');
  return countOf(days, 'день', 'дня', 'дней');
}

/** «2020–2021» with a dash from «2020-2021»; `withWords` adds «учебный год». */
export function formatSchoolYear(schoolYear: string, withWords = false): string {
  const years = schoolYear.replace('-', '–');
  return withWords ? `${years}${NBSP}учебный${NBSP}год` : years;
}

/** «512 Б», «1,2 МБ»: binary thousands as file managers show them. */
export function formatFileSize(bytes: number): string {
  const units = ['Б', 'КБ', 'МБ', 'ГБ'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 || Number.isInteger(size) ? 0 : 1;
  return `${formatNumber(size, digits)}${NBSP}${units[unit]}`;
}

/** A preposition, conjunction, particle or initial stays with the next word. */
const SHORT_WORD = /(?<![\p{L}\d])([А-Яа-яЁё]{1,2}|им\.|г\.|\p{Lu}\.) (?=\S)/gu;
/** A figure stays with what it counts: «30 %», «9 класса», «№ 10». */
const FIGURE = /(\d|№) (?=[\p{L}\d%])(?!им\.)/gu;
/** A dash never begins a line. */
const BEFORE_DASH = / (?=[—–](?:\s|$))/g;

/**
 * The text with non-breaking spaces where a line must not end: after short words, initials, figures and «№», before a
 * dash; nothing else changes. For texts and names that people typed.
 */
export function typeset(text: string): string {
  return text.replace(SHORT_WORD, `$1${NBSP}`).replace(FIGURE, `$1${NBSP}`).replace(BEFORE_DASH, NBSP);
}

/** The text with a capital at its beginning: «Город Смоленск» of «город Смоленск». */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('ru-RU') + text.slice(1);
}
