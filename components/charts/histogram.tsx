import { SegmentLegend } from '@/components/ui/segment-bar';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { ChartTable } from './chart-table';
import { LazyHistogram } from './lazy-drawings';
import { WhenSeen } from './when-seen';

export interface HistogramBin {
  /** «9» or «9–10»; unique. */
  label: string;
  count: number;
  /** Beyond the threshold: another pattern. */
  beyond?: boolean;
  /** What stands in this bin: «ваша школа»; a pointer over the column, explained in the legend. */
  mark?: string;
}

export interface HistogramProps extends Pick<ChartFigureProps, 'title' | 'description' | 'level'> {
  bins: readonly HistogramBin[];
  /** What the bins are («Сумма») and what is counted («Школ»). */
  binName: string;
  countName: string;
  /** Drawn before the first bin that is `beyond`. */
  thresholdLabel?: string;
  /** The names of both sides: «ниже порога», «порог и выше». */
  sides?: readonly [string, string];
  summary: string;
  height?: number;
}

/** How many schools have which sum, with the threshold as a line; the table behind. */
export function Histogram({
  bins,
  binName,
  countName,
  thresholdLabel,
  sides,
  summary,
  height = 16,
  ...figure
}: HistogramProps) {
  const firstBeyond = bins.find((bin) => bin.beyond);
  const marked = bins.find((bin) => bin.mark);
  return (
    <ChartFigure
      {...figure}
      legend={
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {sides && firstBeyond ? <SegmentLegend labels={sides} /> : null}
          {marked?.mark ? (
            <p>
              <span aria-hidden>▼ </span>
              {marked.mark}: {marked.label}
            </p>
          ) : null}
        </div>
      }
      chart={
        <WhenSeen height={height} label={summary}>
          <LazyHistogram
            bins={bins}
            countName={countName}
            threshold={firstBeyond && thresholdLabel ? { bin: firstBeyond.label, label: thresholdLabel } : undefined}
          />
        </WhenSeen>
      }
      table={
        <ChartTable
          caption={figure.title}
          rowName={binName}
          series={[{ key: 'count', label: countName }]}
          rows={bins.map((bin) => ({ label: bin.label, values: { count: bin.count } }))}
        />
      }
    />
  );
}
