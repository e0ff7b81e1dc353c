import { AlarmClock, MessageSquareWarning, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatMoment, formatShortDate, timeLeft } from '@/lib/domain/russian';
import type { BoardRow } from '@/lib/portal/campaigns/views';
import { CardStatus } from './card-status';

interface BoardTableProps {
  rows: readonly BoardRow[];
  now: Date;
  /** true: each row that waits for its school can be chosen for a reminder */
  choosing: boolean;
}

/** Schools of a campaign as rows: progress, state, deadline. */
export function BoardTable({ rows, now, choosing }: BoardTableProps) {
  const differing = rows.some((row) => row.disagreements > 0);
  return (
    <Table caption="Карты школ">
      <TableHead>
        <TableRow>
          {choosing ? (
            <HeaderCell>
              <span className="sr-only">Напомнить</span>
            </HeaderCell>
          ) : null}
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
          <HeaderCell>Отвечено</HeaderCell>
          {differing ? <HeaderCell numeric>Расхождений с данными</HeaderCell> : null}
          <HeaderCell>Срок</HeaderCell>
          <HeaderCell>Отправлена</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => {
          const waits = row.status === 'DRAFT' || row.status === 'RETURNED';
          return (
            <TableRow key={row.cardId}>
              {choosing ? (
                <Cell>
                  {waits ? (
                    <input
                      type="checkbox"
                      name="school"
                      value={row.schoolId}
                      defaultChecked={row.late}
                      aria-label={`Напомнить: ${row.schoolName}`}
                      className="size-5 accent-accent"
                    />
                  ) : null}
                </Cell>
              ) : null}
              <RowHeader>
                <Link href={`/monitoring/cards/${row.cardId}`} className="text-accent underline underline-offset-2">
                  {row.schoolName}
                </Link>
                {row.hasAccount ? null : (
                  <span className="block font-normal text-warning">нет учётной записи директора</span>
                )}
              </RowHeader>
              <Cell>
                <div className="flex flex-wrap items-center gap-2">
                  <CardStatus status={row.status} begun={row.begun} />
                  {row.openDisputes > 0 ? (
                    <Status tone="warning" icon={MessageSquareWarning}>
                      Оспаривается: {row.openDisputes}
                    </Status>
                  ) : null}
                </div>
              </Cell>
              <Cell className="min-w-28">
                <ProgressBar
                  label={`Отвечено ${row.answered} из ${row.applicable}`}
                  labelShown
                  value={row.answered}
                  max={row.applicable}
                />
              </Cell>
              {differing ? (
                <Cell numeric>
                  {row.disagreements > 0 ? (
                    <Link
                      href={`/monitoring/cards/${row.cardId}?show=differ`}
                      className="inline-flex items-center gap-1.5 font-semibold text-warning underline underline-offset-2"
                      aria-label={`Расхождений с данными: ${row.disagreements}, ${row.schoolName}`}
                    >
                      <TriangleAlert aria-hidden className="size-4" />
                      {row.disagreements}
                    </Link>
                  ) : (
                    <span className="text-muted">0</span>
                  )}
                </Cell>
              ) : null}
              <Cell className="whitespace-nowrap">
                {formatShortDate(row.dueAt)}
                {row.ownDeadline ? <span className="text-muted"> свой</span> : null}
                {row.late ? (
                  <span className="block">
                    <Status tone="danger" icon={AlarmClock} look="line">
                      {timeLeft(row.dueAt, now)}
                    </Status>
                  </span>
                ) : null}
              </Cell>
              <Cell>{row.submittedAt ? formatMoment(row.submittedAt, now) : '—'}</Cell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
