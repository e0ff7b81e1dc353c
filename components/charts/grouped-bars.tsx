import type { ReactNode } from 'react';
import { SegmentLegend } from '@/components/ui/segment-bar';
import type { ChartRow, ChartSeries } from './chart-data';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { ChartTable } from './chart-table';
import { LazyGroupedBars } from './lazy-drawings';
import { WhenSeen } from './when-seen';

export interface GroupedBarsProps extends Pick<ChartFigureProps, 'title' | 'description' | 'level'> {
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  rowName: string;
  digits?: number;
  summary: string;
  /** another table than that of the drawn values, which must hold them all */
  table?: ReactNode;
}

/** Groups one under another, compared: the school beside the city; the table behind. */
export function GroupedBars({ series, rows, rowName, digits = 0, summary, table, ...figure }: GroupedBarsProps) {
  return (
    <ChartFigure
      {...figure}
      legend={<SegmentLegend labels={series.map((one) => one.label)} />}
      chart={
        <WhenSeen height={2.5 + rows.length * bandHeight(rows, series.length)} label={summary}>
          <LazyGroupedBars series={series} rows={rows} digits={digits} />
        </WhenSeen>
      }
      table={table ?? <ChartTable caption={figure.title} {...{ rowName, series, rows, digits }} />}
    />
  );
}

/** In a column of 9 rem so many letters fit a line. */
const LETTERS_OF_LINE = 14;

/** Of one row, in rem: its bars, or the lines of the longest label where those are higher. */
function bandHeight(rows: readonly ChartRow[], series: number): number {
  const lines = Math.max(0, ...rows.map(({ label }) => Math.ceil(label.length / LETTERS_OF_LINE)));
  return Math.max(0.9 + series * 1.2, lines * 1.1);
}
