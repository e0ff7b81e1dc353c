/**
 * S4: too many pupils stand exactly on the least score of a mark and too few just under it. domain.md 2.4.
 *
 * All boundaries of a test are taken together. The rule of practice, a boundary score with half as many pupils again as the
 * mean of all scores, stays as a figure only: it fires on most honest tests, since a boundary lies near the mode.
 */
import { bunchingOf, type Scale, scaleFits } from './bunching';
import { chanceOfBunching } from './honest-draws';
import type { ObjectivitySettings } from './settings';
import { abstained, flag, tested } from './sign-outcome';
import type { SignOutcome } from './signs';

/** `scale` null: no official scale of the year is known, and the portal never guesses one. */
export function boundaryPeak(
  pupils: readonly number[] | null,
  scale: Scale | null,
  settings: ObjectivitySettings,
): SignOutcome {
  const n = pupils?.reduce((sum, count) => sum + count, 0) ?? null;
  if (!pupils || n === null || n < settings.s4ApproximateN) return abstained('S4', { n });
  if (!scale) return abstained('S4', { n, officialScale: 0 });
  if (!scaleFits(pupils, scale)) return abstained('S4', { n, officialScale: 1, scaleFits: 0 });
  const bunching = bunchingOf(pupils, scale);
  const onBoundaries = bunching.windows
    .flatMap(({ boundaries }) => boundaries)
    .reduce((sum, score) => sum + (pupils[score] ?? 0), 0);
  const approximate = n < settings.s4MinimumN;
  const outcome = tested('S4', chanceOfBunching(bunching), {
    ...{ n, inWindows: bunching.inWindows, onBoundaries, expectedOnBoundaries: onBoundaries - bunching.excess },
    ...{ excess: bunching.excess, deviations: bunching.deviations },
    ...{ from3: scale.from3, from4: scale.from4, from5: scale.from5, maximum: scale.maximum },
    ...{ simpleRule: flag(simplePeak(pupils, scale)), approximate: flag(approximate) },
  });
  return approximate ? { ...outcome, result: 'NO_DATA' } : outcome;
}

/** The rule of practice [PRACTICE]: count(b) ≥ max(2, 1.5·mean) and ≥ mean + 1 at any boundary, mean over all scores. */
export function simplePeak(pupils: readonly number[], { from3, from4, from5, maximum }: Scale): boolean {
  const mean = pupils.reduce((sum, count) => sum + count, 0) / (maximum + 1);
  return [from3, from4, from5].some((boundary) => {
    const count = pupils[boundary] ?? 0;
    return count >= Math.max(2, 1.5 * mean) && count >= mean + 1;
  });
}
