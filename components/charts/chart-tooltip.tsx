import { formatNumber } from '@/lib/domain/russian';
import type { ChartSeries } from './chart-data';

export interface ChartTooltipProps {
  active?: boolean;
  label?: string | number;
  payload?: ReadonlyArray<{ dataKey?: unknown; value?: unknown }>;
  series: readonly ChartSeries[];
  digits?: number;
  /** The name of the sum of all series, where it means something. */
  totalName?: string;
}

/** The values under the pointer. */
export function ChartTooltip({ active, label, payload = [], series, digits = 0, totalName }: ChartTooltipProps) {
  if (!active) return null;
  const values = series.map((one) => {
    const value = payload.find((entry) => entry.dataKey === one.key)?.value;
    return { ...one, value: typeof value === 'number' ? value : null };
  });
  const total = values.reduce((sum, one) => sum + (one.value ?? 0), 0);
  return (
    <div className="rounded-md border border-line bg-raised px-3 py-2 text-sm shadow-raised">
      <p className="mb-1 font-semibold">{label}</p>
      <table>
        <tbody>
          {values.map((one) => (
            <tr key={one.key}>
              <td className="pr-4 text-muted">{one.label}</td>
              <td className="text-right">{formatNumber(one.value, digits)}</td>
            </tr>
          ))}
          {totalName ? (
            <tr className="font-semibold">
              <td className="pr-4">{totalName}</td>
              <td className="text-right">{formatNumber(total, digits)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
