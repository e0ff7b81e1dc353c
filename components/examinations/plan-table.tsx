import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDayAndMonth, formatNumber } from '@/lib/domain/russian';
import { PART_KINDS, type PartKind } from '@/lib/domain/support/examination';
import type { PlanCell, PlanRow } from '@/lib/portal/examinations/views';
import { ExaminationStatusMark, PartStatus } from './part-status';

/** The schedule: schools as rows, the five parts as columns. */
export function PlanTable({ rows, caption }: { rows: readonly PlanRow[]; caption: string }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          {PART_KINDS.map(({ kind, short }) => (
            <HeaderCell key={kind}>{short}</HeaderCell>
          ))}
          <HeaderCell numeric>Выводов</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <RowHeader>
              <Link href={`/support/examinations/${row.id}`} className="link">
                {row.schoolName}
              </Link>
              <span className="block text-xs font-normal text-muted">
                {formatDayAndMonth(new Date(row.startsOn))} – {formatDayAndMonth(new Date(row.endsOn))}
              </span>
            </RowHeader>
            <Cell>
              <ExaminationStatusMark status={row.status} />
            </Cell>
            {PART_KINDS.map(({ kind }) => (
              <PartsCell key={kind} kind={kind} cells={row.cells} examinationId={row.id} />
            ))}
            <Cell numeric>{formatNumber(row.findings)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function PartsCell({
  kind,
  cells,
  examinationId,
}: {
  kind: PartKind;
  cells: readonly PlanCell[];
  examinationId: string;
}) {
  const own = cells.filter((cell) => cell.kind === kind);
  if (own.length === 0) return <Cell className="text-muted">не проводится</Cell>;
  return (
    <Cell>
      {own.map((cell) => (
        <Link
          key={cell.partId}
          href={`/support/examinations/${examinationId}/parts/${cell.partId}`}
          className="block no-underline hover:underline"
        >
          <PartStatus state={cell.state} late={cell.late} look="line" />
          {cell.dueOn ? (
            <span className="block text-xs text-muted">до {formatDayAndMonth(new Date(cell.dueOn))}</span>
          ) : null}
          <span className="sr-only">, {cell.title}</span>
        </Link>
      ))}
    </Cell>
  );
}
