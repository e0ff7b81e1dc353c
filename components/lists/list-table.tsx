import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatPercent, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { ListSchool } from '@/lib/portal/lists/schema';

/** The schools of a confirmed list with the sums of that day; `numbered` as in the appendix to an order. */
export function ListTable({ caption, schools }: { caption: string; schools: readonly ListSchool[] }) {
  const departures = schools.some((school) => school.included !== school.proposed);
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell numeric className="w-12">
            №
          </HeaderCell>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell numeric>Сумма</HeaderCell>
          <HeaderCell numeric>Доля максимума</HeaderCell>
          {departures ? (
            <>
              <HeaderCell>Предложение портала</HeaderCell>
              <HeaderCell className="min-w-48">Основание отступления</HeaderCell>
            </>
          ) : null}
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school, at) => (
          <TableRow key={school.schoolId}>
            <Cell numeric className="text-muted">
              {at + 1}
            </Cell>
            <RowHeader className="font-normal">
              <Link href={`/schools/${school.schoolId}`} className="link-quiet">
                <span className="sm:hidden print:hidden">{typeset(school.schoolShortName)}</span>
                <span className="hidden sm:inline print:inline">{typeset(school.schoolName)}</span>
              </Link>
            </RowHeader>
            <Cell numeric className="whitespace-nowrap">
              {school.negativeSum === null ? (
                <span className="text-muted">карта не принята</span>
              ) : (
                <>
                  <span className="font-semibold">{school.negativeSum}</span>
                  <span className="text-muted"> из {school.maximum}</span>
                </>
              )}
            </Cell>
            <Cell numeric>
              {school.negativeSum === null || !school.maximum
                ? NO_VALUE
                : formatPercent(school.negativeSum / school.maximum)}
            </Cell>
            {departures ? (
              <>
                <Cell>{school.proposed ? 'предложена' : 'не предложена'}</Cell>
                <Cell className="whitespace-pre-line">{school.reason ?? ''}</Cell>
              </>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
