/**
 * The model with the baseline (analysis of covariance): after = level of the municipality + b·before + effect·supported.
 * A list is drawn by the sum at the beginning, so that with this sum in the model the choice of the worst no longer
 * looks like an effect (van Breukelen 2013). Interval: wild bootstrap of the t ratio by clusters.
 */
import { uniformOf } from '../objectivity/random';
import { quantile } from '../statistics';
import { webbWeight } from './bootstrap';
import { DRAWS, type Interval, LEVEL, MIN_CITY_CLUSTERS, type SchoolChange, SEED } from './observation';

/** Numbers of the schools without the mean of their municipality. */
function centred(values: readonly number[], cities: readonly number[], cityCount: number): number[] {
  const sums = new Array<number>(cityCount).fill(0);
  const counts = new Array<number>(cityCount).fill(0);
  values.forEach((value, index) => {
    const city = cities[index] ?? 0;
    sums[city] = (sums[city] ?? 0) + value;
    counts[city] = (counts[city] ?? 0) + 1;
  });
  return values.map((value, index) => {
    const city = cities[index] ?? 0;
    return value - (sums[city] ?? 0) / (counts[city] ?? 1);
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Whole numbers for names, in the order in which they come. */
function numbered(names: readonly string[]): { numbers: number[]; count: number } {
  const known = new Map<string, number>();
  const numbers = names.map((name) => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  return { numbers, count: known.size };
}

interface Fit {
  effect: number;
  /** standard error that lets schools of one cluster err alike */
  error: number;
  fitted: number[];
  residuals: number[];
}

/** What of the schools stays the same in every draw. */
interface Design {
  cities: { numbers: number[]; count: number };
  clusters: { numbers: number[]; count: number };
  before: number[];
  beforeSquares: number;
  /** «supported» without what municipality and starting sum say of it */
  choice: number[];
  choiceSquares: number;
}

function designOf(schools: readonly SchoolChange[]): Design | null {
  const cities = numbered(schools.map((school) => school.cityId));
  const clusters =
    cities.count >= MIN_CITY_CLUSTERS ? cities : { numbers: schools.map((_, index) => index), count: schools.length };
  const before = centred(
    schools.map((one) => one.before),
    cities.numbers,
    cities.count,
  );
  const beforeSquares = dot(before, before);
  const supported = centred(
    schools.map((one) => (one.supported ? 1 : 0)),
    cities.numbers,
    cities.count,
  );
  const slope = beforeSquares > 1e-9 ? dot(before, supported) / beforeSquares : 0;
  const choice = supported.map((value, index) => value - slope * (before[index] ?? 0));
  const choiceSquares = dot(choice, choice);
  return choiceSquares < 1e-9 ? null : { cities, clusters, before, beforeSquares, choice, choiceSquares };
}

function fitOf(
  { cities, clusters, before, beforeSquares, choice, choiceSquares }: Design,
  after: readonly number[],
): Fit {
  const outcome = centred(after, cities.numbers, cities.count);
  const effect = dot(choice, outcome) / choiceSquares;
  const slope = beforeSquares > 1e-9 ? dot(before, outcome) / beforeSquares : 0;
  const residuals = outcome.map((value, at) => value - slope * (before[at] ?? 0) - effect * (choice[at] ?? 0));
  const scores = new Array<number>(clusters.count).fill(0);
  residuals.forEach((residual, index) => {
    const cluster = clusters.numbers[index] ?? 0;
    scores[cluster] = (scores[cluster] ?? 0) + (choice[index] ?? 0) * residual;
  });
  const error = Math.sqrt(dot(scores, scores)) / choiceSquares;
  return { effect, error, residuals, fitted: after.map((value, index) => value - (residuals[index] ?? 0)) };
}

/**
 * The effect of support in points (negative: better than without it) with its interval at `LEVEL`. All null where nobody
 * was supported, nobody was not, or the starting sum alone says who was; no interval below the minimum numbers.
 */
export function baselineEffect(schools: readonly SchoolChange[], enough: boolean, draws = DRAWS): Interval {
  const design = designOf(schools);
  if (!design) return { value: null, low: null, high: null };
  const seen = fitOf(
    design,
    schools.map((school) => school.after),
  );
  if (!enough || seen.error < 1e-9) return { value: seen.effect, low: null, high: null };
  const spread = leverageSpread(design, schools.length);
  const uniform = uniformOf([SEED, schools.length]);
  const ratios: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = Array.from({ length: design.clusters.count }, () => webbWeight(uniform));
    const drawn = fitOf(
      design,
      seen.fitted.map(
        (value, at) =>
          value + (seen.residuals[at] ?? 0) * (spread[at] ?? 1) * (weights[design.clusters.numbers[at] ?? 0] ?? 0),
      ),
    );
    if (drawn.error > 1e-9) ratios.push((drawn.effect - seen.effect) / drawn.error);
  }
  const [low, high] = [quantile(ratios, (1 + LEVEL) / 2), quantile(ratios, (1 - LEVEL) / 2)];
  if (low === null || high === null) return { value: seen.effect, low: null, high: null };
  return { value: seen.effect, low: seen.effect - low * seen.error, high: seen.effect - high * seen.error };
}

/** Residuals of a fit are smaller than the errors, most where a school stands alone: 1/√(1 − leverage) sets that right (HC2). */
function leverageSpread({ cities, before, beforeSquares, choice, choiceSquares }: Design, count: number): number[] {
  const sizes = new Array<number>(cities.count).fill(0);
  for (const city of cities.numbers) sizes[city] = (sizes[city] ?? 0) + 1;
  return Array.from({ length: count }, (_, at) => {
    const own = 1 / (sizes[cities.numbers[at] ?? 0] ?? 1);
    const slope = beforeSquares > 1e-9 ? (before[at] ?? 0) ** 2 / beforeSquares : 0;
    const leverage = own + slope + (choice[at] ?? 0) ** 2 / choiceSquares;
    return 1 / Math.sqrt(Math.max(0.05, 1 - leverage));
  });
}
