/** A municipality against its own years before, by the figures of the tables of a year; the pupils are others each year. */
import type { Exam, ExamLevel } from '../evidence/facts';
import { type ExamLine, examLines, type SchoolResults } from './results-exams';
import { olympiadLines, placesOf } from './results-olympiads';
import { type Ratio, toldValue } from './results-ratio';
import { vprLines } from './results-vpr';

export interface YearOfResults {
  schoolYear: string;
  schools: readonly SchoolResults[];
}

export interface YearMeasure {
  title: string;
  /** share 0..1, mark 2..5, points 0..100 */
  unit: 'SHARE' | 'MARK' | 'POINTS';
  moreIsWorse: boolean;
}

/** A measure over the years, oldest first; null where nothing is known or the group is too small. */
export interface MeasureOverYears extends YearMeasure {
  values: (number | null)[];
}

/** How many years stand beside the year of the report. */
export const YEARS_BEFORE = 3;

interface YearLines {
  oge: ExamLine[];
  ege: ExamLine[];
  schools: readonly SchoolResults[];
}

type Taken = YearMeasure & { of: (year: YearLines) => number | null };

const subjectOf = (lines: readonly ExamLine[], subject: string, level: ExamLevel | null) =>
  lines.find((line) => line.subject === subject && line.level === level);

function examMeasure(
  exam: Exam,
  [subject, level]: readonly [string, ExamLevel | null],
  about: YearMeasure,
  ratio: (line: ExamLine) => Ratio | null,
): Taken {
  const of = ({ oge, ege }: YearLines) => {
    const line = subjectOf(exam === 'OGE' ? oge : ege, subject, level);
    return line ? toldValue(ratio(line)) : null;
  };
  return { ...about, of };
}

const RUSSIAN = ['Русский язык', null] as const;
const MATHEMATICS = ['Математика', null] as const;
const PROFILE = ['Математика', 'PROFILE'] as const;
const share = (title: string, moreIsWorse: boolean): YearMeasure => ({ title, unit: 'SHARE', moreIsWorse });
const mark = (title: string): YearMeasure => ({ title, unit: 'MARK', moreIsWorse: false });
const points = (title: string): YearMeasure => ({ title, unit: 'POINTS', moreIsWorse: false });

const vprShare = (part: (line: { n2: number; n4: number; n5: number }) => number) => (year: YearLines) => {
  const lines = vprLines(year.schools);
  const participants = lines.reduce((sum, line) => sum + line.participants, 0);
  return toldValue(participants === 0 ? null : { participants, sum: lines.reduce((sum, line) => sum + part(line), 0) });
};

const MEASURES: readonly Taken[] = [
  examMeasure('OGE', RUSSIAN, mark('Средняя отметка ОГЭ, русский язык'), (line) => line.mark),
  examMeasure('OGE', MATHEMATICS, mark('Средняя отметка ОГЭ, математика'), (line) => line.mark),
  examMeasure('OGE', RUSSIAN, share('Доля «2» на ОГЭ, русский язык', true), (line) => line.failed),
  examMeasure('OGE', MATHEMATICS, share('Доля «2» на ОГЭ, математика', true), (line) => line.failed),
  examMeasure('EGE', RUSSIAN, points('Средний балл ЕГЭ, русский язык'), (line) => line.score),
  examMeasure('EGE', PROFILE, points('Средний балл ЕГЭ, профильная математика'), (line) => line.score),
  { ...share('Доля «2» на ВПР, все работы', true), of: vprShare(({ n2 }) => n2) },
  { ...share('Доля «4» и «5» на ВПР, все работы', false), of: vprShare(({ n4, n5 }) => n4 + n5) },
  {
    ...share('Эффективность муниципального этапа ВсОШ', false),
    of: ({ schools }) => {
      const stage = olympiadLines(schools).find((line) => line.stage === 'MUNICIPAL');
      return stage ? toldValue(placesOf(stage)) : null;
    },
  },
];

/** Measures that at least one of the years has. */
export function overYears(years: readonly YearOfResults[]): MeasureOverYears[] {
  const lines = years.map(({ schools }) => ({
    oge: examLines(schools, 'OGE'),
    ege: examLines(schools, 'EGE'),
    schools,
  }));
  return MEASURES.map(({ of, ...about }) => ({ ...about, values: lines.map(of) })).filter(({ values }) =>
    values.some((value) => value !== null),
  );
}
