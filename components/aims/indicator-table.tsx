import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { indicatorFigure } from '@/lib/domain/aims/words';
import { countOf, formatDate, formatNumber } from '@/lib/domain/russian';
import type { IndicatorView } from '@/lib/portal/aims/views';
import { TargetStatus } from './target-status';

/** Target, fact, outcome and forecast of every indicator; a fact opens the list that it counts. */
export function IndicatorTable({ indicators }: { indicators: readonly IndicatorView[] }) {
  return (
    <Table caption="Показатели">
      <TableHead>
        <tr>
          <HeaderCell>Показатель</HeaderCell>
          <HeaderCell numeric>План</HeaderCell>
          <HeaderCell numeric>Факт</HeaderCell>
          <HeaderCell>Итог</HeaderCell>
          <HeaderCell numeric>Прогноз на следующий год</HeaderCell>
          <HeaderCell>Откуда факт</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {indicators.map((indicator) => (
          <TableRow key={indicator.code}>
            <RowHeader className="min-w-52">
              {indicator.title}
              <span className="block text-sm font-normal text-muted">
                {indicator.moreIsBetter ? 'чем больше, тем лучше' : 'чем меньше, тем лучше'}
              </span>
            </RowHeader>
            <Cell numeric>{indicatorFigure(indicator.target, indicator.unit)}</Cell>
            <Cell numeric>
              <Fact indicator={indicator} />
            </Cell>
            <Cell>
              <TargetStatus state={indicator.state} />
            </Cell>
            <Cell numeric>{indicatorFigure(indicator.forecast, indicator.unit)}</Cell>
            <Cell className="max-w-xs min-w-48 text-sm text-muted">
              {indicator.computed ? 'Портал: ' : 'Внесено МОЦ: '}
              {indicator.source || 'источник не указан'}
              {indicator.at ? `; данные на ${formatDate(indicator.at)}` : ''}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Fact({ indicator: { fact, unit, href, parts, title } }: { indicator: IndicatorView }) {
  const figure = indicatorFigure(fact, unit);
  return (
    <>
      {href && fact !== null ? (
        <Link href={href} className="link">
          {figure}
          <span className="sr-only"> — открыть список: {title}</span>
        </Link>
      ) : (
        figure
      )}
      {parts && fact !== null ? (
        <span className="block text-sm whitespace-nowrap text-muted">
          {unit === 'POINTS'
            ? `${countOf(parts.part, 'балл', 'балла', 'баллов')} на ${countOf(parts.whole, 'школу', 'школы', 'школ')}`
            : `${formatNumber(parts.part)} из ${formatNumber(parts.whole)}`}
        </span>
      ) : null}
    </>
  );
}
