'use client';

import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartRow, ChartSeries, ReferenceValue } from './chart-data';
import { axisLine, axisTick, gridStroke, referenceLabel, referenceLook, useRem } from './chart-frame';
import { ChartTooltip } from './chart-tooltip';
import { LineMarker } from './line-marker';
import { seriesLook } from './series-look';

export interface LinesDrawingProps {
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
  threshold?: ReferenceValue;
  digits: number;
}

/** Recharts: a line a series, with its own strokes and points; a gap where there are no data. */
export default function LinesDrawing({ series, rows, threshold, digits }: LinesDrawingProps) {
  const rem = useRem();
  const data = rows.map((row) => ({ label: row.label, ...row.values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: rem, right: (threshold ? 4.25 : 1.5) * rem, bottom: 0, left: 0 }}
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
        <YAxis tick={axisTick} axisLine={false} tickLine={false} width="auto" allowDecimals={digits > 0} />
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
          content={({ active, label, payload }) => <ChartTooltip {...{ active, label, payload, series, digits }} />}
        />
        {threshold ? (
          <ReferenceLine
            y={threshold.value}
            {...referenceLook}
            label={{ value: threshold.label, position: 'right', ...referenceLabel }}
          />
        ) : null}
        {series.map((one, index) => (
          <Line
            key={one.key}
            dataKey={one.key}
            type="linear"
            stroke={seriesLook(index).colour}
            strokeWidth={index === 0 ? 3 : 2}
            strokeDasharray={seriesLook(index).dash}
            connectNulls={false}
            isAnimationActive={false}
            activeDot={false}
            dot={({ cx, cy, key }) =>
              cx === undefined || cy === undefined || cy === null ? null : (
                <LineMarker key={key} x={cx} y={cy} index={index} />
              )
            }
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}
