import { AlarmClock } from 'lucide-react';
import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatMoment, NO_VALUE } from '@/lib/domain/russian';
import type { MatrixRow } from '@/lib/portal/failure-matrix/views';
import { byMatrixStatus } from './board-order';
import { MatrixStatus } from './matrix-status';

/** Schools of a matrix campaign: those that have not sent come first. */
export function MatrixBoardTable({
  campaignId,
  rows,
  now,
}: {
  campaignId: string;
  rows: readonly MatrixRow[];
  now: Date;
}) {
  return (
    <Table caption="Матрицы школ">
      <TableHead>
        <TableRow>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Сохранена</HeaderCell>
          <HeaderCell>Отправлена</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {byMatrixStatus(rows).map((row) => (
          <TableRow key={row.matrixId}>
            <RowHeader>
              {row.status === 'SUBMITTED' ? (
                <Link
                  href={`/monitoring/causes/${campaignId}/report?school=${row.schoolId}`}
                  className="text-accent underline underline-offset-2"
                >
                  {row.schoolName}
                </Link>
              ) : (
                row.schoolName
              )}
              {row.hasAccount ? null : (
                <span className="block font-normal text-warning">нет учётной записи директора</span>
              )}
            </RowHeader>
            <Cell>
              <div className="flex flex-wrap items-center gap-2">
                <MatrixStatus status={row.status} begun={row.savedAt !== null} />
                {row.late ? (
                  <Status tone="danger" icon={AlarmClock} look="line">
                    просрочена
                  </Status>
                ) : null}
              </div>
            </Cell>
            <Cell>{row.savedAt ? formatMoment(row.savedAt, now) : NO_VALUE}</Cell>
            <Cell>{row.submittedAt ? formatMoment(row.submittedAt, now) : NO_VALUE}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
