/** Tables of ВПР as templates have them, with the region's own lines first. domain.md 8.1 */
import { identityToday } from '../schools';
import { type Cell, type DemoTable, REGION_LINE, rounded, yearOf } from './demo-file';
import { headerOf, LONG_MARKS_HEADER } from './headers';
import type { VprResult } from './vpr-results';
import { LAST_GRADE_WITH_TASKS, type Work, worksOf } from './vpr-works';

/** Results of one work put together; `code` stands in the first column. */
interface Line extends Pick<VprResult, 'pupils' | 'taskPoints' | 'participants' | 'journal'> {
  code: string;
  work: Work;
  /** null: the region's */
  results: VprResult['results'] | null;
}

const workKey = ({ grade, subject }: Work) => `${grade}/${subject}`;

function added(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, index) => value + (other[index] ?? 0));
}

function regionLines(all: readonly VprResult[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { work, pupils, taskPoints, participants, journal } of all) {
    const line = lines.get(workKey(work));
    if (!line) {
      lines.set(workKey(work), { code: REGION_LINE, work, results: null, pupils, taskPoints, participants, journal });
      continue;
    }
    line.pupils = added(line.pupils, pupils);
    line.taskPoints = added(line.taskPoints, taskPoints);
    line.participants += participants;
    line.journal = {
      lowered: line.journal.lowered + journal.lowered,
      confirmed: line.journal.confirmed + journal.confirmed,
      raised: line.journal.raised + journal.raised,
      gap2: line.journal.gap2 + journal.gap2,
    };
  }
  return [...lines.values()];
}

/** The lines of a file: the region's, then the schools'. */
export function vprLines(all: readonly VprResult[], listed: (result: VprResult) => boolean): Line[] {
  const schools = all.filter(listed).map((result) => ({ ...result, code: result.results.school.code }));
  return [...regionLines(all), ...schools];
}

const head = ({ code, work }: Line, autumn: number): Cell[] => [code, yearOf(autumn), work.grade, work.subject];

function marksOf({ pupils, work }: Line): Cell[] {
  const between = (from: number, to: number) => pupils.slice(from, to).reduce((sum, count) => sum + count, 0);
  const { from3, from4, from5, maximum } = work;
  return [between(0, from3), between(from3, from4), between(from4, from5), between(from5, maximum + 1)];
}

export function marksTable(lines: readonly Line[], autumn: number): DemoTable {
  return {
    header: headerOf('VPR_MARKS'),
    rows: lines.map((line) => [...head(line, autumn), line.participants, ...marksOf(line)]),
  };
}

/** The same marks as regions put them together of reports of ФИС ОКО: schools by their login. */
export function longMarksTable(
  lines: readonly Line[],
  autumn: number,
  loginOf: ReadonlyMap<string, string>,
): DemoTable {
  return {
    header: LONG_MARKS_HEADER,
    rows: lines.map((line) => {
      const { code, work, results, participants } = line;
      const { municipality, shortName } = results ? identityToday(results.school) : REGION_IN_WORDS;
      const about = [autumn + 1, work.grade, work.subject, municipality.name, loginOf.get(code) ?? null, shortName];
      return [...about, participants, ...marksOf(line)];
    }),
  };
}

const REGION_IN_WORDS = { municipality: { name: '' }, shortName: REGION_LINE };

/** A column for each score up to the greatest of the works listed; beyond a work's own maximum nothing stands. */
export function scoresTable(lines: readonly Line[], autumn: number): DemoTable {
  const maximum = Math.max(...lines.map(({ work }) => work.maximum));
  const scores = Array.from({ length: maximum + 1 }, (_, score) => score);
  return {
    header: [...headerOf('VPR_SCORES'), ...scores.map(String)],
    rows: lines.map((line) => [...head(line, autumn), ...scores.map((score) => line.pupils[score] ?? null)]),
  };
}

export function journalTable(lines: readonly Line[], autumn: number): DemoTable {
  return {
    header: headerOf('VPR_JOURNAL'),
    rows: lines.map((line) => {
      const { lowered, confirmed, raised, gap2 } = line.journal;
      return [...head(line, autumn), lowered, confirmed, raised, gap2];
    }),
  };
}

export function tasksTable(lines: readonly Line[], autumn: number): DemoTable {
  const told = lines.filter(({ work }) => work.grade <= LAST_GRADE_WITH_TASKS);
  return {
    header: headerOf('VPR_TASKS'),
    rows: told.flatMap((line) =>
      line.work.tasks.map(({ name, level, points }, index) => {
        const percent = (100 * (line.taskPoints[index] ?? 0)) / (points * line.participants);
        return [...head(line, autumn), name, level, line.participants, rounded(percent, 1)];
      }),
    ),
  };
}

export function scaleTable(autumn: number): DemoTable {
  return {
    header: headerOf('VPR_SCALE'),
    rows: worksOf(autumn).map(({ grade, subject, from3, from4, from5, maximum }) => [
      ...[yearOf(autumn), grade, subject, from3, from4, from5, maximum],
    ]),
  };
}
