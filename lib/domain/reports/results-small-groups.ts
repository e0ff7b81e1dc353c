/** Which groups of pupils may be written down school by school, so that no small one can be had by subtraction. */
import { LEAST_GROUP } from '../failure-matrix';

export interface SizedGroup {
  participants: number;
}

export interface ApartGroups<Group> {
  /** may be written down one by one */
  alone: Group[];
  /** only as one sum, which hides each of them; empty: nothing has to be hidden */
  together: Group[];
}

/**
 * Groups below LEAST_GROUP go together; when that is one school, or fewer than LEAST_GROUP pupils, the next smallest group
 * joins them, since the total is known and would give the hidden one away. Null when all groups together are still too
 * small to be told. Order is kept.
 */
export function apartGroups<Group extends SizedGroup>(groups: readonly Group[]): ApartGroups<Group> | null {
  const taken = groups.filter(({ participants }) => participants > 0);
  if (pupilsOf(taken) < LEAST_GROUP) return null;
  const bySize = taken
    .map((group, at) => ({ group, at }))
    .sort((one, other) => one.group.participants - other.group.participants || one.at - other.at);
  let hidden = bySize.filter(({ group }) => group.participants < LEAST_GROUP).length;
  const hides = () => {
    const together = bySize.slice(0, hidden);
    return together.length >= 2 && pupilsOf(together.map(({ group }) => group)) >= LEAST_GROUP;
  };
  while (hidden > 0 && hidden < bySize.length && !hides()) hidden += 1;
  const places = new Set(bySize.slice(0, hidden).map(({ at }) => at));
  return {
    alone: taken.filter((_, at) => !places.has(at)),
    together: taken.filter((_, at) => places.has(at)),
  };
}

const pupilsOf = (groups: readonly SizedGroup[]): number =>
  groups.reduce((sum, { participants }) => sum + participants, 0);
