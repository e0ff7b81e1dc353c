import Link from 'next/link';
import { ChangeMark } from '@/components/ranking/change-mark';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, formatNumber, formatPercent, NBSP, typeset } from '@/lib/domain/russian';
import { mean } from '@/lib/domain/statistics';
import type { SimilarSchoolView } from '@/lib/portal/schools/views';

interface SimilarPanelProps {
  schools: readonly SimilarSchoolView[];
  tableTitle: string;
  /** the school's own sum by the same table */
  negativeSum: number;
}

/** Schools in a similar position and why they are, with their results. For МОЦ and СОИРО alone. */
export function SimilarPanel({ schools, tableTitle, negativeSum }: SimilarPanelProps) {
  const theirs = mean(schools.map((school) => school.negativeSum));
  if (theirs === null) return null;
  const difference = negativeSum - theirs;
  const words =
    Math.abs(difference) < 0.5
      ? 'почти столько же'
      : `${difference > 0 ? 'больше' : 'меньше'} на${NBSP}${formatNumber(Math.abs(difference), 1)}`;
  return (
    <Panel
      title="Похожие школы"
      description="Ближайшие по числу обучающихся, виду, классам и социальным условиям среди школ муниципалитета с принятой картой. Похожесть — наше предложение, а не оценка."
      padding="flush"
    >
      <p className="px-4 pb-3 sm:px-5">
        {tableTitle.replace(/\.$/, '')}: у похожих школ в{NBSP}среднем {formatNumber(theirs, 1)}, здесь{' '}
        <strong>{countOf(negativeSum, 'балл', 'балла', 'баллов')}</strong>, {words}.
      </p>
      <Table caption="Похожие школы и их результаты" className="print:text-xs">
        <TableHead>
          <tr>
            <HeaderCell>Школа</HeaderCell>
            <HeaderCell numeric>Сумма</HeaderCell>
            <HeaderCell numeric>Доля максимума</HeaderCell>
            <HeaderCell>За год</HeaderCell>
            <HeaderCell>Список</HeaderCell>
            <HeaderCell>Чем похожа</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {schools.map((school) => (
            <TableRow key={school.schoolId}>
              <RowHeader>
                <Link href={`/schools/${school.schoolId}`} className="link-quiet">
                  {typeset(school.shortName)}
                </Link>
              </RowHeader>
              <Cell numeric className="whitespace-nowrap">
                <span className="font-semibold">{school.negativeSum}</span>
                <span className="text-muted">{`${NBSP}из${NBSP}${school.maximum}`}</span>
              </Cell>
              <Cell numeric>{formatPercent(school.maximum ? school.negativeSum / school.maximum : null)}</Cell>
              <Cell className="whitespace-nowrap">
                <ChangeMark value={school.change} />
              </Cell>
              <Cell>
                {school.confirmed ? (
                  <Status tone="warning" look="line">
                    в{NBSP}списке
                  </Status>
                ) : (
                  <span className="text-muted">нет</span>
                )}
              </Cell>
              <Cell className="min-w-80 text-muted print:min-w-0">{school.traits.join('; ')}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
