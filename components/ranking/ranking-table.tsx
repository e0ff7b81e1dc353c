import Link from 'next/link';
import type { ReactNode } from 'react';
import { CardStatus } from '@/components/campaigns/card-status';
import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { SegmentBar } from '@/components/ui/segment-bar';
import { sortLink } from '@/components/ui/sort-link';
import { Cell, HeaderCell, RowHeader, Table, TableHead } from '@/components/ui/table';
import { formatNumber, formatPercent, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { RankedSchool, RankingColumn, RankingFilters, RankingSort } from '@/lib/portal/lists/views';
import { ChangeMark } from './change-mark';
import { FirmnessMark, ListMark } from './what-if/flag-marks';
import { RankedRows } from './what-if/ranked-rows';

export interface RankingTableProps {
  caption: string;
  /** filtered and sorted */
  schools: readonly RankedSchool[];
  groupTitles: ReadonlyMap<string, string>;
  /** the length of the longest bar: the highest maximum of the table */
  barMaximum: number;
  filters: RankingFilters;
  /** the order of the rule when the address names none */
  ruleSort: 'sum' | 'share';
  sortHref: (sort: RankingSort, direction: 'ascending' | 'descending') => string;
}

/** The schools of a campaign: place, sum and what it is made of, how firm the flag is. */
export function RankingTable({ caption, schools, filters, ...rest }: RankingTableProps) {
  const columns = new Set(filters.columns);
  const sorted = filters.sort === 'rule' ? rest.ruleSort : filters.sort;
  const head = (column: RankingSort, first: 'ascending' | 'descending') =>
    sortLink({ sort: sorted, direction: filters.direction }, column, first, rest.sortHref);
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell numeric>Место</HeaderCell>
          <HeaderCell sort={head('name', 'ascending')}>Школа</HeaderCell>
          {columns.has('code') ? <HeaderCell>Код</HeaderCell> : null}
          {columns.has('kind') ? <HeaderCell>Тип и классы</HeaderCell> : null}
          <HeaderCell numeric sort={head('sum', 'descending')}>
            Сумма
          </HeaderCell>
          {columns.has('groups') ? <HeaderCell className="min-w-40">Баллы по группам</HeaderCell> : null}
          {columns.has('share') ? (
            <HeaderCell numeric sort={head('share', 'descending')}>
              Доля максимума
            </HeaderCell>
          ) : null}
          {columns.has('previous') ? <HeaderCell numeric>Год назад</HeaderCell> : null}
          {columns.has('change') ? <HeaderCell sort={head('change', 'descending')}>За год</HeaderCell> : null}
          {columns.has('firmness') ? <HeaderCell sort={head('firmness', 'ascending')}>Устойчивость</HeaderCell> : null}
          {columns.has('list') ? <HeaderCell>Список</HeaderCell> : null}
        </tr>
      </TableHead>
      <RankedRows
        columnCount={3 + columns.size}
        rows={schools.map((school) => ({
          code: school.schoolCode,
          accepted: school.status === 'ACCEPTED',
          cells: <SchoolCells school={school} columns={columns} {...rest} />,
        }))}
      />
    </Table>
  );
}

interface SchoolCellsProps {
  school: RankedSchool;
  columns: ReadonlySet<RankingColumn>;
  groupTitles: ReadonlyMap<string, string>;
  barMaximum: number;
}

function SchoolCells({ school, columns, groupTitles, barMaximum }: SchoolCellsProps): ReactNode {
  const identity = (
    <>
      <Cell numeric className="text-muted">
        {school.rank ?? NO_VALUE}
      </Cell>
      <RowHeader className="min-w-44">
        <Link href={`/schools/${school.schoolId}`} className="link-quiet" title={school.schoolName}>
          {typeset(school.schoolShortName)}
        </Link>
      </RowHeader>
      {columns.has('code') ? <Cell className="whitespace-nowrap text-muted">{school.schoolCode}</Cell> : null}
      {columns.has('kind') ? (
        <Cell className="whitespace-nowrap">
          {SCHOOL_KINDS[school.schoolKind]}, {gradesInWords(school.grades.from, school.grades.to)}
        </Cell>
      ) : null}
    </>
  );
  if (school.status !== 'ACCEPTED') {
    return (
      <>
        {identity}
        <WithoutSum school={school} columns={columns} />
      </>
    );
  }
  return (
    <>
      {identity}
      <Cell numeric className="whitespace-nowrap">
        <Link
          href={`/monitoring/cards/${school.cardId}`}
          className="no-underline hover:underline"
          aria-label={`Сумма ${school.negativeSum} из ${school.maximum}: открыть карту`}
        >
          <span className="text-base font-semibold">{school.negativeSum}</span>
          <span className="text-muted"> из {school.maximum}</span>
        </Link>
      </Cell>
      {columns.has('groups') ? (
        <Cell>
          <SegmentBar
            max={barMaximum}
            segments={school.groups.map((group) => ({
              label: groupTitles.get(group.code) ?? group.code,
              value: group.negativeSum,
            }))}
          />
        </Cell>
      ) : null}
      {columns.has('share') ? <Cell numeric>{formatPercent(school.share)}</Cell> : null}
      {columns.has('previous') ? <Cell numeric>{formatNumber(school.previousNegativeSum)}</Cell> : null}
      {columns.has('change') ? (
        <Cell className="whitespace-nowrap">
          <ChangeMark value={school.change} />
        </Cell>
      ) : null}
      {columns.has('firmness') ? (
        <Cell className="whitespace-nowrap">
          <FirmnessMark code={school.schoolCode} />
        </Cell>
      ) : null}
      {columns.has('list') ? (
        <Cell className="whitespace-nowrap">
          <ListMark code={school.schoolCode} confirmed={school.confirmed} />
        </Cell>
      ) : null}
    </>
  );
}

/** No accepted card: the state of the card and last year's sum instead of figures, never a zero. */
function WithoutSum({ school, columns }: Pick<SchoolCellsProps, 'school' | 'columns'>) {
  const marks = columns.has('list') ? 1 : 0;
  const width = 1 + [...columns].filter((column) => column !== 'code' && column !== 'kind').length - marks;
  return (
    <>
      <Cell colSpan={width}>
        <span className="flex flex-wrap items-center gap-x-4 pl-8 text-muted">
          <CardStatus status={school.status} look="line" />
          {school.previousNegativeSum === null ? null : (
            <span>
              год назад {school.previousNegativeSum} из {school.previousMaximum}
            </span>
          )}
        </span>
      </Cell>
      {marks ? (
        <Cell className="whitespace-nowrap">
          <ListMark code={school.schoolCode} confirmed={school.confirmed} />
        </Cell>
      ) : null}
    </>
  );
}
