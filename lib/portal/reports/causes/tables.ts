/** Tables and figures of the report of causes. */
import type { FailureReport, ReportCell } from '@/lib/domain/failure-matrix';
import { commonestCauses } from '@/lib/domain/reports/causes-report';
import { formatDate, formatNumber, formatPercent, NO_VALUE } from '@/lib/domain/russian';
import type { ReportBlock } from '@/lib/exchange/report-document';
import type { MatrixRow } from '@/lib/portal/failure-matrix/views';

/** A number, with a star where groups beside it are hidden. */
const starred = ({ pupils, hidden }: ReportCell): string => {
  if (hidden === 0) return pupils === 0 ? NO_VALUE : formatNumber(pupils);
  return pupils === 0 ? '*' : `${formatNumber(pupils)}*`;
};

export function causesTable(report: FailureReport): ReportBlock[] {
  const causes = commonestCauses(report);
  return [
    {
      kind: 'table',
      caption: 'Как часто называют причины',
      columns: [
        { title: 'Причина', width: 0.55 },
        { title: 'Указаний', width: 0.15, numeric: true },
        { title: 'Доля', width: 0.13, numeric: true },
        { title: 'Скрыто групп', width: 0.17, numeric: true },
      ],
      rows: causes.map(({ text, pupils, share, hidden }) => [
        text,
        pupils === 0 && hidden > 0 ? '*' : formatNumber(pupils),
        pupils === 0 && hidden > 0 ? NO_VALUE : formatPercent(share),
        formatNumber(hidden),
      ]),
    },
    ...sumsFigure(
      'Самые частые причины, указаний',
      causes
        .filter(({ pupils }) => pupils > 0)
        .slice(0, MOST_BARS)
        .map(({ text, ...cell }) => ({ label: text, cell })),
    ),
  ];
}

const MOST_BARS = 8;

/** Sums as bars; what is hidden as a whole is no data, never a zero. */
function sumsFigure(caption: string, bars: readonly { label: string; cell: ReportCell }[]): ReportBlock[] {
  if (!bars.some(({ cell }) => cell.pupils > 0)) return [];
  const rows = bars.map(({ label, cell }) => ({
    label,
    values: [cell.pupils === 0 && cell.hidden > 0 ? null : cell.pupils],
  }));
  return [{ kind: 'figure', caption, drawing: { kind: 'bars', series: ['Указаний'], rows } }];
}

/** The sums of the columns as bars. */
export const columnsFigure = (
  caption: string,
  { columns, columnTotals }: FailureReport,
  title: (column: string) => string,
) =>
  sumsFigure(
    caption,
    columns.flatMap((column, at) => {
      const cell = columnTotals[at];
      return cell ? [{ label: title(column), cell }] : [];
    }),
  );

/** More columns than that are not read on a page. */
const MOST_COLUMNS = 6;

/** Causes × subjects or grades, in as many tables as the columns need; the last one has the sums. */
export function crossTables(caption: string, report: FailureReport, title: (column: string) => string): ReportBlock[] {
  const { columns, rows, columnTotals, total } = report;
  if (columns.length === 0)
    return [{ kind: 'paragraph', text: `${caption}: ни одной группы не названо.`, muted: true }];
  const starts = columns.flatMap((_, at) => (at % MOST_COLUMNS === 0 ? [at] : []));
  return starts.map((from): ReportBlock => {
    const shown = columns.slice(from, from + MOST_COLUMNS);
    const last = from + MOST_COLUMNS >= columns.length;
    const width = 0.62 / (shown.length + (last ? 1 : 0));
    const line = (name: string, cells: readonly ReportCell[], sum: ReportCell) => [
      name,
      ...cells.slice(from, from + MOST_COLUMNS).map(starred),
      ...(last ? [starred(sum)] : []),
    ];
    return {
      kind: 'table',
      caption: starts.length > 1 ? `${caption} (${shown.map(title).join(', ')})` : caption,
      columns: [
        { title: 'Причина', width: 0.38 },
        ...shown.map((column) => ({ title: title(column), width, numeric: true })),
        ...(last ? [{ title: 'Всего', width, numeric: true }] : []),
      ],
      rows: [
        ...rows.map(({ cause, cells, total: sum }) => line(cause.text, cells, sum)),
        line('Всего', columnTotals, total),
      ],
    };
  });
}

export function schoolsTable(rows: readonly MatrixRow[]): ReportBlock[] {
  return [
    {
      kind: 'table',
      caption: 'Школы сбора',
      columns: [
        { title: 'Школа', width: 0.6 },
        { title: 'Матрица', width: 0.2 },
        { title: 'Когда', width: 0.2 },
      ],
      rows: rows.map(({ schoolName, status, submittedAt, late }) => [
        schoolName,
        status === 'SUBMITTED' ? 'отправлена' : late ? 'просрочена' : 'не отправлена',
        submittedAt && status === 'SUBMITTED' ? formatDate(submittedAt) : NO_VALUE,
      ]),
    },
  ];
}
