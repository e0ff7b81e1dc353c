import { GroupedBars } from '@/components/charts/grouped-bars';
import type { BackTest } from '@/lib/domain/early-warning/back-test';
import { formatPercent } from '@/lib/domain/russian';
import type { EarlyWarningView } from '@/lib/portal/early-warning/views';
import { BackTestTable } from './back-test-table';

/** How warnings would have done in the years that are known, beside plain rules; the table behind. */
export function BackTestFigure({ tested, description }: { tested: EarlyWarningView['tested']; description: string }) {
  const rules: [label: string, test: BackTest][] = [
    ['Прогноз по трём годам', tested.forecast],
    ['«Сумма как в прошлом году»', tested.naive],
    ['Наибольшие прошлые суммы', tested.highest],
  ];
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  return (
    <GroupedBars
      level={2}
      title="Как прогноз сработал бы раньше"
      description={description}
      series={[
        { key: 'sensitivity', label: 'Найдено из достигших порога, %' },
        { key: 'precision', label: 'Сбылось предупреждений, %' },
      ]}
      rows={rules.map(([label, { sensitivity, precision }]) => ({
        label,
        values: { sensitivity: percent(sensitivity), precision: percent(precision) },
      }))}
      rowName="Правило"
      summary={rules
        .map(
          ([label, { sensitivity, precision }]) =>
            `${label}: найдено ${formatPercent(sensitivity, 0)}, сбылось ${formatPercent(precision, 0)}`,
        )
        .join('; ')}
      table={<BackTestTable tested={tested} />}
    />
  );
}
