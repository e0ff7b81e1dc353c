import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { MEASURED_EFFECTS } from '@/lib/domain/effectiveness/measured-effects';
import { countOf, formatNumber, formatPercent } from '@/lib/domain/russian';

/** How often an effect is seen in drawn regions, without one and with one. */
export function SimulationTable() {
  return (
    <Table caption="Как часто виден эффект в придуманных регионах">
      <TableHead>
        <tr>
          <HeaderCell>Школы</HeaderCell>
          <HeaderCell>Истинный эффект</HeaderCell>
          <HeaderCell numeric>Сравнение «до и после» говорит «помогло»</HeaderCell>
          <HeaderCell numeric>Портал говорит «есть эффект»</HeaderCell>
          <HeaderCell numeric>Школ вышли бы из списка</HeaderCell>
          <HeaderCell numeric>Розыгрышей</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {MEASURED_EFFECTS.rows.map((row) => (
          <TableRow key={`${row.place} ${row.effect}`}>
            <RowHeader>
              {row.place === 'CITY' ? 'Город' : 'Регион'}: {countOf(row.schools, 'школа', 'школы', 'школ')}, отобраны{' '}
              {row.chosen}
            </RowHeader>
            <Cell>{row.effect === 0 ? 'нет' : `${formatNumber(row.effect, 1)} стандартного отклонения`}</Cell>
            <Cell numeric>{formatPercent(row.beforeAfter)}</Cell>
            <Cell numeric className="font-semibold">
              {formatPercent(row.model)}
            </Cell>
            <Cell numeric>{formatPercent(row.leftByItself)}</Cell>
            <Cell numeric>{formatNumber(row.runs)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
