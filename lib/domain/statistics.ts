/** Measures of a set of numbers. Empty sets and constant ones have no such measure: null, never 0. */

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The quantile by linear interpolation between order statistics, R's type 7 (Hyndman & Fan 1996; contract.md, «Scoring
 * rule»): at position (n − 1)·p counted from 0. `probability` between 0 and 1.
 */
export function quantile(values: readonly number[], probability: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(position)];
  const high = sorted[Math.ceil(position)];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (position - Math.floor(position));
}

/** The standard deviation of a whole population (divided by n). */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
}

/**
 * Pearson's correlation of pairs, −1…1; null when either side is constant. Of two yes/no criteria written as 1 and 0 it
 * is the phi coefficient.
 */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const n = pairs.length;
  const sums = { x: 0, y: 0 };
  for (const [x, y] of pairs) {
    sums.x += x;
    sums.y += y;
  }
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const [x, y] of pairs) {
    xx += (x - sums.x / n) ** 2;
    yy += (y - sums.y / n) ** 2;
    xy += (x - sums.x / n) * (y - sums.y / n);
  }
  const tiny = 1e-12 * n;
  return xx <= tiny || yy <= tiny ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
