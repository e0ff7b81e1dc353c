/** Whole numbers of shares that add up. */

/**
 * `total` pupils divided by these weights into whole numbers that add up to `total`: each share is rounded down, and the
 * pupils left over go to the largest remainders (Hamilton's method), the earlier share first among equals.
 */
export function apportioned(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const quotas = weights.map((weight) => (weight / sum) * total);
  const counts = quotas.map((quota) => Math.floor(quota + 1e-9));
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota + 1e-9) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - counts.reduce((all, count) => all + count, 0);
  for (const { index } of byRemainder.slice(0, Math.max(0, left))) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
