import { formatChange } from '@/lib/domain/russian';

export interface IntervalRow {
  key: string;
  name: string;
  value: number;
  low: number;
  high: number;
  /** what the page is about: drawn as a diamond and with heavier strokes */
  marked?: boolean;
}

export interface IntervalPlotProps {
  rows: readonly IntervalRow[];
  /** of the rows' names, for those who hear the page */
  label: string;
  /** what lies on either side of zero: «лучше», «хуже» */
  sides: readonly [below: string, above: string];
  digits?: number;
}

/** Estimates with their intervals on one scale around zero, one row each. HTML alone: no script, and it prints. */
export function IntervalPlot({ rows, label, sides, digits = 1 }: IntervalPlotProps) {
  const ends = rows.flatMap(({ low, high, value }) => [low, high, value]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const margin = (most - least || 1) * 0.06;
  const at = (value: number) => `${(100 * (value - least + margin)) / (most - least + 2 * margin)}%`;
  const zero = at(0);
  return (
    <div className="text-sm tabular-nums">
      <ul aria-label={label} className="space-y-3 sm:space-y-0">
        {rows.map(({ key, name, value, low, high, marked }) => (
          <li key={key} className="grid items-center gap-x-4 sm:grid-cols-[13rem_minmax(0,1fr)_9.5rem] sm:py-1">
            <span className={marked ? 'font-semibold' : undefined}>{name}</span>
            <span aria-hidden className="relative h-8 bg-quiet/50">
              <span className="absolute inset-y-0 w-px bg-line-strong" style={{ left: zero }} />
              <span
                className={`absolute top-1/2 -translate-y-1/2 border-x-2 border-accent ${marked ? 'h-4' : 'h-3'}`}
                style={{ left: at(low), right: `calc(100% - ${at(high)})` }}
              >
                <span className={`absolute inset-x-0 top-1/2 -translate-y-1/2 bg-accent ${marked ? 'h-1' : 'h-0.5'}`} />
              </span>
              <span
                className={`absolute top-1/2 -translate-1/2 border-2 border-surface bg-accent ${marked ? 'size-4 rotate-45' : 'size-3.5 rounded-full'}`}
                style={{ left: at(value) }}
              />
            </span>
            <span className={`whitespace-nowrap sm:text-right ${marked ? 'font-semibold' : 'text-muted'}`}>
              {formatChange(value, digits)} ({formatChange(low, digits)} … {formatChange(high, digits)})
            </span>
          </li>
        ))}
      </ul>
      <div aria-hidden className="grid gap-x-4 pt-1 text-xs text-muted sm:grid-cols-[13rem_minmax(0,1fr)_9.5rem]">
        <span className="hidden sm:block" />
        <span>
          <span className="relative block h-4">
            <span className="absolute -translate-x-1/2" style={{ left: zero }}>
              0
            </span>
          </span>
          <span className="flex justify-between gap-2">
            <span>← {sides[0]}</span>
            <span>{sides[1]} →</span>
          </span>
        </span>
      </div>
    </div>
  );
}
