/** One row of a table by its fields: values with their units, and what is wrong with them, cell by cell. */

import { type Subject, subjectOf } from '@/lib/domain/evidence/subjects';
import { formatNumber, plural } from '@/lib/domain/russian';
import { parseSchoolYear, schoolYearFrom } from '@/lib/domain/school-year';
import { type Cell, cellName, cellText, ownText, type TableRow } from './table';

export interface CellFault {
  cell: string;
  message: string;
}

const NOTHING = /^(?:[-–—−.]|нет данных|н\/д)?$/i;
const MOST_PUPILS = 10_000_000;

/** «1 234», «12,5», «12.5»; null when the text is no such number. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[-−]?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain.replace('−', '-')) : null;
}

/** What is quoted of a cell in a fault. */
export function quoted(text: string): string {
  return `«${text.length > 40 ? `${text.slice(0, 39)}…` : text}»`;
}

export class RowReader {
  readonly row: TableRow;
  readonly faults: CellFault[] = [];
  private readonly at: ReadonlyMap<string, number>;
  private readonly discreet: boolean;

  /** `discreet`: cells may hold names of pupils, so faults never quote them. */
  constructor(row: TableRow, at: ReadonlyMap<string, number>, discreet = false) {
    this.row = row;
    this.at = at;
    this.discreet = discreet;
  }

  /** How a fault begins that rejects what stands in a cell. */
  stands(text: string): string {
    return this.discreet ? 'Значение не подходит' : `Стоит ${quoted(text)}`;
  }

  has(field: string): boolean {
    return this.at.has(field);
  }

  /** The cell of a field as text; empty where there is no such column, and where the cell is in trouble, which is noted. */
  text(field: string): string {
    const cell = this.cell(field);
    if (typeof cell === 'object' && cell !== null && 'trouble' in cell) this.fault(field, cell.trouble);
    return cellText(cell);
  }

  cell(field: string): Cell {
    const column = this.at.get(field);
    return column === undefined ? null : (this.row.cells[column] ?? null);
  }

  /** Notes a fault at the cell of a field, at the first cell of the row where there is none. */
  fault(field: string, message: string): null {
    const column = this.at.get(field);
    const cell = cellName(this.row.number, column ?? 0);
    // one thing at a time: what follows from the first fault of a cell is no news
    if (column === undefined || !this.faults.some((known) => known.cell === cell)) this.faults.push({ cell, message });
    return null;
  }

  /** Whether nothing stands there: an empty cell, a dash. */
  isEmpty(field: string): boolean {
    const cell = this.cell(field);
    return cell === null || (typeof cell === 'string' && NOTHING.test(cell.trim()));
  }

  /** A number that may be missing. */
  number(field: string, most: number, what: string): number | null {
    if (this.isEmpty(field)) return null;
    const cell = this.cell(field);
    if (typeof cell === 'object' && cell !== null) {
      return this.fault(field, 'trouble' in cell ? cell.trouble : `Здесь дата, а ${what}. Исправьте формат ячейки.`);
    }
    const text = cellText(cell);
    const number = typeof cell === 'number' ? cell : parseNumber(text.replace(/%$/, ''));
    if (number === null) return this.fault(field, `${this.stands(text)}, а ${what}.`);
    if (number < 0) return this.fault(field, `${this.stands(text)}, отрицательное число, а ${what}.`);
    if (number > most) return this.fault(field, `${this.stands(text)}, больше ${formatNumber(most)}, а ${what}.`);
    return number;
  }

  /** A number of pupils that may be missing. */
  optionalCount(field: string, most = MOST_PUPILS): number | null {
    const what = 'нужно целое число от нуля';
    const faulty = this.faults.length;
    if (this.text(field).endsWith('%')) return this.fault(field, `Стоят проценты, а ${what}.`);
    const number = this.number(field, most, what);
    if (number === null || this.faults.length > faulty) return null;
    // what a formula left may miss a whole number by a hair
    const whole = Math.round(number);
    return Math.abs(number - whole) < 1e-9
      ? whole
      : this.fault(field, `${this.stands(this.text(field))}, дробное число, а ${what}.`);
  }

