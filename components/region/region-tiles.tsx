import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { tileName, tilesOf } from '@/lib/domain/region/tile-scheme';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';
import type { MunicipalityProgress } from '@/lib/portal/overview/views';
import { measuredTile, type RegionMeasure } from './region-measures';
import { isSmall } from './region-order';

interface RegionTilesProps {
  measure: RegionMeasure;
  municipalities: readonly MunicipalityOverview[];
  progress: ReadonlyMap<string, MunicipalityProgress>;
  share: number | null;
  hrefOf: (municipalityId: string) => string;
  label: string;
}

/** The region as tiles, about where they lie; on a narrow screen one under another. The table beside says the same. */
export function RegionTiles({ measure, municipalities, progress, share, hrefOf, label }: RegionTilesProps) {
  return (
    <ul aria-label={label} className="grid grid-cols-2 gap-1.5 sm:grid-cols-3 xl:grid-cols-7">
      {tilesOf(municipalities).map(({ place, column, row }) => {
        const { value, words, tone, icon } = measuredTile(measure, place, progress.get(place.municipalityId), share);
        return (
          <li
            key={place.municipalityId}
            className="min-w-0 xl:[grid-column:var(--tile-column)] xl:[grid-row:var(--tile-row)]"
            style={{ '--tile-column': column, '--tile-row': row } as React.CSSProperties}
          >
            <Link
              href={hrefOf(place.municipalityId)}
              prefetch={false}
              className="block h-full rounded-md border border-line bg-surface p-2 hover:border-accent"
            >
              <span className="block truncate text-sm font-medium" title={place.name}>
                {tileName(place.name)}
              </span>
              <span className="block text-lg font-semibold tabular-nums">{value}</span>
              <Status tone={tone} icon={icon} look="line" className="text-xs leading-tight">
                {words}
              </Status>
              {isSmall(place) ? <span className="block text-xs text-muted">мало школ</span> : null}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
