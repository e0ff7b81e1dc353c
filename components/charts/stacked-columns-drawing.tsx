'use client';

import { useId } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type ChartRow, type ChartSeries, type ReferenceValue, totalOf } from './chart-data';
import { axisLine, axisTick, gridStroke, referenceLabel, referenceLook, useRem } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import { SeriesPatterns, seriesFill } from './series-patterns';

export interface StackedColumnsDrawingProps {
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  threshold?: ReferenceValue;
  totalName: string;
}

/** Recharts: one column a row, the series upon each other, the total over it. */
export default function StackedColumnsDrawing({ series, rows, threshold, totalName }: StackedColumnsDrawingProps) {
  const id = useId();
  const rem = useRem();
  const data = rows.map((row) => ({ label: row.label, ...row.values, total: totalOf(row, series) }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: 1.5 * rem, right: (threshold ? 4.25 : 0.5) * rem, bottom: 0, left: 0 }}
        barCategoryGap="22%"
      >
        <SeriesPatterns id={id} count={series.length} />
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
          content={({ active, label, payload }) => <ChartTooltip {...{ active, label, payload, series, totalName }} />}
        />
        {series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            stackId="sum"
            fill={seriesFill(id, index)}
            stroke="var(--surface)"
            strokeWidth={1}
            maxBarSize={4 * rem}
            isAnimationActive={false}
          />
        ))}
        {/* The totals: an unseen line through the tops carries them, since a part of zero would not. */}
        <Line dataKey="total" stroke="none" dot={false} activeDot={false} isAnimationActive={false}>
          <LabelList dataKey="total" position="top" fill="var(--ink)" fontSize="0.8125rem" fontWeight={600} />
        </Line>
        {threshold ? (
          <ReferenceLine
            y={threshold.value}
            {...referenceLook}
            label={{ value: threshold.label, position: 'right', ...referenceLabel }}
          />
        ) : null}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
