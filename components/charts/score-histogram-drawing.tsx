'use client';

import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartRow, ChartSeries, ReferenceValue } from './chart-data';
import { axisLine, axisTick, gridStroke, referenceLabel, referenceLook, useRem } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import { seriesLook } from './series-look';

export interface ScoreHistogramDrawingProps {
  /** the first is drawn as bars, the others as curves */
  series: readonly ChartSeries[];
  /** one for each score */
  rows: readonly ChartRow[];
  /** scores from which a mark begins */
  boundaries: readonly ReferenceValue[];
}

/** Recharts: pupils by score as bars, what was expected as curves over them, the boundaries of marks as lines. */
export default function ScoreHistogramDrawing({ series, rows, boundaries }: ScoreHistogramDrawingProps) {
  const rem = useRem();
  const [bars, ...curves] = series;
  const data = rows.map((row) => ({ label: row.label, ...row.values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: 1.5 * rem, right: 0.5 * rem, bottom: 0, left: 0 }}
        barCategoryGap="12%"
      >
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis
          dataKey="label"
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          height={1.75 * rem}
          interval="preserveStartEnd"
          minTickGap={0.5 * rem}
        />
        <YAxis tick={axisTick} axisLine={false} tickLine={false} width="auto" allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--quiet)' }}
          isAnimationActive={false}
          content={({ active, label, payload }) => <ChartTooltip {...{ active, label, payload, series }} digits={1} />}
        />
        {bars ? (
          <Bar dataKey={bars.key} fill={seriesLook(3).colour} fillOpacity={0.55} isAnimationActive={false} />
        ) : null}
        {curves.map((curve, at) => (
          <Line
            key={curve.key}
            dataKey={curve.key}
            type="monotone"
            stroke={seriesLook(at).colour}
            strokeWidth={2.5}
            strokeDasharray={seriesLook(at).dash}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
        {boundaries.map(({ value, label }) => (
          <ReferenceLine
            key={label}
            x={String(value)}
            {...referenceLook}
            label={{ value: label, position: 'top', ...referenceLabel }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
