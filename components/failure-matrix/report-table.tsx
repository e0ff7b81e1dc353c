import { ValueBar } from '@/components/charts/value-bar';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { type FailureReport, LEAST_GROUP, type ReportCell } from '@/lib/domain/failure-matrix';
import { countOf, formatNumber, NO_VALUE } from '@/lib/domain/russian';

interface ReportTableProps {
  caption: string;
  report: FailureReport;
  by: 'subject' | 'grade';
}

const hiddenWords = ({ pupils, hidden }: ReportCell) =>
  `${formatNumber(pupils)}; скрыто: ${countOf(hidden, 'группа', 'группы', 'групп')} меньше ${LEAST_GROUP} учеников`;

/** A number of pupils; an asterisk where small groups are left out, a dash where nothing was named. */
function Figure({ cell }: { cell: ReportCell }) {
  if (cell.hidden === 0) return cell.pupils === 0 ? NO_VALUE : formatNumber(cell.pupils);
  return (
    <span title={hiddenWords(cell)}>
      <span aria-hidden>{cell.pupils === 0 ? `<${LEAST_GROUP}` : `${formatNumber(cell.pupils)}*`}</span>
      <span className="sr-only">{hiddenWords(cell)}</span>
    </span>
  );
}

/** Causes × subjects or grades with sums; every sum is made of what is shown. */
export function ReportTable({ caption, report, by }: ReportTableProps) {
  const largest = Math.max(1, ...report.rows.map(({ total }) => total.pupils));
  return (
    <Table caption={caption}>
      <TableHead>
        <TableRow>
          <HeaderCell>Причина</HeaderCell>
          {report.columns.map((column) => (
            <HeaderCell key={column} numeric>
              {by === 'grade' ? `${column} класс` : column}
            </HeaderCell>
          ))}
          <HeaderCell numeric>Всего</HeaderCell>
          <HeaderCell>По величине</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {report.rows.map(({ cause, cells, total }) => (
          <TableRow key={cause.code}>
            <RowHeader className="min-w-56">{cause.text}</RowHeader>
            {cells.map((cell, index) => (
              <Cell key={report.columns[index]} numeric>
                <Figure cell={cell} />
              </Cell>
            ))}
            <Cell numeric className="font-semibold">
              <Figure cell={total} />
            </Cell>
            <Cell>
              <ValueBar value={total.pupils} max={largest} label={`${cause.text}: ${formatNumber(total.pupils)}`} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
      <TableFoot>
        <TableRow>
          <RowHeader>Всего указаний</RowHeader>
          {report.columnTotals.map((cell, index) => (
            <Cell key={report.columns[index]} numeric>
              <Figure cell={cell} />
            </Cell>
          ))}
          <Cell numeric>
            <Figure cell={report.total} />
          </Cell>
          <Cell />
        </TableRow>
      </TableFoot>
    </Table>
  );
}
