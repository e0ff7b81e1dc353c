/** Files of ОГЭ and ЕГЭ: the figures of cards, with what belongs to them beside. domain.md 8.2 */
import type { EgeSubject, MarkCounts } from '../figures';
import { meanMark, participants } from '../figures';
import type { RandomSource } from '../random';
import { type Cell, type DemoTable, REGION_LINE, rounded, yearOf } from './demo-file';
import { headerOf } from './headers';
import type { SchoolResults } from './school-results';

/** A line of an exam before it is written; means unrounded. */
export interface ExamLine {
  exam: 'ОГЭ' | 'ЕГЭ';
  subject: string;
  level: '' | 'база' | 'профиль';
  participants: number;
  meanScore: number | null;
  meanMark: number | null;
  marks: MarkCounts | null;
  belowMinimum: number;
  n81to99: number | null;
  n100: number | null;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function marksLine(exam: ExamLine['exam'], subject: string, level: ExamLine['level'], marks: MarkCounts): ExamLine {
  const { n2 } = marks;
  return {
    ...{ exam, subject: capital(subject), level, participants: participants(marks), marks, belowMinimum: n2 },
    ...{ meanScore: null, meanMark: meanMark(marks), n81to99: null, n100: null },
  };
}

/** One in thirty of the high results is a full score. */
const FULL_SCORES = 1 / 30;

function pointsLine(subject: string, level: ExamLine['level'], result: EgeSubject, full: number): ExamLine {
  return {
    ...{
      exam: 'ЕГЭ',
      subject: capital(subject),
      level,
      participants: result.participants,
      marks: null,
      meanMark: null,
    },
    ...{ meanScore: result.mean, belowMinimum: result.belowMinimum, n81to99: result.from81 - full, n100: full },
  };
}

/** Base mathematics of those who took no advanced one: «2» below the minimum, other marks around «4». */
function basicMathematics(pupils: number, failed: number, draw: RandomSource, key: string, autumn: number): MarkCounts {
  const random = draw('files', 'basic', key, autumn);
  const n5 = random.successes(pupils - failed, 0.4);
  const n4 = random.successes(pupils - failed - n5, 0.62);
  return { n2: failed, n3: pupils - failed - n5 - n4, n4, n5 };
}

/** The lines of one school in one year; a subject that nobody took has none. */
export function examLines({ school, autumn, figures: { oge, ege } }: SchoolResults, draw: RandomSource): ExamLine[] {
  const lines: ExamLine[] = [];
  if (oge) {
    lines.push(marksLine('ОГЭ', 'русский язык', '', oge.russian), marksLine('ОГЭ', 'математика', '', oge.mathematics));
    lines.push(...oge.electives.map(({ subject, marks }) => marksLine('ОГЭ', subject, '', marks)));
  }
  if (ege) {
    const { russian, advancedMathematics, basicMathematicsBelowMinimum, electives } = ege;
    const random = draw('files', 'full scores', school.code, autumn);
    const points = (subject: string, level: ExamLine['level'], result: EgeSubject) =>
      pointsLine(subject, level, result, random.successes(result.from81, FULL_SCORES));
    lines.push(points('русский язык', '', russian));
    const basic = russian.participants - (advancedMathematics?.participants ?? 0);
    const marks = basicMathematics(basic, basicMathematicsBelowMinimum, draw, school.code, autumn);
    lines.push(marksLine('ЕГЭ', 'математика', 'база', marks));
    if (advancedMathematics) lines.push(points('математика', 'профиль', advancedMathematics));
    lines.push(...electives.map(({ subject, result }) => points(subject, '', result)));
  }
  return lines.filter(({ participants: all }) => all > 0);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Lines of the same exam, subject and level put together: means weighted by participants. */
function together(lines: readonly ExamLine[]): ExamLine {
  const [first] = lines;
  if (!first) throw new Error('nothing to put together');
  const all = sum(lines.map((line) => line.participants));
  const of = (figure: (line: ExamLine) => number | null) =>
    figure(first) === null ? null : sum(lines.map((line) => figure(line) ?? 0));
  const mean = (figure: (line: ExamLine) => number | null) => {
    const weighted = of((line) => {
      const value = figure(line);
      return value === null ? null : value * line.participants;
    });
    return weighted === null ? null : weighted / all;
  };
  const mark = (key: keyof MarkCounts) => sum(lines.map(({ marks }) => marks?.[key] ?? 0));
  return {
    ...first,
    participants: all,
    meanScore: mean((line) => line.meanScore),
    meanMark: mean((line) => line.meanMark),
    marks: first.marks && { n2: mark('n2'), n3: mark('n3'), n4: mark('n4'), n5: mark('n5') },
    belowMinimum: sum(lines.map((line) => line.belowMinimum)),
    n81to99: of((line) => line.n81to99),
    n100: of((line) => line.n100),
  };
}

/** The region's lines of all schools' lines. */
export function regionExamLines(lines: readonly ExamLine[]): ExamLine[] {
  const groups = Map.groupBy(lines, ({ exam, subject, level }) => `${exam}/${subject}/${level}`);
  return [...groups.values()].map(together);
}

const round = (value: number | null, digits: number) => (value === null ? null : rounded(value, digits));

function row(code: string, autumn: number, line: ExamLine): Cell[] {
  const { marks } = line;
  return [
    ...[code, yearOf(autumn), line.exam, line.subject, line.level, line.participants],
    ...[round(line.meanScore, 2), round(line.meanMark, 2)],
    ...[marks?.n2 ?? null, marks?.n3 ?? null, marks?.n4 ?? null, marks?.n5 ?? null],
    ...[line.belowMinimum, line.n81to99, line.n100],
  ];
}

/** `region`: the lines of the whole region; none in a municipality's own file. */
export function examTable(
  listed: readonly SchoolResults[],
  linesOf: (results: SchoolResults) => readonly ExamLine[],
  region: readonly ExamLine[],
  autumn: number,
): DemoTable {
  return {
    header: headerOf('GIA_AGGREGATE'),
    rows: [
      ...region.map((line) => row(REGION_LINE, autumn, line)),
      ...listed.flatMap((results) => linesOf(results).map((line) => row(results.school.code, autumn, line))),
    ],
  };
}
