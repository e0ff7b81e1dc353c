import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { ProgrammeStatusMark } from '@/components/programmes/programme-status';
import { sortLink } from '@/components/ui/sort-link';
import { Status } from '@/components/ui/status';
import {
  Cell,
  HeaderCell,
  RowHeader,
  type SortDirection,
  Table,
  TableBody,
  TableHead,
  TableRow,
} from '@/components/ui/table';
import { NO_VALUE, typeset } from '@/lib/domain/russian';
import type { SchoolProgress } from '@/lib/portal/overview/views';
import type { ProgressOrder, ProgressSort } from './school-progress-order';

interface SchoolProgressTableProps {
  caption: string;
  schoolYear: string;
  schools: readonly SchoolProgress[];
  order: ProgressOrder;
  sortHref: (sort: ProgressSort, direction: SortDirection) => string;
}

/** Schools of a municipality: card, list and support side by side; each figure opens what it counts. */
export function SchoolProgressTable({ caption, schoolYear, schools, order, sortHref }: SchoolProgressTableProps) {
  const head = (column: ProgressSort, first: SortDirection) => sortLink(order, column, first, sortHref);
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell sort={head('name', 'ascending')}>Школа</HeaderCell>
          <HeaderCell>Карта</HeaderCell>
          <HeaderCell numeric sort={head('sum', 'descending')}>
            Сумма
          </HeaderCell>
          <HeaderCell>Обследование</HeaderCell>
          <HeaderCell numeric sort={head('recommendations', 'descending')}>
            Рекомендации
          </HeaderCell>
          <HeaderCell>Программа</HeaderCell>
          <HeaderCell>Партнёр</HeaderCell>
          <HeaderCell numeric sort={head('events', 'ascending')}>
            Мероприятий
          </HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school) => (
          <SchoolRow key={school.schoolId} school={school} schoolYear={schoolYear} />
        ))}
      </TableBody>
    </Table>
  );
}

function SchoolRow({ school, schoolYear }: { school: SchoolProgress; schoolYear: string }) {
  const { schoolId, listed, recommendationsIssued: issued, recommendationsLate: late } = school;
  return (
    <TableRow marked={listed}>
      <RowHeader className="min-w-44">
        <Link
          href={listed ? `/support/schools/${schoolId}?year=${schoolYear}` : `/schools/${schoolId}`}
          className="link-quiet"
          prefetch={false}
        >
          {typeset(school.name)}
        </Link>
        {listed ? <span className="block text-xs font-normal text-muted">в списке</span> : null}
      </RowHeader>
      <Cell className="whitespace-nowrap">
        {school.card === null || school.cardId === null ? (
          <span className="text-muted">нет</span>
        ) : (
          <Link href={`/monitoring/cards/${school.cardId}`} className="link-quiet" prefetch={false}>
            <CardStatus status={school.card} look="line" />
          </Link>
        )}
        {school.late ? (
          <Status tone="danger" look="line" className="block">
            опаздывает
          </Status>
        ) : null}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {school.negativeSum === null ? (
          <span className="text-muted">{NO_VALUE}</span>
        ) : (
          <>
            <span className="font-semibold">{school.negativeSum}</span>
            <span className="text-muted"> из {school.maximum}</span>
          </>
        )}
      </Cell>
      <Cell className="whitespace-nowrap">
        {school.examinations === 0
          ? NO_VALUE
          : school.examinationsDone === school.examinations
            ? 'проведено'
            : `идёт: ${school.examinationsDone} из ${school.examinations}`}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {issued === 0 ? (
          NO_VALUE
        ) : (
          <Link
            href={`/support/recommendations?year=${schoolYear}&school=${schoolId}`}
            className="link-quiet"
            prefetch={false}
          >
            {school.recommendationsDone} из {issued}
          </Link>
        )}
        {late > 0 ? <span className="block text-xs text-danger">без ответа в срок: {late}</span> : null}
      </Cell>
      <Cell className="whitespace-nowrap">
        {school.programme === null || school.programmeId === null ? (
          NO_VALUE
        ) : (
          <Link href={`/support/programmes/${school.programmeId}`} className="link-quiet" prefetch={false}>
            <ProgrammeStatusMark status={school.programme} />
          </Link>
        )}
      </Cell>
      <Cell>{school.partners.length > 0 ? school.partners.map(typeset).join(', ') : NO_VALUE}</Cell>
      <Cell numeric>{school.eventsAttended}</Cell>
    </TableRow>
  );
}
