/** Tables of ОГЭ, ЕГЭ, ВПР and ВсОШ in the analytical report. */
import { ALL_SUBJECTS } from '@/lib/domain/evidence/subjects';
import { LEAST_GROUP } from '@/lib/domain/failure-matrix';
import { type ExamLine, examSubjectName } from '@/lib/domain/reports/results-exams';
import { OLYMPIAD_STAGES, type OlympiadLine, placesOf } from '@/lib/domain/reports/results-olympiads';
import { type Ratio, toldValue } from '@/lib/domain/reports/results-ratio';
import type { VprLine } from '@/lib/domain/reports/results-vpr';
import { formatNumber, formatPercent, NO_VALUE } from '@/lib/domain/russian';
import type { ReportBlock, ReportColumn } from '@/lib/exchange/report-document';

/** A table, or the words that there is nothing to show. */
export function tableOr(
  empty: string,
  caption: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly string[])[],
): ReportBlock {
  return rows.length === 0
    ? { kind: 'paragraph', text: empty, muted: true }
    : { kind: 'table', caption, columns, rows };
}

export const numeric = (title: string, width: number): ReportColumn => ({ title, width, numeric: true });

/** How many there are; words instead of a number that is too small to be told. */
export const people = (count: number): string => (count < LEAST_GROUP ? `меньше ${LEAST_GROUP}` : formatNumber(count));

/** A share of a group, which is not told of a small one. */
const shareOf = (sum: number, participants: number): string => formatPercent(toldValue({ sum, participants }));
const percent = (ratio: Ratio | null): string => formatPercent(toldValue(ratio));
const count = (ratio: Ratio | null): string => (toldValue(ratio) === null ? NO_VALUE : formatNumber(ratio?.sum));
const fixed = (ratio: Ratio | null, digits: number): string => formatNumber(toldValue(ratio), digits);

export function ogeTable(lines: readonly ExamLine[], empty: string): ReportBlock {
  return tableOr(
    empty,
    'ОГЭ по предметам',
    [
      { title: 'Предмет', width: 0.28 },
      numeric('Школ', 0.1),
      numeric('Участников', 0.16),
      numeric('Средняя отметка', 0.16),
      numeric('Доля «2»', 0.14),
      numeric('Качество', 0.16),
    ],
    lines.map((line) => [
      examSubjectName(line),
      formatNumber(line.schools),
      people(line.participants),
      fixed(line.mark, 2),
      percent(line.failed),
      percent(line.quality),
    ]),
  );
}

export function egeTable(lines: readonly ExamLine[], empty: string): ReportBlock {
  return tableOr(
    empty,
    'ЕГЭ по предметам',
    [
      { title: 'Предмет', width: 0.26 },
      numeric('Школ', 0.09),
      numeric('Участников', 0.14),
      numeric('Средний балл', 0.15),
      numeric('Ниже минимума', 0.13),
      numeric('81–99 баллов', 0.12),
      numeric('100 баллов', 0.11),
    ],
    lines.map((line) => [
      examSubjectName(line),
      formatNumber(line.schools),
      people(line.participants),
      // the basic level has marks, no points
      line.score === null && line.mark !== null ? `${fixed(line.mark, 2)} (отметка)` : fixed(line.score, 1),
      percent(line.failed),
      percent(line.from81to99),
      count(line.full),
    ]),
  );
}

export function vprTable(lines: readonly VprLine[], empty: string): ReportBlock {
  return tableOr(
    empty,
    'ВПР: отметки и их согласие с журналом',
    [
      numeric('Класс', 0.08),
      { title: 'Предмет', width: 0.2 },
      numeric('Работ', 0.1),
      ...['«2»', '«3»', '«4»', '«5»'].map((mark) => numeric(mark, 0.09)),
      numeric('Качество', 0.12),
      numeric('Как в журнале', 0.14),
    ],
    lines.map(({ grade, subject, participants, n2, n3, n4, n5, journal }) => [
      String(grade),
      subject,
      people(participants),
      ...[n2, n3, n4, n5, n4 + n5].map((count) => shareOf(count, participants)),
      journal ? shareOf(journal.confirmed, journal.pupils) : NO_VALUE,
    ]),
  );
}

/** A table a stage; the first row is the stage as a whole. */
export function olympiadTables(lines: readonly OlympiadLine[], empty: string): ReportBlock[] {
  if (lines.length === 0) return [{ kind: 'paragraph', text: empty, muted: true }];
  return OLYMPIAD_STAGES.flatMap(({ stage, title }): ReportBlock[] => {
    const rows = lines.filter((line) => line.stage === stage).map(olympiadRow);
    return rows.length === 0
      ? []
      : [{ kind: 'table', caption: `ВсОШ: ${title.toLowerCase()} этап`, columns: OLYMPIAD_COLUMNS, rows }];
  });
}

const OLYMPIAD_COLUMNS: readonly ReportColumn[] = [
  { title: 'Предмет', width: 0.26 },
  numeric('Школ', 0.1),
  numeric('Участников', 0.16),
  numeric('Победителей', 0.16),
  numeric('Призёров', 0.14),
  numeric('Эффективность', 0.18),
];

function olympiadRow(line: OlympiadLine): string[] {
  const told = line.participants >= LEAST_GROUP;
  return [
    line.subject === ALL_SUBJECTS ? 'Этап в целом' : line.subject,
    formatNumber(line.schools),
    people(line.participants),
    told ? formatNumber(line.winners) : NO_VALUE,
    told ? formatNumber(line.prizeWinners) : NO_VALUE,
    percent(placesOf(line)),
  ];
}
