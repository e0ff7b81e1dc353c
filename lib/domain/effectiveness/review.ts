/** The effect of measures over a period: what changed, beside what would have changed anyway, and what one may say of it. */
import { baselineEffect } from './baseline-model';
import { meanInterval } from './bootstrap';
import { comparableSchools } from './comparable';
import { DRAWS, type Interval, MIN_SUPPORTED, MIN_UNSUPPORTED, type PastPair, type SchoolChange } from './observation';
import { expectedChange, type Reliability, reliabilityOf } from './regression-to-mean';

export const EFFECT_WORDS = ['есть эффект', 'эффекта не видно', 'данных недостаточно'] as const;
export type EffectWords = (typeof EFFECT_WORDS)[number];

/** Mean change in points of `n` schools with its interval. */
export interface GroupChange {
  n: number;
  change: number | null;
  low: number | null;
  high: number | null;
}

export interface EffectReview {
  supported: GroupChange;
  /** schools that began like the supported ones */
  comparable: GroupChange;
  /** what the supported schools would have changed by without support, from years of data */
  expected: GroupChange;
  /** by the model with the baseline */
  effect: Interval;
  words: EffectWords;
  reliability: Reliability;
  /** schools without support that the model compares with */
  unsupported: number;
}

/**
 * The review of a period of `years` years. Its words: «есть эффект» when the whole interval lies below 0, «данных
 * недостаточно» below the minimum numbers, otherwise «эффекта не видно», also where the sums grew.
 */
export function reviewEffect(
  schools: readonly SchoolChange[],
  pairs: readonly PastPair[],
  years: number,
  draws = DRAWS,
): EffectReview {
  const supported = schools.filter((school) => school.supported);
  const unsupported = schools.length - supported.length;
  const enough = supported.length >= MIN_SUPPORTED && unsupported >= MIN_UNSUPPORTED;
  // of a handful of schools the line through the others is a guess, and so would be the effect
  const effect = enough ? baselineEffect(schools, true, draws) : { value: null, low: null, high: null };
  const comparable = comparableSchools(schools);
  const expected = expectedChange(schools, pairs, years, draws);
  return {
    supported: groupOf(supported, draws),
    comparable: groupOf(comparable, draws),
    expected: { n: supported.length, change: expected.value, low: expected.low, high: expected.high },
    effect,
    words: wordsOf(effect),
    reliability: reliabilityOf(pairs),
    unsupported,
  };
}

export function wordsOf({ low, high }: Interval): EffectWords {
  if (low === null || high === null) return 'данных недостаточно';
  return high < 0 ? 'есть эффект' : 'эффекта не видно';
}

function groupOf(schools: readonly SchoolChange[], draws: number): GroupChange {
  const { value, low, high } = meanInterval(
    schools.map(({ before, after }) => after - before),
    MIN_SUPPORTED,
    draws,
  );
  return { n: schools.length, change: value, low, high };
}
