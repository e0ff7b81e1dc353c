import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/lib/domain/russian';
import { type ChartRow, type ChartSeries, totalOf } from './chart-data';

export interface ChartTableProps {
  caption: string;
  /** What the rows are: «Учебный год», «Группа». */
  rowName: string;
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  /** The name of a last column with the sum of the row. */
  totalName?: string;
  digits?: number;
}

/** The numbers behind a chart. */
export function ChartTable({ caption, rowName, series, rows, totalName, digits = 0 }: ChartTableProps) {
  return (
    <div className="rounded-md border border-line">
      <Table caption={caption}>
        <TableHead>
          <tr>
            <HeaderCell>{rowName}</HeaderCell>
            {series.map((one) => (
              <HeaderCell key={one.key} numeric>
                {one.label}
              </HeaderCell>
            ))}
            {totalName ? <HeaderCell numeric>{totalName}</HeaderCell> : null}
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.label}>
              <RowHeader>{row.label}</RowHeader>
              {series.map(({ key }) => (
                <Cell key={key} numeric>
                  {formatNumber(row.values[key], digits)}
                </Cell>
              ))}
              {totalName ? (
                <Cell numeric className="font-semibold">
                  {formatNumber(totalOf(row, series), digits)}
                </Cell>
              ) : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
