import type { ReactNode } from 'react';
import { SettingsOrigin } from '@/components/federal-rule/settings-origin';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatPercent, NBSP } from '@/lib/domain/russian';
import { directionOf, SHARE_NAMES } from '@/lib/domain/social-shares';
import type { ConditionsView } from '@/lib/portal/social-conditions/views';

/** How the index is made: shares with their means over the city and weights, where they come from. */
export function SharesPanel({ view, children }: { view: ConditionsView; children?: ReactNode }) {
  const { shares, settings, measured, schools } = view;
  const { minimumShares, minimumPupils } = settings.values;
  return (
    <Panel
      title="Как считается индекс"
      description={`Посчитан для ${measured} из ${schools.length} школ.`}
      padding="flush"
    >
      <Table caption="Показатели индекса">
        <TableHead>
          <tr>
            <HeaderCell>Показатель</HeaderCell>
            <HeaderCell>Больше — условия</HeaderCell>
            <HeaderCell numeric>Школ с данными</HeaderCell>
            <HeaderCell numeric>Среднее по школам</HeaderCell>
            <HeaderCell numeric>Разброс</HeaderCell>
            <HeaderCell numeric>Вес</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {shares.map(({ code, schools: own, mean, deviation, weight }) => (
            <TableRow key={code}>
              <RowHeader className="font-normal">{SHARE_NAMES[code]}</RowHeader>
              <Cell>{directionOf(code) > 0 ? 'лучше' : 'труднее'}</Cell>
              <Cell numeric>{own}</Cell>
              <Cell numeric>{formatPercent(mean)}</Cell>
              <Cell numeric>
                {deviation === 0
                  ? 'все одинаковы'
                  : deviation === null
                    ? formatNumber(null)
                    : `±${formatPercent(deviation)}`}
              </Cell>
              <Cell numeric>{formatNumber(weight, Number.isInteger(weight) ? 0 : 1)}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div className="space-y-1 px-4 py-3 text-sm text-muted sm:px-5 sm:pb-5">
        <p className="max-w-3xl">
          Каждая доля пересчитана в{NBSP}отклонения от{NBSP}среднего по{NBSP}школам муниципалитета, повёрнута так, чтобы
          «больше» значило «лучше», усреднена с{NBSP}весами и{NBSP}переведена в{NBSP}шкалу со{NBSP}средним 100 и{NBSP}
          стандартным отклонением{NBSP}15. Нужно не{NBSP}меньше {minimumShares} показателей, не{NBSP}меньше{' '}
          {minimumPupils} обучающихся в{NBSP}школе и{NBSP}не{NBSP}меньше 5{NBSP}школ. Нижняя четверть предлагается как
          школы, работающие в{NBSP}неблагоприятных социальных условиях.
        </p>
        <p className="max-w-3xl">
          Индекс{NBSP}— предложение разработчиков портала. Неполные семьи, образование родителей и{NBSP}учёт названы
          среди параметров индекса социального благополучия школы (apni.ru/article/7500).{' '}
          <SettingsOrigin settings={settings} />
        </p>
        {children}
      </div>
    </Panel>
  );
}
