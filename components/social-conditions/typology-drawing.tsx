'use client';

import { useState } from 'react';
import {
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { axisLine, axisTick, gridStroke, referenceLook, useRem } from '@/components/charts/chart-frame';
import { LineMarker } from '@/components/charts/line-marker';
import { formatNumber } from '@/lib/domain/russian';
import type { SchoolType } from '@/lib/domain/typology';
import { typeIndex } from './type-mark';

/** A school on the chart. */
export interface TypologyPoint {
  name: string;
  /** across: the index, better conditions to the right */
  index: number;
  /** upwards: the sum, worse results at the top */
  sum: number;
  type: SchoolType;
  resilient: boolean;
}

export interface TypologyDrawingProps {
  points: readonly TypologyPoint[];
  /** hard conditions to the left of it */
  threshold: number;
  /** low results at and above it; null: nobody is proposed */
  lowFrom: number | null;
}

/** Below so many rem the names of the quadrants do not stand beside each other. */
const WIDE = 40;

const quadrantLabel = { fill: 'var(--muted)', fontSize: '0.8125rem', fontWeight: 600 };

/** Recharts: index × negative sum, both thresholds, the four quadrants named. */
export default function TypologyDrawing({ points, threshold, lowFrom }: TypologyDrawingProps) {
  const rem = useRem();
  const [wide, setWide] = useState(true);
  const across = points.map(({ index }) => index);
  const left = Math.floor(Math.min(threshold, ...across) / 10) * 10 - 5;
  const right = Math.ceil(Math.max(threshold, ...across) / 10) * 10 + 5;
  const highest = Math.max(lowFrom ?? 0, ...points.map(({ sum }) => sum));
  const top = highest + Math.max(2, Math.ceil(highest / 8));
  // between the lowest sum proposed and the one below it
  const line = lowFrom === null ? null : lowFrom - 0.5;
  const quadrants = [
    {
      name: 'Трудные условия и низкие результаты',
      short: 'ШНСУ и ШНРО',
      x1: left,
      x2: threshold,
      y1: line,
      y2: top,
      at: 'insideTopLeft',
    },
    {
      name: 'Только низкие результаты',
      short: 'ШНРО',
      x1: threshold,
      x2: right,
      y1: line,
      y2: top,
      at: 'insideTopRight',
    },
    {
      name: 'Только трудные условия',
      short: 'ШНСУ',
      x1: left,
      x2: threshold,
      y1: 0,
      y2: line ?? top,
      at: 'insideBottomLeft',
    },
    {
      name: 'Ни того ни другого',
      short: 'ни то ни другое',
      x1: threshold,
      x2: right,
      y1: 0,
      y2: line ?? top,
      at: 'insideBottomRight',
    },
  ] as const;
  return (
    <ResponsiveContainer width="100%" height="100%" onResize={(width) => setWide(width >= WIDE * rem)}>
      <ScatterChart
        accessibilityLayer={false}
        margin={{ top: 0.5 * rem, right: rem, bottom: 1.25 * rem, left: 0.75 * rem }}
      >
        <CartesianGrid stroke={gridStroke} />
        <XAxis
          type="number"
          dataKey="index"
          domain={[left, right]}
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          tickCount={8}
          height={2 * rem}
          label={{ value: 'Индекс социальных условий', position: 'insideBottom', offset: -0.5 * rem, ...quadrantLabel }}
        />
        <YAxis
          type="number"
          dataKey="sum"
          domain={[0, top]}
          tick={axisTick}
          axisLine={axisLine}
          tickLine={false}
          width="auto"
          allowDecimals={false}
          label={{ value: 'Сумма', angle: -90, position: 'insideLeft', ...quadrantLabel }}
        />
        {quadrants.map(({ name, short, x1, x2, y1, y2, at }) =>
          y1 === null ? null : (
            <ReferenceArea
              key={name}
              {...{ x1, x2, y1, y2 }}
              fill="transparent"
              stroke="none"
              label={{ value: wide ? name : short, position: at, ...quadrantLabel }}
            />
          ),
        )}
        <ReferenceLine x={threshold} {...referenceLook} />
        {line === null ? null : <ReferenceLine y={line} {...referenceLook} />}
        <Tooltip isAnimationActive={false} cursor={false} content={({ payload }) => <SchoolTip payload={payload} />} />
        <Scatter
          data={[...points]}
          isAnimationActive={false}
          shape={({ cx, cy, payload }: { cx?: number; cy?: number; payload?: TypologyPoint }) =>
            cx === undefined || cy === undefined || !payload ? (
              <g />
            ) : (
              <g>
                {payload.resilient ? (
                  <circle cx={cx} cy={cy} r={8} fill="none" stroke="var(--success)" strokeWidth={2} />
                ) : null}
                <LineMarker x={cx} y={cy} index={typeIndex(payload.type)} />
              </g>
            )
          }
        />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

function SchoolTip({ payload = [] }: { payload?: ReadonlyArray<{ payload?: TypologyPoint }> }) {
  const point = payload[0]?.payload;
  if (!point) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-raised">
      <p className="font-semibold">{point.name}</p>
      <p className="text-muted">
        Индекс {formatNumber(point.index, 1)}, сумма {formatNumber(point.sum)}
      </p>
    </div>
  );
}
