/** Order of the municipalities; by name unless asked, since a bare ranking of unequal municipalities misleads. */
import type { SortDirection } from '@/components/ui/table';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';

export type RegionSort = 'name' | 'schools' | 'coverage' | 'flagged' | 'share' | 'mean';

/** Below so many schools one school moves a share by 10 points and more: marked «мало школ» [DESIGN]. */
export const FEW_SCHOOLS = 10;

export function isSmall({ schools }: Pick<MunicipalityOverview, 'schools'>): boolean {
  return schools < FEW_SCHOOLS;
}

const KEYS: Record<Exclude<RegionSort, 'name'>, (row: MunicipalityOverview) => number | null> = {
  schools: (row) => row.schools,
  coverage: (row) => row.coverage,
  flagged: (row) => (row.listInForce ? row.flagged : null),
  share: (row) => (row.listInForce ? row.flaggedShare : null),
  mean: (row) => row.meanNegativeSum,
};

export function regionSort(params: { sort?: string; direction?: string }): {
  sort: RegionSort;
  direction: SortDirection;
} {
  const sort = params.sort && params.sort in KEYS ? (params.sort as RegionSort) : 'name';
  return { sort, direction: params.direction === 'descending' ? 'descending' : 'ascending' };
}

/** The rows come by name; what has no value stands last either way. */
export function orderedMunicipalities(
  rows: readonly MunicipalityOverview[],
  { sort, direction }: { sort: RegionSort; direction: SortDirection },
): MunicipalityOverview[] {
  if (sort === 'name') return direction === 'ascending' ? [...rows] : [...rows].reverse();
  const key = KEYS[sort];
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
