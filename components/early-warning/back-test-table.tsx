import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/domain/russian';
import type { EarlyWarningView } from '@/lib/portal/early-warning/views';

/** How warnings would have done in the years that are known, beside two plain rules. */
export function BackTestTable({ tested }: { tested: EarlyWarningView['tested'] }) {
  const rows = [
    { name: 'Прогноз по трём годам', test: tested.forecast },
    { name: '«Сумма как в прошлом году»', test: tested.naive },
    { name: 'Столько же школ с наибольшей прошлой суммой', test: tested.highest },
  ];
  return (
    <Table caption="Проверка на прошлых годах">
      <TableHead>
        <tr>
          <HeaderCell>Правило</HeaderCell>
          <HeaderCell numeric>Предупреждений</HeaderCell>
          <HeaderCell numeric>Найдено из достигших порога</HeaderCell>
          <HeaderCell numeric>Сбылось предупреждений</HeaderCell>
          <HeaderCell numeric>Ошибка Брайера</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ name, test }) => (
          <TableRow key={name}>
            <RowHeader>{name}</RowHeader>
            <Cell numeric>{test.alarms}</Cell>
            <Cell numeric>{formatPercent(test.sensitivity, 0)}</Cell>
            <Cell numeric>{formatPercent(test.precision, 0)}</Cell>
            <Cell numeric>{formatNumber(test.brier, 3)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
