import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { MEASURED_POWER, type MeasuredRate } from '@/lib/domain/objectivity/measured-power';
import { formatNumber, formatPercent, typeset } from '@/lib/domain/russian';

const RATE_WORDS: Record<MeasuredRate, string> = {
  FALSE_ALARMS: 'Ложные признаки: доля честных работ с признаком',
  POWER: 'Чувствительность: доля работ с вмешательством, в которых признак найден',
  FALSE_DISCOVERIES: 'Доля ложных среди найденных признаков',
};

const ORDER: readonly MeasuredRate[] = ['FALSE_ALARMS', 'POWER', 'FALSE_DISCOVERIES'];

/** How often the signs err, as measured by simulation at the portal's own constants. */
export function PowerTable() {
  const rows = [...MEASURED_POWER.rows].sort(
    (a, b) => a.sign.localeCompare(b.sign) || ORDER.indexOf(a.rate) - ORDER.indexOf(b.rate),
  );
  return (
    <Table caption="Как часто признаки ошибаются">
      <TableHead>
        <tr>
          <HeaderCell>Признак</HeaderCell>
          <HeaderCell>Что измерено</HeaderCell>
          <HeaderCell>В каких условиях</HeaderCell>
          <HeaderCell numeric>Участников</HeaderCell>
          <HeaderCell numeric>Доля</HeaderCell>
          <HeaderCell numeric>95 % интервал</HeaderCell>
          <HeaderCell numeric>Работ</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ sign, rate, situation, pupils, value, low, high, runs }) => (
          <TableRow key={`${sign} ${rate} ${situation} ${pupils}`}>
            <Cell>{sign}</Cell>
            <RowHeader className="font-normal">{RATE_WORDS[rate]}</RowHeader>
            <Cell>{typeset(situation)}</Cell>
            <Cell numeric>{pupils}</Cell>
            <Cell numeric className="font-semibold">
              {formatPercent(value)}
            </Cell>
            <Cell numeric>
              {formatPercent(low)} – {formatPercent(high)}
            </Cell>
            <Cell numeric>{formatNumber(runs)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
