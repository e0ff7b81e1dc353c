import Link from 'next/link';
import { ValueBar } from '@/components/charts/value-bar';
import { ChangeMark } from '@/components/ranking/change-mark';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { comparedWithCity } from '@/lib/domain/municipal-statistics';
import { NBSP, NO_VALUE } from '@/lib/domain/russian';
import type { ResultsView, ResultTable, ResultYear } from '@/lib/portal/schools/views';
import { groupPlace, pointsHref } from '../addresses';
import { CITY_HIDDEN, cityFiguresWords, quantity } from './city-words';

interface GroupTableProps {
  schoolId: string;
  latest: ResultYear;
  view: Pick<ResultsView, 'tables' | 'previous'>;
}

/** What the sums are made of, group by group, beside the city. */
export function GroupTable({ schoolId, latest, view: { tables, previous } }: GroupTableProps) {
  const hidden = Object.keys(latest.city.groups).length === 0;
  return (
    <Panel
      title="Из чего складываются суммы"
      description={
        hidden ? CITY_HIDDEN : 'Чёрточка на полосе — среднее по муниципалитету, пунктир — граница худшей четверти.'
      }
      padding="flush"
    >
      <Table caption="Баллы по группам критериев" className="print:text-xs">
        <TableHead>
          <tr>
            <HeaderCell>Группа критериев</HeaderCell>
            <HeaderCell numeric>Баллы</HeaderCell>
            <HeaderCell>
              <span className="sr-only">Полоса</span>
            </HeaderCell>
            <HeaderCell>К прошлому году</HeaderCell>
            <HeaderCell>Среди школ муниципалитета</HeaderCell>
          </tr>
        </TableHead>
        {tables.map((table) => (
          <TableBody key={table.code}>
            <tr>
              <th
                scope="colgroup"
                colSpan={5}
                className="border-b border-line bg-page px-3 py-1.5 text-left font-normal text-muted"
              >
                {table.title}
              </th>
            </tr>
            {table.groups.map((group) => (
              <GroupRow key={group.code} {...{ schoolId, latest, previous, group }} />
            ))}
          </TableBody>
        ))}
      </Table>
    </Panel>
  );
}

interface GroupRowProps {
  schoolId: string;
  latest: ResultYear;
  previous: ResultYear | null;
  group: ResultTable['groups'][number];
}

function GroupRow({ schoolId, latest, previous, group }: GroupRowProps) {
  const part = latest.groups?.[group.code];
  const city = latest.city.groups[group.code];
  const before = previous?.groups?.[group.code];
  if (!part || part.maximum === 0) {
    return (
      <TableRow>
        <RowHeader className="font-normal">{group.title}</RowHeader>
        <Cell colSpan={4} className="text-muted">
          не применимо к этой школе
        </Cell>
      </TableRow>
    );
  }
  const figures = city ? cityFiguresWords(city) : 'данных по муниципалитету нет';
  return (
    <TableRow>
      <RowHeader className="min-w-48 font-normal">
        <Link href={pointsHref(schoolId, latest.schoolYear, groupPlace(group.code))} className="link-quiet">
          {group.title}
        </Link>
      </RowHeader>
      <Cell numeric className="whitespace-nowrap">
        <span className="font-semibold">{part.negativeSum}</span>
        <span className="text-muted">{`${NBSP}из${NBSP}${part.maximum}`}</span>
      </Cell>
      <Cell className="w-1/4 min-w-36 print:min-w-24">
        <ValueBar
          value={part.negativeSum}
          max={part.maximum}
          label={`${group.title}: ${part.negativeSum} из ${part.maximum}. ${figures}`}
          marks={
            city
              ? [
                  { value: city.mean, look: 'line' },
                  { value: city.upperQuartile, look: 'dashed' },
                ]
              : []
          }
        />
      </Cell>
      <Cell className="whitespace-nowrap">
        <ChangeMark value={before ? part.negativeSum - before.negativeSum : null} />
      </Cell>
      <Cell className="min-w-80 print:min-w-0">
        {city ? (
          <>
            {comparedWithCity(part.negativeSum, city)}
            <span className="block text-muted">
              среднее {quantity(city.mean)}, квартили {quantity(city.lowerQuartile)} и{NBSP}
              {quantity(city.upperQuartile)}
            </span>
          </>
        ) : (
          NO_VALUE
        )}
      </Cell>
    </TableRow>
  );
}
