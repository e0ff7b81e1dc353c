'use client';

import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { axisLine, axisTick, gridStroke, referenceLabel, referenceLook, useRem } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import type { HistogramBin } from './histogram';
import { SeriesPatterns, seriesFill } from './series-patterns';

export interface HistogramDrawingProps {
  bins: readonly HistogramBin[];
  countName: string;
  /** The first bin that lies beyond the threshold, and what the line says. */
  threshold?: { bin: string; label: string };
}

/** Recharts: how many in each bin; those beyond the threshold have another pattern and stand right of a line. */
export default function HistogramDrawing({ bins, countName, threshold }: HistogramDrawingProps) {
  const id = useId();
  const rem = useRem();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={bins.map((bin) => ({ ...bin, pointer: bin.mark ? '▼' : undefined }))}
        accessibilityLayer={false}
        margin={{ top: 2 * rem, right: 0.5 * rem, bottom: 0, left: 0 }}
        barCategoryGap={2}
      >
        <SeriesPatterns id={id} count={2} />
        <CartesianGrid vertical={false} stroke={gridStroke} />
        <XAxis
          dataKey="label"
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          height={1.75 * rem}
          interval="preserveStartEnd"
        />
        <YAxis tick={axisTick} axisLine={false} tickLine={false} width="auto" allowDecimals={false} />
        <Tooltip
          cursor={{ fill: 'var(--quiet)' }}
          isAnimationActive={false}
          content={({ active, label, payload }) => (
            <ChartTooltip {...{ active, label, payload }} series={[{ key: 'count', label: countName }]} />
          )}
        />
        <Bar
          dataKey="count"
          isAnimationActive={false}
          maxBarSize={5 * rem}
          stroke="var(--line-strong)"
          strokeWidth={0.5}
        >
          {bins.map((bin) => (
            <Cell key={bin.label} fill={seriesFill(id, bin.beyond ? 1 : 0)} />
          ))}
          <LabelList dataKey="pointer" position="top" fill="var(--ink)" fontSize="0.8125rem" fontWeight={600} />
        </Bar>
        {threshold ? (
          <ReferenceLine
            x={threshold.bin}
            position="start"
            {...referenceLook}
            label={{ value: threshold.label, position: 'top', ...referenceLabel }}
          />
        ) : null}
      </BarChart>
    </ResponsiveContainer>
  );
}
