import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatShortDate } from '@/lib/domain/russian';
import { addresseeInWords } from '@/lib/domain/support/recommendation';
import type { RecommendationRow } from '@/lib/portal/recommendations/views';
import { RecommendationStatusMark } from './recommendation-status';

interface RecommendationTableProps {
  rows: readonly RecommendationRow[];
  /** a box before each draft that the viewer may issue */
  choosing: boolean;
  withSchool: boolean;
}

export function RecommendationTable({ rows, choosing, withSchool }: RecommendationTableProps) {
  return (
    <Table caption="Рекомендации">
      <TableHead>
        <tr>
          {choosing ? (
            <HeaderCell>
              <span className="sr-only">Направить</span>
            </HeaderCell>
          ) : null}
          <HeaderCell>Рекомендация</HeaderCell>
          {withSchool ? <HeaderCell>Школа</HeaderCell> : null}
          <HeaderCell>Кому</HeaderCell>
          <HeaderCell>Срок</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            {choosing ? (
              <Cell>
                {row.mayIssue ? (
                  <input
                    type="checkbox"
                    name="drafts"
                    value={`${row.id} ${row.version}`}
                    aria-label={`Направить: ${row.text}`}
                    className="size-5"
                  />
                ) : null}
              </Cell>
            ) : null}
            <RowHeader className="max-w-xl">
              <Link href={`/support/recommendations/${row.id}`} className="link">
                {row.text}
              </Link>
            </RowHeader>
            {withSchool ? <Cell>{row.schoolName}</Cell> : null}
            <Cell>{addresseeInWords(row.addressee, row.subject)}</Cell>
            <Cell className="whitespace-nowrap">{formatShortDate(new Date(row.dueOn))}</Cell>
            <Cell>
              <RecommendationStatusMark status={row.status} overdue={row.overdue} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
