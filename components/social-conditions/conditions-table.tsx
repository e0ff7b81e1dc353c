import { Handshake, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { CardStatus } from '@/components/campaigns/card-status';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, NO_VALUE, typeset } from '@/lib/domain/russian';
import type { ConditionsSchool } from '@/lib/portal/social-conditions/views';
import type { ConditionsSort } from './conditions-choice';
import { TypeName } from './type-mark';

export interface ConditionsTableProps {
  caption: string;
  schools: readonly ConditionsSchool[];
  /** the school whose index is open */
  open: string | null;
  sort: ConditionsSort;
  sortHref: (sort: ConditionsSort) => string;
  schoolHref: (schoolCode: string) => string;
}

/** Index, sum and kind of each school; the index opens its parts. */
export function ConditionsTable({ caption, schools, open, sort, sortHref, schoolHref }: ConditionsTableProps) {
  const head = (column: ConditionsSort) => ({
    href: sortHref(column),
    direction: sort === column ? (column === 'sum' ? ('descending' as const) : ('ascending' as const)) : undefined,
  });
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell sort={head('name')}>Школа</HeaderCell>
          <HeaderCell numeric sort={head('index')}>
            Индекс
          </HeaderCell>
          {open ? null : <HeaderCell>Условия</HeaderCell>}
          <HeaderCell numeric sort={head('sum')}>
            Сумма
          </HeaderCell>
          <HeaderCell>Группа</HeaderCell>
          <HeaderCell>Партнёр</HeaderCell>
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
            <Cell numeric className="whitespace-nowrap">
              <Link
                href={schoolHref(school.schoolCode)}
                scroll={false}
                prefetch={false}
                className="link"
                aria-current={school.schoolCode === open ? 'true' : undefined}
                aria-label={`Индекс ${formatNumber(school.index, 1)}: из чего он складывается, ${school.schoolShortName}`}
              >
                {school.index === null ? 'нет' : formatNumber(school.index, 1)}
              </Link>
            </Cell>
            {open ? null : <Cell>{hardWords(school)}</Cell>}
            <Cell numeric className="whitespace-nowrap">
              {school.negativeSum === null ? (
                <CardStatus status={school.status} look="line" />
              ) : (
                <>
                  <span className="font-semibold">{school.negativeSum}</span>
                  <span className="text-muted"> из {school.maximum}</span>
                </>
              )}
            </Cell>
            <Cell>
              {school.type ? <TypeName type={school.type} /> : <span className="text-muted">мало данных</span>}
            </Cell>
            <Cell>
              <PartnerMark school={school} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** By what conditions are hard: «нижняя четверть», «по таблице условий». */
function hardWords({ hard, hardByIndex, hardByTable }: ConditionsSchool): string {
  if (hard === null) return 'мало данных';
  const by = [hardByIndex ? 'нижняя четверть индекса' : '', hardByTable ? 'правило таблицы условий' : ''].filter(
    Boolean,
  );
  return by.length > 0 ? by.join(' и ') : NO_VALUE;
}

function PartnerMark({ school: { resilient, doubtful } }: { school: ConditionsSchool }) {
  if (resilient) {
    return (
      <Status tone="success" icon={Handshake} look="line">
        возможный
      </Status>
    );
  }
  return doubtful ? (
    <Status tone="warning" icon={TriangleAlert} look="line">
      сначала анализ
    </Status>
  ) : null;
}
