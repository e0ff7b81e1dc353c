/**
 * A smooth curve through a histogram of scores, told nothing of what happens inside the windows under the boundaries of
 * marks: log-linear smoothing as in test equating (Holland & Thayer 2000, J. Educ. Behav. Statist. 25, 133–183),
 * log λ(s) = Σ βk·Pk(s) with Legendre polynomials Pk, fitted to the counts of cells. A cell is one score, or a whole window:
 * lifting pupils onto a boundary moves them inside a window and leaves its total as it was.
 */

/** Degree of the polynomial [DESIGN]; docs/objectivity.md compares others. */
export const DEGREE = 4;

/** Weight of the pull of the coefficients of degree 1 and more towards 0, so that few pupils still give one curve. */
const RIDGE: number = 0.05;
const STEPS = 60;

/** The model of one test: scores 0…maximum, grouped in cells. */
export interface CurveModel {
  /** Legendre polynomials by degree, each by score */
  basis: readonly (readonly number[])[];
  /** the scores of each cell; scores in no cell are not fitted */
  cells: readonly (readonly number[])[];
}

export function curveModel(maximum: number, cells: readonly (readonly number[])[], degree = DEGREE): CurveModel {
  return { basis: legendre(maximum, degree), cells };
}

/** Expected pupils by score, and the coefficients from which another fit may start. */
export interface Curve {
  expected: number[];
  coefficients: number[];
}

/** Maximises the ridged likelihood by Fisher scoring, at most `steps` of them, from `start`. */
export function fitted(model: CurveModel, pupils: readonly number[], start?: readonly number[], steps = STEPS): Curve {
  const observed = model.cells.map((cell) => cell.reduce((sum, score) => sum + (pupils[score] ?? 0), 0));
  const total = observed.reduce((sum, count) => sum + count, 0);
  const scores = model.cells.reduce((sum, cell) => sum + cell.length, 0);
  let coefficients = start
    ? [...start]
    : model.basis.map((_, power) => (power === 0 ? Math.log(Math.max(total, 0.5) / scores) : 0));
  let value = objective(model, observed, coefficients);
  for (let step = 0; step < steps; step += 1) {
    const change = scoringStep(model, observed, coefficients);
    let factor = 1;
    let next = moved(coefficients, change, factor);
    let nextValue = objective(model, observed, next);
    while (!(nextValue >= value - 1e-12) && factor > 1e-4) {
      factor /= 2;
      next = moved(coefficients, change, factor);
      nextValue = objective(model, observed, next);
    }
    if (!(nextValue >= value - 1e-12)) break;
    const gain = nextValue - value;
    [coefficients, value] = [next, nextValue];
    if (gain < 1e-8) break;
  }
  return { expected: expectedOf(model, coefficients), coefficients };
}

const moved = (from: readonly number[], by: readonly number[], factor: number) =>
  from.map((value, place) => value + factor * (by[place] ?? 0));

function expectedOf({ basis }: CurveModel, coefficients: readonly number[]): number[] {
  const length = basis[0]?.length ?? 0;
  return Array.from({ length }, (_, score) => {
    let sum = 0;
    for (let k = 0; k < coefficients.length; k += 1) sum += (coefficients[k] ?? 0) * (basis[k]?.[score] ?? 0);
    return Math.exp(Math.min(50, Math.max(-50, sum)));
  });
}

function objective(model: CurveModel, observed: readonly number[], coefficients: readonly number[]): number {
  const expected = expectedOf(model, coefficients);
  let value = 0;
  model.cells.forEach((cell, place) => {
    const mass = cell.reduce((sum, score) => sum + (expected[score] ?? 0), 0);
    const count = observed[place] ?? 0;
    value += count * Math.log(mass) - mass;
  });
  for (let k = 1; k < coefficients.length; k += 1) value -= (RIDGE * (coefficients[k] ?? 0) ** 2) / 2;
  return value;
}

/** The step that solves (expected information + ridge)·change = gradient. */
function scoringStep(model: CurveModel, observed: readonly number[], coefficients: readonly number[]): number[] {
  const expected = expectedOf(model, coefficients);
  const size = coefficients.length;
  const gradient = coefficients.map((value, k) => (k === 0 ? 0 : -RIDGE * value));
  const information = coefficients.map((_, k) => coefficients.map((__, l) => (k === l && k > 0 ? RIDGE : 0)));
  model.cells.forEach((cell, place) => {
    let mass = 0;
    const centre = new Array<number>(size).fill(0);
    for (const score of cell) {
      const weight = expected[score] ?? 0;
      mass += weight;
      for (let k = 0; k < size; k += 1) centre[k] = (centre[k] ?? 0) + weight * (model.basis[k]?.[score] ?? 0);
    }
    if (mass <= 0) return;
    const surplus = ((observed[place] ?? 0) - mass) / mass;
    for (let k = 0; k < size; k += 1) {
      gradient[k] = (gradient[k] ?? 0) + surplus * (centre[k] ?? 0);
      const row = information[k];
      if (!row) continue;
      for (let l = 0; l < size; l += 1) row[l] = (row[l] ?? 0) + ((centre[k] ?? 0) * (centre[l] ?? 0)) / mass;
    }
  });
  return solved(information, gradient);
}

/** Solves a symmetric positive definite system by Cholesky's decomposition. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const lower = right.map(() => new Array<number>(size).fill(0));
  const at = (i: number, j: number) => lower[i]?.[j] ?? 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      const row = lower[i];
      if (row) row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const half: number[] = [];
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (half[k] ?? 0);
    half[i] = sum / at(i, i);
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = half[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (solution[k] ?? 0);
    solution[i] = sum / at(i, i);
  }
  return solution;
}

function legendre(maximum: number, degree: number): number[][] {
  const places = Array.from({ length: maximum + 1 }, (_, score) => (2 * score) / Math.max(1, maximum) - 1);
  const basis = [places.map(() => 1), [...places]];
  for (let k = 1; k < degree; k += 1) {
    const [previous, current] = [basis[k - 1] ?? [], basis[k] ?? []];
    basis.push(places.map((x, i) => ((2 * k + 1) * x * (current[i] ?? 0) - k * (previous[i] ?? 0)) / (k + 1)));
  }
  return basis.slice(0, degree + 1);
}
