import { Check } from 'lucide-react';
import Link from 'next/link';
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
import type { UnmatchedPoints } from '@/lib/domain/rescoring';
import { countOf, formatChange, formatNumber, formatSchoolYear, NO_VALUE } from '@/lib/domain/russian';
import type { RescoredSchool, RescoredSum, RescoringView } from '@/lib/portal/rescoring/schema';

export const SORTS = ['name', 'before', 'after', 'change', 'school', 'method'] as const;
export type RescoringSort = (typeof SORTS)[number];

interface RescoringTableProps {
  view: RescoringView;
  schools: readonly RescoredSchool[];
  sort: RescoringSort;
  sortHref: (sort: RescoringSort) => string;
}

/** Per school: both sums, what of the change is the school's and what the method's, and whom each rule proposes. */
export function RescoringTable({ view, schools, sort, sortHref }: RescoringTableProps) {
  const sorted = (column: RescoringSort): { href: string; direction?: SortDirection } => ({
    href: sortHref(column),
    ...(column === sort ? { direction: column === 'name' ? 'ascending' : 'descending' } : {}),
  });
  const { before, after } = view;
  const sameYear = before.campaignId === after.campaignId;
  return (
    <Table caption={`Пересчёт: ${view.table.title}`}>
      <TableHead>
        <tr>
          <HeaderCell sort={sorted('name')}>Школа</HeaderCell>
          <HeaderCell numeric sort={sorted('before')}>
            {sameYear ? 'По своей карте' : formatSchoolYear(before.schoolYear)}
          </HeaderCell>
          <HeaderCell numeric sort={sorted('after')}>
            {sameYear ? 'По выбранной карте' : formatSchoolYear(after.schoolYear)}
          </HeaderCell>
          <HeaderCell numeric sort={sorted('change')}>
            Изменение
          </HeaderCell>
          <HeaderCell numeric sort={sorted('school')}>
            Изменилась школа
          </HeaderCell>
          <HeaderCell numeric sort={sorted('method')}>
            Изменилась методика
          </HeaderCell>
          <HeaderCell>По правилу</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {schools.map((school) => (
          <TableRow key={school.schoolId} marked={school.after?.proposed === true}>
            <RowHeader className="min-w-48">
              <Link href={`/schools/${school.schoolId}`} className="link">
                {school.name}
              </Link>
            </RowHeader>
            <Cell numeric>
              <Sum sum={school.before} />
            </Cell>
            <Cell numeric>
              <Sum sum={school.after} />
            </Cell>
            <Cell numeric className="font-semibold">
              {formatChange(school.split?.change)}
            </Cell>
            <Cell numeric>{formatChange(school.split?.school)}</Cell>
            <Cell numeric>{school.split ? <MethodPart split={school.split} name={school.name} /> : NO_VALUE}</Cell>
            <Cell>
              <Proposed before={school.before} after={school.after} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Sum({ sum }: { sum: RescoredSum | null }) {
  if (!sum) return <span className="text-muted">нет карты</span>;
  return (
    <>
      <span className="font-medium">{formatNumber(sum.negativeSum)}</span>{' '}
      <span className="whitespace-nowrap text-muted">из {formatNumber(sum.maximum)}</span>
    </>
  );
}

/** The points by which the method changed the sum, each named. */
function MethodPart({ split, name }: { split: NonNullable<RescoredSchool['split']>; name: string }) {
  const rows = [
    ...split.newlyAsked.filter(({ points }) => points > 0).map((part) => ({ part, points: part.points })),
    ...split.notAskedAgain.filter(({ points }) => points > 0).map((part) => ({ part, points: -part.points })),
  ];
  if (rows.length === 0) return <>{formatChange(split.method)}</>;
  return (
    <details>
      <summary className="link">
        {formatChange(split.method)}
        <span className="sr-only">, из чего сложилось: {name}</span>
      </summary>
      <ul className="mt-1 min-w-56 space-y-1 text-left text-xs font-normal">
        {rows.map(({ part, points }) => (
          <li key={`${part.code} ${points}`} className="grid grid-cols-[2.5rem_1fr]">
            <span className="tabular-nums">{formatChange(points)}</span>
            <span>
              {part.code}
              {signsOf(part)}: {part.text}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function signsOf({ signs }: Pick<UnmatchedPoints, 'signs'>): string {
  return signs ? ` (${signs.join(', ')})` : '';
}

function Proposed({ before, after }: { before: RescoredSum | null; after: RescoredSum | null }) {
  const was = before?.proposed ?? false;
  const is = after?.proposed ?? false;
  if (was && is) {
    return (
      <Status tone="neutral" icon={Check} look="line">
        И была, и осталась
      </Status>
    );
  }
  if (is) {
    return (
      <Status tone="danger" look="line">
        {before ? 'Вошла' : 'Предложена'}
      </Status>
    );
  }
  if (was) {
    return (
      <Status tone="success" look="line">
        {after ? 'Вышла' : 'Была предложена'}
      </Status>
    );
  }
  return <span className="text-muted">{NO_VALUE}</span>;
}

/** «5 школ: вошли 1, вышли 2». */
export function proposalWords(schools: readonly RescoredSchool[]): string {
  const proposed = schools.filter(({ after }) => after?.proposed).length;
  const entered = schools.filter(({ before, after }) => after?.proposed && before?.proposed === false).length;
  const left = schools.filter(({ before, after }) => before?.proposed && after?.proposed === false).length;
  return `${countOf(proposed, 'школа', 'школы', 'школ')}: вошли ${entered}, вышли ${left}`;
}
