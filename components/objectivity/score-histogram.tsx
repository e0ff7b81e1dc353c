import type { ChartRow } from '@/components/charts/chart-data';
import { ChartFigure } from '@/components/charts/chart-figure';
import { ChartTable } from '@/components/charts/chart-table';
import { LazyScoreHistogram } from '@/components/charts/lazy-drawings';
import { WhenSeen } from '@/components/charts/when-seen';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, formatNumber } from '@/lib/domain/russian';
import type { ObjectivityCellView } from '@/lib/portal/objectivity/views';

type Distribution = Pick<ObjectivityCellView, 'curveOf'> & {
  histogram: NonNullable<ObjectivityCellView['histogram']>;
};

const PUPILS = { key: 'pupils', label: 'Ученики школы' };
const EXPECTED = { key: 'expected', label: 'Гладкая кривая без окрестностей границ' };
const REFERENCE_LABELS = {
  REGION: 'Регион, в пересчёте на школу',
  MUNICIPALITY: 'Муниципалитет, в пересчёте на школу',
};

/** Pupils by primary score with the boundaries of marks, the smooth curve and the region's one. */
export function ScoreHistogram({ histogram, curveOf }: Distribution) {
  const { scores, boundaries } = histogram;
  const series = [
    PUPILS,
    ...(boundaries.length > 0 ? [EXPECTED] : []),
    ...(curveOf ? [{ key: 'reference', label: REFERENCE_LABELS[curveOf] }] : []),
  ];
  const rows = scores.map(
    ({ score, pupils, expected, reference }): ChartRow => ({
      label: String(score),
      values: { pupils, expected, reference },
    }),
  );
  const total = scores.reduce((sum, { pupils }) => sum + pupils, 0);
  const lines = boundaries.map(({ mark, score }) => ({ value: score, label: `«${mark}»` }));
  return (
    <div className="space-y-5">
      <ChartFigure
        title="Распределение первичных баллов"
        description="Столбцы — ученики школы. Если на границе отметки столбец заметно выше гладкой кривой, а прямо перед границей ниже, это требует дополнительного анализа."
        legend={<Legend series={series} hasBoundaries={lines.length > 0} />}
        chart={
          <WhenSeen
            height={18}
            label={`Распределение первичных баллов, ${countOf(total, 'ученик', 'ученика', 'учеников')}.`}
          >
            <LazyScoreHistogram series={series} rows={rows} boundaries={lines} />
          </WhenSeen>
        }
        table={
          <ChartTable caption="Распределение первичных баллов" rowName="Балл" series={series} rows={rows} digits={1} />
        }
      />
      {boundaries.length > 0 ? <Boundaries boundaries={boundaries} /> : null}
    </div>
  );
}

function Legend({
  series,
  hasBoundaries,
}: {
  series: readonly { key: string; label: string }[];
  hasBoundaries: boolean;
}) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {series.map(({ key, label }) => (
        <li key={key} className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6">
            {key === 'pupils' ? (
              <rect x="4" y="0" width="16" height="12" fill="var(--series-4)" fillOpacity="0.55" />
            ) : (
              <line
                x1="0"
                x2="24"
                y1="6"
                y2="6"
                stroke={key === series[1]?.key ? 'var(--series-1)' : 'var(--series-2)'}
                strokeWidth="2.5"
                strokeDasharray={key === series[1]?.key ? undefined : '7 4'}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
      {hasBoundaries ? (
        <li className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 24 12" className="h-3 w-6">
            <line x1="12" x2="12" y1="0" y2="12" stroke="var(--danger)" strokeWidth="2" strokeDasharray="4 3" />
          </svg>
          Граница отметки
        </li>
      ) : null}
    </ul>
  );
}

function Boundaries({ boundaries }: Pick<Distribution['histogram'], 'boundaries'>) {
  return (
    <div className="rounded-md border border-line">
      <Table caption="Ученики на границах отметок" captionHidden={false}>
        <TableHead>
          <tr>
            <HeaderCell>Отметка</HeaderCell>
            <HeaderCell numeric>Балл границы</HeaderCell>
            <HeaderCell numeric>Больше ожидаемого на границе</HeaderCell>
            <HeaderCell numeric>Меньше ожидаемого за 1–2 балла до неё</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {boundaries.map(({ mark, score, excess, missing }) => (
            <TableRow key={mark}>
              <RowHeader>«{mark}»</RowHeader>
              <Cell numeric>{score}</Cell>
              <Cell numeric>{formatNumber(excess, 1)}</Cell>
              <Cell numeric>{formatNumber(missing, 1)}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
