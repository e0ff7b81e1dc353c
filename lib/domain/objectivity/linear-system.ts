/** Solves a symmetric positive definite system by Cholesky's decomposition. */
export function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const lower = matrix.map(() => new Float64Array(size));
  const at = (i: number, j: number) => lower[i]?.[j] ?? 0;
  for (const [i, row] of lower.entries()) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= at(i, k) * at(j, k);
      row[j] = i === j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / at(j, j);
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < size; i += 1) {
    let rest = solution[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= at(i, k) * (solution[k] ?? 0);
    solution[i] = rest / at(i, i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = solution[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) rest -= at(k, i) * (solution[k] ?? 0);
    solution[i] = rest / at(i, i);
  }
  return solution;
}
