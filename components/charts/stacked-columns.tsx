import { SegmentLegend } from '@/components/ui/segment-bar';
import type { ChartRow, ChartSeries, ReferenceValue } from './chart-data';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { ChartTable } from './chart-table';
import { LazyStackedColumns } from './lazy-drawings';
import { WhenSeen } from './when-seen';

export interface StackedColumnsProps extends Pick<ChartFigureProps, 'title' | 'description' | 'level'> {
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  /** What the rows are, for the table: «Учебный год». */
  rowName: string;
  totalName?: string;
  threshold?: ReferenceValue;
  /** One sentence for those who do not see the drawing. */
  summary: string;
  /** In rem. */
  height?: number;
}

/** Sums over the years split by group: columns, totals, a line of the threshold, the table behind. */
export function StackedColumns({
  series,
  rows,
  rowName,
  totalName = 'Всего',
  threshold,
  summary,
  height = 18,
  ...figure
}: StackedColumnsProps) {
  return (
    <ChartFigure
      {...figure}
      legend={<SegmentLegend labels={series.map((one) => one.label)} />}
      chart={
        <WhenSeen height={height} label={summary}>
          <LazyStackedColumns series={series} rows={rows} threshold={threshold} totalName={totalName} />
        </WhenSeen>
      }
      table={<ChartTable caption={figure.title} {...{ rowName, series, rows, totalName }} />}
    />
  );
}
