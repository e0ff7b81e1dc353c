import { ChartFigure } from '@/components/charts/chart-figure';
import { GroupedBars } from '@/components/charts/grouped-bars';
import { IntervalPlot, type IntervalRow } from '@/components/charts/interval-plot';
import { MEASURED_EFFECTS } from '@/lib/domain/effectiveness/measured-effects';
import type { Interval } from '@/lib/domain/effectiveness/observation';
import type { EffectReview } from '@/lib/domain/effectiveness/review';
import { countOf, formatNumber, formatPercent } from '@/lib/domain/russian';
import { ChangeTable } from './change-table';
import { type ReviewRow, ReviewTable } from './review-table';
import { SimulationTable } from './simulation-table';

const SIDES = ['баллов меньше: лучше', 'больше: хуже'] as const;

/** A row of the plot; none where the numbers give no estimate, which is not zero. */
function intervalRow(row: Pick<IntervalRow, 'key' | 'name' | 'marked'>, { value, low, high }: Interval): IntervalRow[] {
  return value === null || low === null || high === null ? [] : [{ ...row, value, low, high }];
}

/** How the supported schools changed beside what it is measured against, with the table behind. */
export function ChangeFigure({ review }: { review: EffectReview }) {
  const { supported, comparable, expected, effect } = review;
  const changed = ({ change, low, high }: EffectReview['supported']) => ({ value: change, low, high });
  const rows = [
    ...intervalRow({ key: 'supported', name: 'Школы списка' }, changed(supported)),
    ...intervalRow({ key: 'comparable', name: 'Похожие школы вне списка' }, changed(comparable)),
    ...intervalRow({ key: 'expected', name: 'Ожидаемое без поддержки' }, changed(expected)),
    ...intervalRow({ key: 'effect', name: 'Эффект', marked: true }, effect),
  ];
  if (rows.length === 0) return <ChangeTable review={review} />;
  return (
    <ChartFigure
      title="Изменение суммы, баллы"
      description="Точка — среднее, отрезок — 90 % интервал. Чего нет на рисунке, того данные не дают оценить."
      chart={<IntervalPlot rows={rows} sides={SIDES} label="Изменение суммы и его интервал" />}
      table={<ChangeTable review={review} />}
    />
  );
}

/** Effects one under another; without a single estimate the table alone, which says why. */
export function ReviewFigure({ caption, rowName, rows }: { caption: string; rowName: string; rows: ReviewRow[] }) {
  const estimated = rows.flatMap(({ key, name, review }) => intervalRow({ key, name }, review.effect));
  const table = <ReviewTable caption={caption} rowName={rowName} rows={rows} />;
  if (estimated.length === 0) return table;
  const missing = rows.length - estimated.length;
  return (
    <ChartFigure
      title={caption}
      description={`Точка — эффект в баллах, отрезок — 90 % интервал.${missing > 0 ? ` Без оценки, данных недостаточно: ${missing} из ${rows.length}, они в таблице.` : ''}`}
      chart={<IntervalPlot rows={estimated} sides={SIDES} label={caption} />}
      table={table}
    />
  );
}

/** How often «помогло» is said in drawn regions where nothing helped, and where something did. */
export function SimulationFigure() {
  const rows = MEASURED_EFFECTS.rows.map((row) => ({
    ...row,
    label: `${row.place === 'CITY' ? 'Город' : 'Регион'}, ${countOf(row.schools, 'школа', 'школы', 'школ')}: ${row.effect === 0 ? 'эффекта нет' : `эффект ${formatNumber(row.effect, 1)} СО`}`,
  }));
  return (
    <GroupedBars
      title="Как часто говорят «помогло», % розыгрышей"
      description="СО — стандартное отклонение сумм. Где эффекта нет, верный ответ — «не видно»; где он есть, правее — лучше."
      series={[
        { key: 'beforeAfter', label: 'Сравнение «до и после»' },
        { key: 'model', label: 'Портал' },
      ]}
      rows={rows.map(({ label, beforeAfter, model }) => ({
        label,
        values: { beforeAfter: 100 * beforeAfter, model: 100 * model },
      }))}
      rowName="Школы"
      digits={1}
      summary={rows
        .map(
          ({ label, beforeAfter, model }) =>
            `${label}: «до и после» ${formatPercent(beforeAfter)}, портал ${formatPercent(model)}`,
        )
        .join('; ')}
      table={<SimulationTable />}
    />
  );
}
