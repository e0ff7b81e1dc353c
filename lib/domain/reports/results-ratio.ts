/** Figures of many schools put together from counts of pupils, never from schools' percentages (domain.md 8.1, «Trap»). */
import { LEAST_GROUP } from '../failure-matrix';

/** Something added up over participants: their marks, their points, the ones among them with «2». */
export interface Ratio {
  sum: number;
  /** those about whom the files tell it */
  participants: number;
}

/** Over the facts that give the figure; null when none does. Facts that do not give it take their participants with them. */
export function ratioOf<Fact>(
  facts: readonly Fact[],
  participants: (fact: Fact) => number,
  figure: (fact: Fact) => number | null,
): Ratio | null {
  const known = facts.flatMap((fact) => {
    const sum = figure(fact);
    return sum === null ? [] : [{ sum, participants: participants(fact) }];
  });
  if (known.length === 0) return null;
  return known.reduce((all, one) => ({
    sum: all.sum + one.sum,
    participants: all.participants + one.participants,
  }));
}

/** A share 0..1 or a mean; null when it is unknown or fewer than LEAST_GROUP participants stand behind it. */
export function toldValue(ratio: Ratio | null): number | null {
  return ratio === null || ratio.participants < LEAST_GROUP ? null : ratio.sum / ratio.participants;
}
