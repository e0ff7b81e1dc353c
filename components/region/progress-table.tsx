import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, NO_VALUE } from '@/lib/domain/russian';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';
import type { MunicipalityProgress } from '@/lib/portal/overview/views';

interface ProgressTableProps {
  caption: string;
  schoolYear: string;
  municipalities: readonly MunicipalityOverview[];
  progress: ReadonlyMap<string, MunicipalityProgress>;
}

/** How far support has come in each municipality; every figure opens the list that it counts. */
export function ProgressTable({ caption, schoolYear, municipalities, progress }: ProgressTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell numeric>Опаздывает карт</HeaderCell>
          <HeaderCell numeric>В списке</HeaderCell>
          <HeaderCell numeric>Обследования проведены</HeaderCell>
          <HeaderCell numeric>Школ списка с программой</HeaderCell>
          <HeaderCell numeric>Рекомендации выполнены</HeaderCell>
          <HeaderCell numeric>Без ответа в срок</HeaderCell>
          <HeaderCell numeric>Партнёрства</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {municipalities.map((row) => {
          const one = progress.get(row.municipalityId);
          const list = (path: string, more = '') =>
            `/support${path}?year=${schoolYear}&municipality=${row.municipalityId}${more}`;
          return (
            <TableRow key={row.municipalityId}>
              <RowHeader className="min-w-44">{capitalised(row.name)}</RowHeader>
              <Figure
                value={one?.cardsLate ?? 0}
                href={row.campaign && `/monitoring/campaigns/${row.campaign.id}?show=late`}
              />
              <Cell numeric>{row.listInForce ? row.flagged : NO_VALUE}</Cell>
              <Figure value={one?.examinationsDone ?? 0} of={one?.examinations ?? 0} href={list('/examinations')} />
              <Figure
                value={one?.programmesInForce ?? 0}
                of={row.listInForce ? row.flagged : 0}
                href={list('/programmes')}
              />
              <Figure
                value={one?.recommendationsDone ?? 0}
                of={one?.recommendationsIssued ?? 0}
                href={list('/recommendations')}
              />
              <Figure value={one?.recommendationsLate ?? 0} href={list('/recommendations', '&late=yes')} />
              <Figure value={one?.partnerships ?? 0} href={list('/partners')} />
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** A figure that opens its list; without anything to count it is a dash, which is not a zero of something. */
function Figure({ value, of, href }: { value: number; of?: number; href: string | null }) {
  if (href === null || of === 0) return <Cell numeric>{NO_VALUE}</Cell>;
  const words = of === undefined ? String(value) : `${value} из ${of}`;
  return (
    <Cell numeric className="whitespace-nowrap">
      {value === 0 && of === undefined ? (
        words
      ) : (
        <Link href={href} className="link-quiet" prefetch={false}>
          {words}
        </Link>
      )}
    </Cell>
  );
}
