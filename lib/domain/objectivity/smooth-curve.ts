/**
 * A smooth curve through a histogram of scores, told nothing of what happens inside the windows under the boundaries of
 * marks: log-linear smoothing as in test equating (Holland & Thayer 2000, J. Educ. Behav. Statist. 25, 133–183),
 * log λ(s) = Σ βk·Pk(s) with Legendre polynomials Pk, fitted to the counts of cells. A cell is one score or a whole window:
 * lifting pupils onto a boundary moves them inside a window and leaves its total as it was.
 */
import { solved } from './linear-system';

/** Degree of the polynomial [DESIGN]: 3 to 6 differ little, docs/objectivity.md. */
const DEGREE = 4;

/** Pulls coefficients of degree 1 and more towards 0, so slightly that it matters only where few cells have pupils. */
const RIDGE = 0.02;
const MOST_STEPS = 60;

export interface CurveModel {
  /** Legendre polynomials by score: basis[s][k] */
  basis: readonly Float64Array[];
  /** the scores of each cell; together all scores */
  cells: readonly (readonly number[])[];
}

export interface Curve {
  coefficients: Float64Array;
  /** expected pupils by score */
  expected: Float64Array;
}

export function curveModel(maximum: number, cells: readonly (readonly number[])[]): CurveModel {
  return { basis: Array.from({ length: maximum + 1 }, (_, score) => legendre((2 * score) / maximum - 1)), cells };
}

/** P0…P4 at x by Bonnet's recursion. */
function legendre(x: number): Float64Array {
  const values = Float64Array.of(1, x, ...new Array<number>(DEGREE - 1).fill(0));
  for (let k = 1; k < DEGREE; k += 1) {
    values[k + 1] = ((2 * k + 1) * x * (values[k] ?? 0) - k * (values[k - 1] ?? 0)) / (k + 1);
  }
  return values;
}

/** The curve of greatest ridged Poisson likelihood, by Fisher scoring with halved steps. */
export function fittedCurve(model: CurveModel, pupils: ArrayLike<number>): Curve {
  const observed = model.cells.map((cell) => sumOver(cell, pupils));
  const total = observed.reduce((sum, count) => sum + count, 0);
  let coefficients = new Float64Array(DEGREE + 1);
  coefficients[0] = Math.log(Math.max(total, 0.5) / model.basis.length);
  let curve = curveOf(model, coefficients);
  let value = likelihood(model, observed, curve);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = solved(informationOf(model, curve), gradientOf(model, observed, curve));
    const before = value;
    for (let factor = 1; factor > 1e-4; factor /= 2) {
      const next = coefficients.map((coefficient, k) => coefficient + factor * (change[k] ?? 0));
      const nextCurve = curveOf(model, next);
      const nextValue = likelihood(model, observed, nextCurve);
      if (!(nextValue >= value)) continue;
      [coefficients, curve, value] = [next, nextCurve, nextValue];
      break;
    }
    if (value - before < 1e-9) break;
  }
  return curve;
}

/**
 * How a linear function of the coefficients, `direction`·β, answers to pupils when the curve is fitted again by one step of
 * scoring: it changes by `constant` + Σ pupils[s]·byScore[s].
 */
export function refitInfluence(model: CurveModel, curve: Curve, direction: Float64Array) {
  const weights = solved(informationOf(model, curve), direction);
  const byScore = new Float64Array(model.basis.length);
  let constant = 0;
  for (const cell of model.cells) {
    const { mass, centre } = centreOf(model, curve, cell);
    const influence = product(weights, centre);
    for (const score of cell) byScore[score] = influence;
    constant -= mass * influence;
  }
  for (let k = 1; k <= DEGREE; k += 1) constant -= RIDGE * (weights[k] ?? 0) * (curve.coefficients[k] ?? 0);
  return { constant, byScore };
}

function curveOf(model: CurveModel, coefficients: Float64Array): Curve {
  const logarithm = (basis: Float64Array) => Math.max(-40, Math.min(40, product(basis, coefficients)));
  return { coefficients, expected: Float64Array.from(model.basis, (basis) => Math.exp(logarithm(basis))) };
}

function likelihood(model: CurveModel, observed: readonly number[], { coefficients, expected }: Curve): number {
  const pull = coefficients.reduce((sum, value, k) => (k === 0 ? 0 : sum + value * value), 0);
  return model.cells.reduce(
    (sum, cell, place) => {
      const mass = sumOver(cell, expected);
      return sum + (observed[place] ?? 0) * Math.log(mass) - mass;
    },
    -(RIDGE * pull) / 2,
  );
}

/** The expected pupils of a cell and the mean of the basis over them. */
function centreOf(model: CurveModel, { expected }: Curve, cell: readonly number[]) {
  const mass = sumOver(cell, expected);
  const centre = new Float64Array(DEGREE + 1);
  for (const score of cell) {
    const share = (expected[score] ?? 0) / mass;
    for (let k = 0; k <= DEGREE; k += 1) centre[k] = (centre[k] ?? 0) + share * (model.basis[score]?.[k] ?? 0);
  }
  return { mass, centre };
}

function gradientOf(model: CurveModel, observed: readonly number[], curve: Curve): Float64Array {
  const gradient = curve.coefficients.map((value, k) => (k === 0 ? 0 : -RIDGE * value));
  model.cells.forEach((cell, place) => {
    const { mass, centre } = centreOf(model, curve, cell);
    const surplus = (observed[place] ?? 0) - mass;
    for (let k = 0; k <= DEGREE; k += 1) gradient[k] = (gradient[k] ?? 0) + surplus * (centre[k] ?? 0);
  });
  return gradient;
}

/** Fisher's expected information with the ridge. */
function informationOf(model: CurveModel, curve: Curve): Float64Array[] {
  const information = Array.from({ length: DEGREE + 1 }, () => new Float64Array(DEGREE + 1));
  for (const cell of model.cells) {
    const { mass, centre } = centreOf(model, curve, cell);
    information.forEach((row, k) => {
      const weight = mass * (centre[k] ?? 0);
      for (let l = 0; l <= DEGREE; l += 1) row[l] = (row[l] ?? 0) + weight * (centre[l] ?? 0);
    });
  }
  information.forEach((row, k) => {
    if (k > 0) row[k] = (row[k] ?? 0) + RIDGE;
  });
  return information;
}

/** The sum of the values of some scores. */
export function sumOver(scores: readonly number[], values: ArrayLike<number>): number {
  let sum = 0;
  for (const score of scores) sum += values[score] ?? 0;
  return sum;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += (one[k] ?? 0) * (other[k] ?? 0);
  return sum;
}
