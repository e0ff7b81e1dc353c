import type { ChartSeries } from './chart-data';
import { LineMarker } from './line-marker';
import { seriesLook } from './series-look';

/** What the lines mean: stroke and point as they are drawn. */
export function LineLegend({ series }: { series: readonly ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {series.map((one, index) => {
        const { colour, dash } = seriesLook(index);
        return (
          <li key={one.key} className="flex items-center gap-2">
            <svg viewBox="0 0 36 12" className="h-3 w-9 shrink-0" aria-hidden="true">
              <path d="M0 6 h36" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
              <LineMarker x={18} y={6} index={index} />
            </svg>
            <span className="min-w-0">{one.label}</span>
          </li>
        );
      })}
    </ul>
  );
}