  /** A number of pupils; null: it is missing or wrong, which is noted. */
  count(field: string, most = MOST_PUPILS): number | null {
    if (this.isEmpty(field)) return this.fault(field, 'Ячейка пуста: впишите целое число, 0 если никого нет.');
    return this.optionalCount(field, most);
  }

  /** Per cent 0…100. */
  percent(field: string): number | null {
    if (this.isEmpty(field)) return this.fault(field, 'Ячейка пуста: впишите процент от 0 до 100.');
    return this.number(field, 100, 'нужен процент от 0 до 100');
  }

  /** A text of its own, with single spaces; null when it is missing or too long, which is noted. */
  words(field: string, most = 300): string | null {
    const text = this.text(field).replace(/\s+/g, ' ');
    if (text === '') return this.fault(field, 'Ячейка пуста: впишите текст.');
    if (text.length > most) return this.fault(field, `Текст длиннее ${formatNumber(most)} знаков: сократите его.`);
    return ownText(text);
  }

  /** One of some words, compared without case; `refusal` says what may stand there. */
  choice<Value>(field: string, choices: ReadonlyMap<string, Value>, refusal: string): Value | null {
    const text = this.text(field);
    const found = choices.get(
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .replace(/[\s.«»"]+/g, ' ')
        .trim(),
    );
    if (found !== undefined) return found;
    return this.fault(
      field,
      text === '' ? `Ячейка пуста: впишите ${refusal}.` : `${this.stands(text)}, а нужно ${refusal}.`,
    );
  }

  subject(field = 'subject'): Subject | null {
    const text = this.text(field);
    if (text === '') return this.fault(field, 'Не назван предмет: впишите его, например «Математика».');
    return (
      subjectOf(text) ??
      this.fault(field, `${this.stands(text)}, а нужен предмет полным названием, например «Математика».`)
    );
  }

  /** «4», «4 класс», «4А». */
  grade(field: string, least: number, most: number): number | null {
    const text = this.text(field);
    if (text === '') return this.fault(field, `Не назван класс: впишите число от ${least} до ${most}.`);
    const grade = Number(/^\s*(\d{1,2})(?!\d|[.,]\d)/.exec(text)?.[1] ?? Number.NaN);
    if (grade >= least && grade <= most) return grade;
    return this.fault(field, `${this.stands(text)}, а нужен класс от ${least} до ${most}.`);
  }

  /** Notes that parts do not make a whole. */
  sumFault(field: string, sum: number, whole: number, parts: string): null {
    const pupils = plural(whole, 'ученик', 'ученика', 'учеников');
    return this.fault(
      field,
      `${parts} вместе дают ${formatNumber(sum)}, а указано ${formatNumber(whole)} ${pupils}. Исправьте одно из чисел.`,
    );
  }

  /** Notes that a part is more than the whole. */
  atMost(field: string, part: number | null, whole: number | null, message: string): void {
    if (part !== null && whole !== null && part > whole) this.fault(field, message);
  }
}

export interface ReadYear {
  schoolYear: string;
  /** a bare year was taken for the spring of the school year */
  bareYear: string | null;
}

/**
 * The school year that a text names. A bare year means the spring of it, when examinations are written: 2020 is
 * 2019-2020; null when the text is no year.
 */
export function yearOfText(text: string, bareYears: boolean): ReadYear | null {
  const plain = text
    .toLowerCase()
    .replace(/(?:учебный|уч\.?)\s*(?:год|г\.?)|гг?\.?$|год/g, '')
    .trim();
  const schoolYear = parseSchoolYear(plain);
  if (schoolYear !== null) return inReason(schoolYear) ? { schoolYear, bareYear: null } : null;
  if (!bareYears || !/^20\d\d$/.test(plain)) return null;
  return { schoolYear: schoolYearFrom(Number(plain) - 1), bareYear: plain };
}

function inReason(schoolYear: string): boolean {
  return schoolYear >= '2000' && schoolYear < '2100';
}
