import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { ValueBar } from '@/components/charts/value-bar';
import { FlagStatus } from '@/components/ranking/flag-status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { yearWords } from '@/lib/domain/federal-words';
import { formatSchoolYear, NO_VALUE, typeset } from '@/lib/domain/russian';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { TwoRulesSchool } from '@/lib/portal/federal-rule/views';
import { FederalStatus } from './federal-status';

export interface RulesTableProps {
  caption: string;
  schools: readonly TwoRulesSchool[];
  resultsYear: string;
  /** the longest bar */
  barMaximum: number;
  /** the school whose figures are open: they take the place of the columns of procedures */
  open: string | null;
  schoolHref: (schoolCode: string) => string;
}

/** The municipal sum of each school beside the federal rule. */
export function RulesTable({ caption, schools, resultsYear, barMaximum, open, schoolHref }: RulesTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell numeric>Сумма</HeaderCell>
          <HeaderCell className="min-w-28">
            <span className="sr-only">Полоса суммы</span>
          </HeaderCell>
          <HeaderCell>Правило кампании</HeaderCell>
          <HeaderCell>Федеральное правило</HeaderCell>
          {open ? null : (
            <>
              <HeaderCell>Низкие процедуры {formatSchoolYear(resultsYear)}</HeaderCell>
              <HeaderCell>Год назад, {formatSchoolYear(previousSchoolYear(resultsYear))}</HeaderCell>
            </>
          )}
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school) => (
          <TableRow key={school.schoolCode} marked={school.schoolCode === open}>
            <RowHeader className="min-w-40">
              <Link
                href={`/schools/${school.schoolId}`}
                className="link-quiet"
                title={school.schoolName}
                prefetch={false}
              >
                {typeset(school.schoolShortName)}
              </Link>
            </RowHeader>
            <SumCells school={school} barMaximum={barMaximum} />
            <Cell className="whitespace-nowrap">
              {school.negativeSum === null && !school.confirmed ? (
                <span className="text-muted">{NO_VALUE}</span>
              ) : (
                <FlagStatus proposed={school.proposed} confirmed={school.confirmed} />
              )}
            </Cell>
            <Cell className="min-w-48">
              <Link
                href={schoolHref(school.schoolCode)}
                scroll={false}
                prefetch={false}
                className="no-underline hover:underline"
                aria-current={school.schoolCode === open ? 'true' : undefined}
              >
                <FederalStatus result={school.federal.result} look="line" />
                <span className="sr-only">: доли и источники, {school.schoolShortName}</span>
              </Link>
            </Cell>
            {open ? null : (
              <>
                <Cell className="min-w-44">{yearWords(school.federal, 'year')}</Cell>
                <Cell className="min-w-44 text-muted">{yearWords(school.federal, 'before')}</Cell>
              </>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function SumCells({ school, barMaximum }: { school: TwoRulesSchool; barMaximum: number }) {
  const { negativeSum, maximum, status, cardId } = school;
  if (negativeSum === null) {
    return (
      <Cell colSpan={2}>
        <CardStatus status={status} look="line" />
      </Cell>
    );
  }
  return (
    <>
      <Cell numeric className="whitespace-nowrap">
        <Link
          href={`/monitoring/cards/${cardId}`}
          prefetch={false}
          className="no-underline hover:underline"
          aria-label={`Сумма ${negativeSum} из ${maximum}: открыть карту`}
        >
          <span className="font-semibold">{negativeSum}</span>
          <span className="text-muted"> из {maximum}</span>
        </Link>
      </Cell>
      <Cell>
        <ValueBar value={negativeSum} max={barMaximum} label={`Сумма ${negativeSum} из ${maximum}`} />
      </Cell>
    </>
  );
}
