/** Mean and spread of primary scores from how many pupils got each. */

export interface ScoreMoments {
  /** pupils */
  n: number;
  /** primary scores */
  mean: number;
  /** standard deviation with n − 1, primary scores */
  deviation: number;
}

/** `pupils[s]`: how many got the score s. Null with fewer than 2 pupils, who have no spread. */
export function scoreMoments(pupils: readonly number[]): ScoreMoments | null {
  const n = pupils.reduce((sum, count) => sum + count, 0);
  if (n < 2) return null;
  const mean = pupils.reduce((sum, count, score) => sum + count * score, 0) / n;
  const squares = pupils.reduce((sum, count, score) => sum + count * (score - mean) ** 2, 0);
  return { n, mean, deviation: Math.sqrt(squares / (n - 1)) };
}

/** The scores of several schools as one distribution. */
export function pooledScores(histograms: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...histograms.map((histogram) => histogram.length));
  return Array.from({ length }, (_, score) => histograms.reduce((sum, histogram) => sum + (histogram[score] ?? 0), 0));
}
