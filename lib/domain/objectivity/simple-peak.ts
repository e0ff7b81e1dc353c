/**
 * The peak rule in practical use (domain.md 2.4, S4): at a boundary at least 1.5 times as many pupils as on an average
 * score, at least 2, and at least one more than the average. Shown as a figure only: it fires on most honest tests, since
 * boundaries lie near the mode.
 */
export function simplePeak(pupils: readonly number[], boundary: number): boolean {
  const average = pupils.length === 0 ? 0 : pupils.reduce((sum, count) => sum + count, 0) / pupils.length;
  const count = pupils[boundary] ?? 0;
  return count >= Math.max(2, 1.5 * average) && count >= average + 1;
}
