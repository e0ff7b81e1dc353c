import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatNumber, formatPercent } from '@/lib/domain/russian';
import type { Warning } from '@/lib/portal/early-warning/views';
import { SumSparkline } from './sum-sparkline';

/** Schools with a warning: their three sums, the forecast, and the groups of criteria it comes from. */
export function WarningTable({ warnings, withMunicipality }: { warnings: Warning[]; withMunicipality: boolean }) {
  return (
    <Table caption="Школы с предупреждением">
      <TableHead>
        <tr>
          <HeaderCell>Школа</HeaderCell>
          <HeaderCell numeric>Суммы за три года</HeaderCell>
          <HeaderCell numeric>Прогноз</HeaderCell>
          <HeaderCell numeric>Порог</HeaderCell>
          <HeaderCell numeric>Вероятность</HeaderCell>
          <HeaderCell className="min-w-56">Из-за чего: баллы в год, в скобках среднее</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {warnings.map((one) => (
          <TableRow key={one.schoolId}>
            <RowHeader>
              <Link href={`/schools/${one.schoolId}`} className="link-quiet">
                {one.name}
              </Link>
              {withMunicipality ? (
                <span className="block text-sm font-normal text-muted">{capitalised(one.municipalityName)}</span>
              ) : null}
            </RowHeader>
            <Cell numeric className="whitespace-nowrap">
              <span className="inline-flex items-center gap-3">
                <SumSparkline sums={one.sums} forecast={one.forecast} threshold={one.threshold} />
                {one.sums.join(' → ')}
              </span>
            </Cell>
            <Cell numeric>{formatNumber(one.forecast, 1)}</Cell>
            <Cell numeric>{one.threshold}</Cell>
            <Cell numeric className="font-semibold">
              {formatPercent(one.chance, 0)}
            </Cell>
            <Cell>
              {one.groups.length === 0
                ? 'Понемногу по всем группам'
                : one.groups
                    .map((group) => `${group.title}: ${formatNumber(group.own, 1)} (${formatNumber(group.city, 1)})`)
                    .join('; ')}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
