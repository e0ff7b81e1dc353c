import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatDate, formatSchoolYear, NBSP, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { HistoryView, PredecessorHistory } from '@/lib/portal/schools/views';
import { pointsHref } from '../addresses';

/** Merged schools: their sums stay theirs and are never added to this school's. */
export function PredecessorSums({ view, linked }: { view: HistoryView; linked: boolean }) {
  return view.predecessors.map((school) => (
    <Panel
      key={school.id}
      title={
        <>
          Присоединённая школа:{' '}
          {linked ? (
            <Link href={`/schools/${school.id}?tab=history`} className="link-quiet">
              {typeset(school.name)}
            </Link>
          ) : (
            typeset(school.name)
          )}
        </>
      }
      description={`Присоединена ${formatDate(school.happenedOn)}. ${school.ground}. Её суммы остаются за ней и не складываются с суммами этой школы.`}
      padding={school.years ? 'flush' : 'normal'}
    >
      {school.years ? (
        <Sums school={school} years={school.years} tables={view.tables} />
      ) : (
        <p className="text-muted">Суммы другой школы видят МОЦ и СОИРО.</p>
      )}
    </Panel>
  ));
}

interface SumsProps {
  school: PredecessorHistory;
  years: NonNullable<PredecessorHistory['years']>;
  tables: HistoryView['tables'];
}

function Sums({ school, years, tables }: SumsProps) {
  if (years.length === 0) return <p className="px-4 pb-4 text-muted sm:px-5">Карт у неё не было.</p>;
  return (
    <Table caption={`Суммы присоединённой школы ${school.name}`}>
      <TableHead>
        <tr>
          <HeaderCell>Учебный год</HeaderCell>
          {tables.map((table) => (
            <HeaderCell key={table.code} numeric>
              {table.title.split('.')[0]}
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {years.map((year) => (
          <TableRow key={year.cardId}>
            <RowHeader>
              <Link href={pointsHref(school.id, year.schoolYear)} className="link-quiet tabular-nums">
                {formatSchoolYear(year.schoolYear)}
              </Link>
            </RowHeader>
            {tables.map(({ code }) => {
              const sum = year.tables?.[code];
              return (
                <Cell key={code} numeric>
                  {sum ? `${sum.negativeSum}${NBSP}из${NBSP}${sum.maximum}` : NO_VALUE}
                </Cell>
              );
            })}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
