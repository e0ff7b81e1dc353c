/** What stands around a table: grade, subject, school year and school in its title, the sheet's name, the file's name. */

import type { ExamLevel } from '@/lib/domain/evidence/facts';
import { normalHeader } from '@/lib/domain/evidence/headers';
import { SUBJECT_NAMES, type Subject, subjectOf } from '@/lib/domain/evidence/subjects';
import { parseSchoolYear, schoolYearFrom } from '@/lib/domain/school-year';
import { headerText } from './columns';
import { LONGEST_HEADER } from './limits';
import { loginOf } from './school-text';
import type { Cell } from './table';

export interface Titles {
  grade: number | null;
  subject: Subject | null;
  schoolYear: string | null;
  /** the year or day that the school year was concluded from */
  yearWritten: string | null;
  /** a year alone: the spring of a school year, where spring it is */
  isBareYear: boolean;
  login: string | null;
  /** the number that opens the title of a protocol of ГИА */
  examCode: number | null;
  /** the title says so of mathematics */
  level: ExamLevel | null;
}

const AUGUST = 8;
const MOST_TITLE_CELLS = 50;
const ABBREVIATION = /(?<![а-яa-z])(РУ|МА|ОМ|БИ|ИС|ГГ|ОБ|ФИ|ХИ|ИЯ)(?![а-яa-z])/iu;

/** From the nearest to the farthest: lines above the header, the name of the sheet, the name of the file (not for the year). */
export function titlesOf(lines: readonly (readonly Cell[])[], sheet: string, fileName: string): Titles {
  const above = lines.map((cells) =>
    cells
      .slice(0, MOST_TITLE_CELLS)
      .map(headerText)
      .filter(Boolean)
      .join(' ')
      .slice(0, 2 * LONGEST_HEADER),
  );
  const places = [above.join('\n'), sheet, fileName.replace(/\.[^.]*$/, '')].map((text) => text.replaceAll('_', ' '));
  const first = <T>(find: (text: string) => T | null) =>
    places.reduce<T | null>((found, text) => found ?? find(text), null);
  // the year that was chosen for the import stands above the name of a file, not above what the table itself says
  const year = yearOf(places[0] ?? '') ?? yearOf(sheet);
  return {
    grade: first(gradeOf),
    subject: first(subjectIn),
    schoolYear: year?.schoolYear ?? null,
    yearWritten: year?.written ?? null,
    isBareYear: year !== null && /^20\d\d$/.test(year.written),
    login: first((text) => loginOf(text) ?? null),
    examCode: codeOf(above),
    level: /базов/iu.test(above.join(' ')) ? 'BASIC' : /профил/iu.test(above.join(' ')) ? 'PROFILE' : null,
  };
}

function codeOf(lines: readonly string[]): number | null {
  const code = lines.map((line) => /^\s*0?(\d{1,2})(?![\d.])/.exec(line)?.[1]).find(Boolean);
  return code === undefined ? null : Number(code);
}

function gradeOf(text: string): number | null {
  const named =
    /(?<!\d)(\d{1,2})\s*[-–]?\s*(?:й|го|м|х|ый|ого)?\s*(?:класс|кл(?![а-я]))|класс[а-я]*\s*:?\s*(\d{1,2})(?!\d)/iu.exec(
      text,
    );
  const short =
    /(?<!\d)(\d{1,2})\s*[-–]?\s*(?:РУ|МА|ОМ|БИ|ИС|ГГ|ОБ|ФИ|ХИ|ИЯ)(?![а-яa-z])|(?<![а-яa-z])(?:РУ|МА|ОМ|БИ|ИС|ГГ|ОБ|ФИ|ХИ|ИЯ)\s*[-–]?\s*(\d{1,2})(?!\d)/iu.exec(
      text,
    );
  const grade = Number(named?.[1] ?? named?.[2] ?? short?.[1] ?? short?.[2] ?? Number.NaN);
  return grade >= 1 && grade <= 11 ? grade : null;
}

/** The subject after «Предмет:», one that is named in full, or its sign in ФИС ОКО («МА»). */
export function subjectIn(text: string): Subject | null {
  for (const line of text.split('\n')) {
    const told = /предмет[а-я]*\s*[:–-]?\s*(.+)/iu.exec(line)?.[1];
    const subject = told ? subjectOf(told) : null;
    if (subject) return subject;
  }
  const plain = ` ${normalHeader(text)} `;
  const named = SUBJECT_NAMES.filter((name) => plain.includes(` ${normalHeader(name)} `) || inOtherCase(plain, name));
  const longest = named.toSorted((a, b) => b.length - a.length)[0];
  if (longest) return longest;
  const short = ABBREVIATION.exec(text.replace(/(\d)(?=[А-Я])/gu, '$1 ').replace(/([А-Я])(?=\d)/gu, '$1 '))?.[1];
  return short ? subjectOf(short) : null;
}

/** «по математике», «русского языка». */
function inOtherCase(plain: string, name: Subject): boolean {
  const stems = normalHeader(name)
    .split(' ')
    .map((word) => word.replace(/(?:ий|ый|ая|ое|ие|а|я|о|ь)$/u, ''))
    .filter((stem) => stem.length > 3);
  const first = stems[0];
  if (first === undefined || first.length < 4) return false;
  return new RegExp(` ${stems.map((stem) => `${stem}[а-я]{0,3}`).join(' ')} `, 'u').test(plain);
}

function yearOf(text: string): { schoolYear: string; written: string } | null {
  const pair = /(?<!\d)(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?![\d.])/u.exec(text);
  const schoolYear = pair ? parseSchoolYear(pair[0]) : null;
  if (pair && schoolYear) return { schoolYear, written: pair[0] };
  const day = /(?<!\d)\d{1,2}\.(\d{1,2})\.(20\d\d)(?!\d)|(?<!\d)(20\d\d)[-.](\d\d)[-.]\d\d(?!\d)/u.exec(text);
  if (day) {
    const [month, year] = [Number(day[1] ?? day[4]), Number(day[2] ?? day[3])];
    return { schoolYear: schoolYearFrom(month > AUGUST ? year : year - 1), written: day[0] };
  }
  const bare = /(?<!\d)(20\d\d)(?!\d)/u.exec(text)?.[1];
  return bare ? { schoolYear: schoolYearFrom(Number(bare) - 1), written: bare } : null;
}
