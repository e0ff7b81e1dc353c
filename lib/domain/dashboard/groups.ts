/** Sums over schools for the overview of a municipality. */

/** One school's points of a group and how many there could be. */
export interface GroupPoints {
  group: string;
  points: number;
  maximum: number;
}

/** Share of the possible points by group over all schools, percent 0..100; null where no point is possible. Order of appearance. */
export function groupShares(schools: readonly (readonly GroupPoints[])[]): Map<string, number | null> {
  const sums = new Map<string, { points: number; maximum: number }>();
  for (const { group, points, maximum } of schools.flat()) {
    const sum = sums.get(group) ?? { points: 0, maximum: 0 };
    sums.set(group, { points: sum.points + points, maximum: sum.maximum + maximum });
  }
  return new Map(
    [...sums].map(([group, { points, maximum }]) => [group, maximum === 0 ? null : (100 * points) / maximum]),
  );
}

/** How many schools have each sum, from 0 to the largest, without a gap; empty without schools. */
export function schoolsBySum(sums: readonly number[]): { sum: number; schools: number }[] {
  if (sums.length === 0) return [];
  return Array.from({ length: Math.max(...sums) + 1 }, (_, sum) => ({
    sum,
    schools: sums.filter((one) => one === sum).length,
  }));
}

/**
 * The groups that give more than half of a school's points, the largest first (at equal points in the order given); empty
 * without points. Our own proposal of what «most» is.
 */
export function mainGroups<Group extends { negativeSum: number }>(groups: readonly Group[]): Group[] {
  const sum = groups.reduce((all, { negativeSum }) => all + negativeSum, 0);
  const ordered = groups.filter(({ negativeSum }) => negativeSum > 0).sort((a, b) => b.negativeSum - a.negativeSum);
  const main: Group[] = [];
  let counted = 0;
  for (const group of ordered) {
    if (counted * 2 > sum) break;
    main.push(group);
    counted += group.negativeSum;
  }
  return main;
}
