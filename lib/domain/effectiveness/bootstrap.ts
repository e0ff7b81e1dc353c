/** Intervals by drawing anew from what was seen, with a fixed seed. Efron & Tibshirani 1993; Cameron, Gelbach & Miller 2008. */
import { uniformOf } from '../objectivity/random';
import { mean, quantile } from '../statistics';
import { DRAWS, type Interval, LEVEL, SEED } from './observation';

/** The middle `LEVEL` of the values; null where there are none. */
export function middleOf(values: readonly number[], level = LEVEL): { low: number | null; high: number | null } {
  return { low: quantile(values, (1 - level) / 2), high: quantile(values, (1 + level) / 2) };
}

/** The mean of the values with the percentile interval of its bootstrap; no interval of fewer than `least` values. */
export function meanInterval(values: readonly number[], least: number, draws = DRAWS): Interval {
  const value = mean(values);
  if (value === null || values.length < least) return { value, low: null, high: null };
  const uniform = uniformOf([SEED, values.length]);
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let each = 0; each < values.length; each += 1) sum += values[Math.floor(uniform() * values.length)] ?? 0;
    return sum / values.length;
  });
  return { value, ...middleOf(means) };
}

const SIX = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)] as const;

/** One of Webb's six weights (mean 0, variance 1): good for few clusters. Webb 2014, Queen's Economics paper 1315. */
export function webbWeight(uniform: () => number): number {
  return SIX[Math.floor(uniform() * 6)] ?? 1;
}
