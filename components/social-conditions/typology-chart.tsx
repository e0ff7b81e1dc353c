import { ChartFigure } from '@/components/charts/chart-figure';
import { WhenSeen } from '@/components/charts/when-seen';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, NBSP, typeset } from '@/lib/domain/russian';
import { SCHOOL_TYPE_NAMES, SCHOOL_TYPES } from '@/lib/domain/typology';
import type { ConditionsSchool, ConditionsView } from '@/lib/portal/social-conditions/views';
import { LazyTypology } from './lazy-typology';
import { TypeLegend, TypeName } from './type-mark';

/** Conditions × results with both thresholds; the same schools as a table behind it. */
export function TypologyChart({ view }: { view: ConditionsView }) {
  const { schools, threshold, lowFrom } = view;
  const points = schools.flatMap(({ schoolShortName, index, negativeSum, type, resilient }) =>
    index === null || negativeSum === null || type === null
      ? []
      : [{ name: schoolShortName, index, sum: negativeSum, type, resilient }],
  );
  if (threshold === null || points.length === 0) return null;
  const counts = SCHOOL_TYPES.map(
    (type) => `${SCHOOL_TYPE_NAMES[type].toLowerCase()}: ${schools.filter((school) => school.type === type).length}`,
  );
  return (
    <ChartFigure
      title="Условия и результаты"
      level={2}
      description={
        <>
          Слева от{NBSP}пунктира{NBSP}— нижняя четверть индекса ({formatNumber(threshold, 1)} и{NBSP}меньше), выше
          пунктира{NBSP}— суммы, которые предлагает правило кампании
          {lowFrom === null ? ' (сейчас таких нет)' : ` (от${NBSP}${lowFrom})`}. Вид точки{NBSP}— группа школы: она
          может отличаться от{NBSP}места, если условия признало трудными правило таблицы условий или{NBSP}правило
          считает долю максимума.
        </>
      }
      legend={<TypeLegend />}
      chart={
        <WhenSeen height={28} label={`Школы по группам: ${counts.join('; ')}.`}>
          <LazyTypology points={points} threshold={threshold} lowFrom={lowFrom} />
        </WhenSeen>
      }
      table={<TypologyTable schools={schools} />}
    />
  );
}

function TypologyTable({ schools }: { schools: readonly ConditionsSchool[] }) {
  return (
    <div className="rounded-md border border-line">
      <Table caption="Условия и результаты школ">
        <TableHead>
          <tr>
            <HeaderCell>Школа</HeaderCell>
            <HeaderCell numeric>Индекс</HeaderCell>
            <HeaderCell numeric>Сумма</HeaderCell>
            <HeaderCell>Группа</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {schools.map((school) => (
            <TableRow key={school.schoolCode}>
              <RowHeader>{typeset(school.schoolShortName)}</RowHeader>
              <Cell numeric>{formatNumber(school.index, 1)}</Cell>
              <Cell numeric>{formatNumber(school.negativeSum)}</Cell>
              <Cell>
                {school.type ? <TypeName type={school.type} /> : <span className="text-muted">мало данных</span>}
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
