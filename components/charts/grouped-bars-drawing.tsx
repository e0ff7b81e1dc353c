'use client';

import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatNumber } from '@/lib/domain/russian';
import type { ChartRow, ChartSeries } from './chart-data';
import { axisLine, axisTick, gridStroke, useRem } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import { SeriesPatterns, seriesFill } from './series-patterns';

export interface GroupedBarsDrawingProps {
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  digits: number;
}

/** Recharts: rows one under another, the series of a row beside each other, each bar with its figure. */
export default function GroupedBarsDrawing({ series, rows, digits }: GroupedBarsDrawingProps) {
  const id = useId();
  const rem = useRem();
  const data = rows.map((row) => ({ label: row.label, ...row.values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={data}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 2.5 * rem, bottom: 0, left: 0 }}
        barCategoryGap="20%"
        barGap={2}
      >
        <SeriesPatterns id={id} count={series.length} />
        <CartesianGrid horizontal={false} stroke={gridStroke} />
        <XAxis
          type="number"
          tick={axisTick}
          axisLine={false}
          tickLine={false}
          height={1.75 * rem}
          allowDecimals={digits > 0}
        />
        <YAxis
          type="category"
          dataKey="label"
          tick={{ ...axisTick, fill: 'var(--ink)' }}
          axisLine={axisLine}
          tickLine={false}
          width={9 * rem}
          interval={0}
        />
        <Tooltip
          cursor={{ fill: 'var(--quiet)' }}
          isAnimationActive={false}
          content={({ active, label, payload }) => <ChartTooltip {...{ active, label, payload, series, digits }} />}
        />
        {series.map((one, index) => (
          <Bar
            key={one.key}
            dataKey={one.key}
            fill={seriesFill(id, index)}
            stroke="var(--line-strong)"
            strokeWidth={0.5}
            maxBarSize={1.25 * rem}
            isAnimationActive={false}
          >
            <LabelList
              dataKey={one.key}
              position="right"
              fill="var(--ink)"
              fontSize="0.8125rem"
              formatter={(value) => (typeof value === 'number' ? formatNumber(value, digits) : '')}
            />
          </Bar>
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
