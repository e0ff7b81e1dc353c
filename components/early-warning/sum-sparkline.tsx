interface SumSparklineProps {
  sums: readonly number[];
  forecast: number;
  threshold: number;
}

const [WIDTH, HEIGHT, MARGIN] = [112, 36, 5];

/** Three sums, the forecast and the threshold as a small line; the figures stand beside it in the table. */
export function SumSparkline({ sums, forecast, threshold }: SumSparklineProps) {
  const values = [...sums, forecast];
  const most = Math.max(...values, threshold);
  const least = Math.min(...values, threshold);
  const x = (at: number) => MARGIN + (at * (WIDTH - 2 * MARGIN)) / (values.length - 1);
  const y = (value: number) => MARGIN + ((most - value) * (HEIGHT - 2 * MARGIN)) / (most - least || 1);
  const point = (value: number, at: number) => `${x(at)},${y(value)}`;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-9 w-28">
      <line
        x1={MARGIN}
        x2={WIDTH - MARGIN}
        y1={y(threshold)}
        y2={y(threshold)}
        className="stroke-danger"
        strokeWidth="1.5"
        strokeDasharray="4 3"
      />
      <polyline points={sums.map(point).join(' ')} fill="none" className="stroke-accent" strokeWidth="2" />
      <polyline
        points={[point(sums.at(-1) ?? 0, sums.length - 1), point(forecast, sums.length)].join(' ')}
        fill="none"
        className="stroke-accent"
        strokeWidth="2"
        strokeDasharray="2 3"
      />
      {sums.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the years stand in their order and never change places
        <circle key={at} cx={x(at)} cy={y(value)} r="2.5" className="fill-accent" />
      ))}
      <rect
        x={x(sums.length) - 3}
        y={y(forecast) - 3}
        width="6"
        height="6"
        className="fill-surface stroke-accent"
        strokeWidth="1.5"
      />
    </svg>
  );
}
