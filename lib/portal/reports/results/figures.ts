/** Figures of the analytical report. A group too small to be told is no data, never a zero. */
import { type ExamLine, examSubjectName } from '@/lib/domain/reports/results-exams';
import { type Ratio, toldValue } from '@/lib/domain/reports/results-ratio';
import type { VprLine } from '@/lib/domain/reports/results-vpr';
import type { MeasureOverYears } from '@/lib/domain/reports/results-years';
import { formatSchoolYear } from '@/lib/domain/russian';
import type { ReportBlock } from '@/lib/exchange/report-document';

const percent = (ratio: Ratio | null): number | null => {
  const share = toldValue(ratio);
  return share === null ? null : share * 100;
};

/** One figure, or none where there would be nothing to see. */
function barsOf(
  caption: string,
  series: readonly string[],
  rows: readonly { label: string; values: readonly (number | null)[] }[],
): ReportBlock[] {
  if (!rows.some(({ values }) => values.some((value) => value !== null))) return [];
  return [{ kind: 'figure', caption, drawing: { kind: 'bars', series, rows, digits: 1 } }];
}

/** Those who failed by subject, beside the year before. */
export function failedFigure(
  caption: string,
  years: readonly [before: string, now: string],
  before: readonly ExamLine[],
  now: readonly ExamLine[],
): ReportBlock[] {
  const rows = now.map((line) => {
    const earlier = before.find(({ subject, level }) => subject === line.subject && level === line.level);
    return { label: examSubjectName(line), values: [percent(earlier?.failed ?? null), percent(line.failed)] };
  });
  return barsOf(
    caption,
    years.map((year) => formatSchoolYear(year)),
    rows,
  );
}

/** «4» and «5» of ВПР, and how many have the mark of the journal, by work. */
export function vprFigure(lines: readonly VprLine[]): ReportBlock[] {
  return barsOf(
    'ВПР: доля «4» и «5» и доля отметок как в журнале, %',
    ['«4» и «5»', 'Как в журнале'],
    lines.map(({ grade, subject, participants, n4, n5, journal }) => ({
      label: `${grade} класс, ${subject}`,
      values: [
        percent({ sum: n4 + n5, participants }),
        journal && percent({ sum: journal.confirmed, participants: journal.pupils }),
      ],
    })),
  );
}

const LINES = [
  { unit: 'MARK', caption: 'Средняя отметка ОГЭ по годам', digits: 2 },
  { unit: 'POINTS', caption: 'Средний балл ЕГЭ по годам', digits: 1 },
] as const;

/** Means of the exams over the years: marks and points apart, since they have other scales. */
export function yearsFigures(measures: readonly MeasureOverYears[], years: readonly string[]): ReportBlock[] {
  return LINES.flatMap(({ unit, caption, digits }): ReportBlock[] => {
    const those = measures.filter((measure) => measure.unit === unit);
    if (those.length === 0) return [];
    const drawing = {
      ...{ kind: 'lines' as const, digits },
      // «Средняя отметка ОГЭ, математика»: the caption says the first part
      series: those.map(({ title }) => title.replace(/^[^,]+, /, '')),
      labels: years.map((year) => formatSchoolYear(year)),
      values: those.map(({ values }) => values),
    };
    return [{ kind: 'figure', caption, drawing }];
  });
}
