import type { ChartRow, ChartSeries, ReferenceValue } from './chart-data';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { ChartTable } from './chart-table';
import { LazyLines } from './lazy-drawings';
import { LineLegend } from './line-legend';
import { WhenSeen } from './when-seen';

export interface LinesProps extends Pick<ChartFigureProps, 'title' | 'description' | 'level'> {
  /** The first one is drawn thicker: what the page is about. */
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  rowName: string;
  threshold?: ReferenceValue;
  digits?: number;
  summary: string;
  height?: number;
}

/** Change over the years: the school, the mean of the city, its quartile; the table behind. */
export function Lines({ series, rows, rowName, threshold, digits = 0, summary, height = 18, ...figure }: LinesProps) {
  return (
    <ChartFigure
      {...figure}
      legend={<LineLegend series={series} />}
      chart={
        <WhenSeen height={height} label={summary}>
          <LazyLines series={series} rows={rows} threshold={threshold} digits={digits} />
        </WhenSeen>
      }
      table={<ChartTable caption={figure.title} {...{ rowName, series, rows, digits }} />}
    />
  );
}
