import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { MEASURED_POWER, type MeasuredRate, type MeasuredRow } from '@/lib/domain/objectivity/measured-power';
import { formatNumber, formatPercent, NO_VALUE, typeset } from '@/lib/domain/russian';

const RATE_WORDS: Record<MeasuredRate, string> = {
  FALSE_ALARMS: 'Честные работы с признаком',
  POWER: 'Найдено работ с вмешательством',
  FALSE_DISCOVERIES: 'Ложных среди найденных',
};

const RATES: readonly MeasuredRate[] = ['FALSE_ALARMS', 'POWER', 'FALSE_DISCOVERIES'];

/** How often the signs err, from the mildest situation to the hardest; every situation unfolds below. */
export function PowerSummary() {
  const signs = [...new Set(MEASURED_POWER.rows.map((row) => row.sign))].sort();
  return (
    <>
      <Table caption="Как часто признаки ошибаются, по признакам">
        <TableHead>
          <tr>
            <HeaderCell>Признак</HeaderCell>
            {RATES.map((rate) => (
              <HeaderCell key={rate} numeric>
                {RATE_WORDS[rate]}
              </HeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {signs.map((sign) => (
            <TableRow key={sign}>
              <RowHeader>{sign}</RowHeader>
              {RATES.map((rate) => (
                <Cell key={rate} numeric>
                  {rangeOf(MEASURED_POWER.rows.filter((row) => row.sign === sign && row.rate === rate))}
                </Cell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <div className="space-y-2 px-4 py-4 sm:px-5">
        {signs.map((sign) => (
          <details key={sign}>
            <summary className="text-sm text-accent hover:underline">{sign}: все условия</summary>
            <div className="mt-2 rounded-md border border-line">
              <Situations rows={MEASURED_POWER.rows.filter((row) => row.sign === sign)} />
            </div>
          </details>
        ))}
      </div>
    </>
  );
}

/** «0,7 – 13,5 %» over the situations. */
function rangeOf(rows: readonly MeasuredRow[]): string {
  if (rows.length === 0) return NO_VALUE;
  const values = rows.map((row) => row.value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? formatPercent(least) : `${formatNumber(least * 100, 1)} – ${formatPercent(most)}`;
}

function Situations({ rows }: { rows: readonly MeasuredRow[] }) {
  const ordered = RATES.flatMap((rate) => rows.filter((row) => row.rate === rate));
  return (
    <Table caption={`${rows[0]?.sign}: измерено розыгрышем`}>
      <TableHead>
        <tr>
          <HeaderCell>Условия</HeaderCell>
          <HeaderCell>Что измерено</HeaderCell>
          <HeaderCell numeric>Участников</HeaderCell>
          <HeaderCell numeric>Доля</HeaderCell>
          <HeaderCell numeric>95 % интервал</HeaderCell>
          <HeaderCell numeric>Розыгрышей</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {ordered.map(({ rate, situation, pupils, value, low, high, runs }) => (
          <TableRow key={`${rate} ${situation} ${pupils}`}>
            <RowHeader className="font-normal">{typeset(situation)}</RowHeader>
            <Cell>{RATE_WORDS[rate]}</Cell>
            <Cell numeric>{pupils}</Cell>
            <Cell numeric className="font-semibold">
              {formatPercent(value)}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {formatNumber(low * 100, 1)} – {formatPercent(high)}
            </Cell>
            <Cell numeric>{formatNumber(runs)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
