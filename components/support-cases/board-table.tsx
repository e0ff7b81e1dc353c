import { Eye, Siren } from 'lucide-react';
import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatShortDate } from '@/lib/domain/russian';
import { stepLabel } from '@/lib/domain/support/case';
import type { SupportRow } from '@/lib/portal/support-cases/views';
import { StepMarks } from './step-mark';

interface BoardTableProps {
  rows: readonly SupportRow[];
  schoolYear: string;
  withMunicipality: boolean;
}

/** The supported schools: where each stands, who leads it, what is next, what is missing. */
export function BoardTable({ rows, schoolYear, withMunicipality }: BoardTableProps) {
  return (
    <Table caption={`Поддерживаемые школы ${schoolYear}`}>
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          {withMunicipality ? <HeaderCell>Муниципалитет</HeaderCell> : null}
          <HeaderCell>Шаги</HeaderCell>
          <HeaderCell>Дальше</HeaderCell>
          <HeaderCell>Куратор</HeaderCell>
          <HeaderCell>Рассмотреть</HeaderCell>
          <HeaderCell numeric>Пробелов</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.schoolId}>
            <RowHeader>
              <Link className="link" href={`/support/schools/${row.schoolId}?year=${schoolYear}`}>
                {row.schoolName}
              </Link>
              <span className="mt-1 flex flex-wrap gap-2 font-normal">
                {row.openConcerns > 0 ? (
                  <Status tone="danger" icon={Siren} look="line">
                    тревога
                  </Status>
                ) : null}
                {row.watched ? (
                  <Status tone="info" icon={Eye} look="line">
                    наблюдение
                  </Status>
                ) : null}
              </span>
            </RowHeader>
            {withMunicipality ? <Cell>{row.municipality}</Cell> : null}
            <Cell>
              {row.caseId ? (
                <StepMarks steps={row.steps} />
              ) : (
                <span className="text-muted">сопровождение не открыто</span>
              )}
            </Cell>
            <Cell>
              {row.status === 'CLOSED' ? (
                <Status tone="success" look="line">
                  поддержка завершена
                </Status>
              ) : row.next ? (
                <>
                  {stepLabel(row.next.code)}
                  {row.next.dueOn ? (
                    <span className={row.next.late ? 'block text-xs text-danger' : 'block text-xs text-muted'}>
                      до {formatShortDate(new Date(row.next.dueOn))}
                    </span>
                  ) : null}
                </>
              ) : (
                '—'
              )}
            </Cell>
            <Cell>
              {row.curators.length > 0 ? row.curators.join(', ') : <span className="text-warning">не назначен</span>}
            </Cell>
            <Cell>{row.nextReviewOn ? formatShortDate(new Date(row.nextReviewOn)) : '—'}</Cell>
            <Cell numeric>
              {row.gaps > 0 ? (
                <Link className="link" href={`/support/gaps?year=${schoolYear}#${row.schoolCode}`}>
                  {row.gaps}
                </Link>
              ) : (
                0
              )}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
