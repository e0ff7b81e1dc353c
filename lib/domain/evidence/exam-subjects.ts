/** Codes of subjects in protocols of ГИА, and the least scores that count as passed. domain.md 3.1, 8.2 */
import type { ExamLevel } from './facts';
import type { Subject } from './subjects';

const SUBJECT_OF_CODE: Readonly<Record<number, Subject>> = {
  1: 'Русский язык',
  2: 'Математика',
  3: 'Физика',
  4: 'Химия',
  5: 'Информатика',
  6: 'Биология',
  7: 'История',
  8: 'География',
  9: 'Английский язык',
  10: 'Немецкий язык',
  11: 'Французский язык',
  12: 'Обществознание',
  13: 'Испанский язык',
  14: 'Китайский язык',
  18: 'Литература',
  22: 'Математика',
  25: 'Информатика',
  29: 'Английский язык',
  30: 'Немецкий язык',
  31: 'Французский язык',
  33: 'Испанский язык',
  34: 'Китайский язык',
};
const BASIC_MATHEMATICS = 22;
const FIRST_GVE_CODE = 51;

export interface ExamSubject {
  subject: Subject;
  /** of mathematics of ЕГЭ; null elsewhere */
  level: ExamLevel | null;
}

/** What the code of a protocol names, 'GVE' for ГВЭ, which the portal does not count; null when the code is unknown. */
export function examSubjectOfCode(code: number): ExamSubject | 'GVE' | null {
  if (code >= FIRST_GVE_CODE) return 'GVE';
  const subject = SUBJECT_OF_CODE[code];
  if (subject === undefined) return null;
  return { subject, level: subject !== 'Математика' ? null : code === BASIC_MATHEMATICS ? 'BASIC' : 'PROFILE' };
}

/** ЕГЭ 2026, test scores (русский язык: for the school certificate). domain.md 3.1; the basic level has the mark «3». */
const LEAST_SCORES: Readonly<Partial<Record<Subject, number>>> = {
  'Русский язык': 24,
  Математика: 27,
  Физика: 36,
  Химия: 36,
  Биология: 36,
  Информатика: 40,
  История: 32,
  Литература: 32,
  География: 37,
  Обществознание: 42,
  'Английский язык': 22,
  'Немецкий язык': 22,
  'Французский язык': 22,
  'Испанский язык': 22,
  'Китайский язык': 22,
};

/** The school year whose minimums we have; in other years they are a stand-in, and the reader says so. */
export const YEAR_OF_MINIMUMS = '2025-2026';

/** The least test score of ЕГЭ that counts as passed; null: none known. */
export function leastScore(subject: Subject): number | null {
  return LEAST_SCORES[subject] ?? null;
}
