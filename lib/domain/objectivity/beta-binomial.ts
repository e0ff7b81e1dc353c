/** Counts among n that resemble each other: a binomial distribution whose probability is itself beta-distributed. */

/**
 * P(X ≥ count) for X among n with mean share `share` (0…1) and intra-class correlation `spread` (0: plain binomial).
 * The shape parameters are a = share·(1 − ρ)/ρ and b = (1 − share)·(1 − ρ)/ρ, the variance n·p·q·(1 + (n − 1)·ρ).
 */
export function betaBinomialTail(count: number, n: number, share: number, spread: number): number {
  const from = Math.ceil(count);
  if (from <= 0) return 1;
  if (from > n || share <= 0) return 0;
  if (share >= 1) return 1;
  const logarithms = logProbabilities(n, share, spread);
  const tail = logarithms.slice(from).reduce((sum, logarithm) => sum + Math.exp(logarithm), 0);
  return Math.min(1, tail);
}

/** Logarithms of P(X = 0…n), each from the one before, so that large n do not overflow. */
function logProbabilities(n: number, share: number, spread: number): number[] {
  // (a + i) and (b + i) up to the factor ρ/(1 − ρ), which cancels: defined for ρ = 0 too
  const step = spread / (1 - spread);
  const success = (i: number) => share + i * step;
  const failure = (i: number) => 1 - share + i * step;
  let logarithm = 0;
  for (let i = 0; i < n; i += 1) logarithm += Math.log(failure(i)) - Math.log1p(i * step);
  const logarithms = [logarithm];
  for (let k = 0; k < n; k += 1) {
    logarithm += Math.log(((n - k) * success(k)) / ((k + 1) * failure(n - k - 1)));
    logarithms.push(logarithm);
  }
  return logarithms;
}
