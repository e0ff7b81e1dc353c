/**
 * The chance of so much bunching without bias: a parametric bootstrap. Tests with as many pupils are drawn from the smooth
 * curve, and each is measured as the real one was, its own curve fitted again. Fitting again is one step of scoring, which
 * is linear in the pupils, so that a drawn test costs one addition a pupil; docs/objectivity.md holds it against whole fits.
 */
import { type Bunching, boundaryShare } from './bunching';
import { uniformOf } from './random';
import { refitInfluence } from './smooth-curve';

/** Draws at least as bunched after which the bootstrap stops (Besag & Clifford 1991, Biometrika 78), and its longest run. */
const ENOUGH = 20;
const LONGEST = 1000;

/** Draws from the curve tilted towards bunching, for chances too small to be counted directly. */
const TILTED = 1000;
const SMALLEST = 1e-12;

/**
 * Part of the variance added for what the bootstrap cannot know: the true curve is no polynomial [DESIGN]. Without it the
 * test fires on slightly more than 5 % of honest tests at p ≤ 0.05, docs/objectivity.md.
 */
const ALLOWANCE = 0.07;

/** What one pupil of each score adds to the measure of a drawn test. */
interface Measure {
  pupils: number;
  /** to the excess, the curve fitted again; `constant` belongs to the test as a whole */
  excess: Float64Array;
  constant: number;
  variance: Float64Array;
  /** share of pupils by score, by the curve */
  shares: Float64Array;
}

/** p-value, 0…1; the same for the same pupils and scale, since the stream of chance belongs to them. */
export function chanceOfBunching(bunching: Bunching): number {
  const { counts, windows } = bunching;
  const least = bunching.deviations / Math.sqrt(1 + ALLOWANCE) - 1e-9;
  const uniform = uniformOf([...counts, ...windows.flatMap(({ boundaries }) => boundaries)]);
  const measure = measureOf(bunching);
  const draw = drawer(measure, measure.shares, uniform);
  let exceeding = 0;
  for (let drawn = 1; drawn <= LONGEST; drawn += 1) {
    if (draw().deviations >= least) exceeding += 1;
    if (exceeding === ENOUGH) return ENOUGH / drawn;
  }
  return smallChance(measure, least, uniform);
}

/**
 * Importance sampling by exponential tilting (Davison & Hinkley 1997, Bootstrap Methods and their Application, 9.4): tests
 * are drawn with shares ∝ share·exp(θ·excess), which makes so much bunching usual, and each counts by how much rarer the
 * curve itself makes it.
 */
function smallChance(measure: Measure, least: number, uniform: () => number): number {
  const tilt = tiltOf(measure, least);
  const { shares, logMass } = tilted(measure, tilt);
  const draw = drawer(measure, shares, uniform);
  let weights = 0;
  for (let drawn = 0; drawn < TILTED; drawn += 1) {
    const { deviations, excess } = draw();
    if (deviations >= least) weights += Math.exp(measure.pupils * logMass - tilt * excess);
  }
  return Math.min(ENOUGH / LONGEST, Math.max(SMALLEST, weights / TILTED));
}

/** The tilt at which a test has `least` deviations on average, by bisection; 0 leaves the curve as it is. */
function tiltOf(measure: Measure, least: number): number {
  let [low, high] = [0, 4];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    const { shares } = tilted(measure, middle);
    const top = measure.pupils * product(shares, measure.excess) + measure.constant;
    const usual = Math.sqrt(measure.pupils * product(shares, measure.variance));
    if (top < least * usual) low = middle;
    else high = middle;
  }
  return low;
}

function tilted({ shares, excess }: Measure, tilt: number) {
  const weights = shares.map((share, score) => share * Math.exp(tilt * (excess[score] ?? 0)));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return { shares: weights.map((weight) => weight / mass), logMass: Math.log(mass) };
}

function measureOf({ counts, windows, model, curve }: Bunching): Measure {
  const excess = new Float64Array(counts.length);
  const variance = new Float64Array(counts.length);
  const direction = new Float64Array(curve.coefficients.length);
  for (const window of windows) {
    const share = boundaryShare(window, curve);
    for (const score of window.scores) {
      const beyond = (window.boundaries.includes(score) ? 1 : 0) - share;
      excess[score] = beyond;
      variance[score] = share * (1 - share);
      // the derivative of the window's expected pupils on the boundary by the coefficients
      const weight = beyond * (curve.expected[score] ?? 0);
      for (let k = 0; k < direction.length; k += 1) {
        direction[k] = (direction[k] ?? 0) + weight * (model.basis[score]?.[k] ?? 0);
      }
    }
  }
  const refit = refitInfluence(model, curve, direction);
  const mass = curve.expected.reduce((sum, expected) => sum + expected, 0);
  return {
    pupils: counts.reduce((sum, count) => sum + count, 0),
    excess: excess.map((value, score) => value - (refit.byScore[score] ?? 0)),
    constant: -refit.constant,
    variance,
    shares: curve.expected.map((expected) => expected / mass),
  };
}

/** Draws whole tests with these shares of pupils by score and measures them. */
function drawer({ pupils, excess, constant, variance }: Measure, shares: Float64Array, uniform: () => number) {
  const score = scoreDrawer(shares, uniform);
  return () => {
    let [sum, bottom] = [0, 0];
    for (let pupil = 0; pupil < pupils; pupil += 1) {
      const s = score();
      sum += excess[s] ?? 0;
      bottom += variance[s] ?? 0;
    }
    return { excess: sum, deviations: bottom > 0 ? (sum + constant) / Math.sqrt(bottom) : 0 };
  };
}

/** Draws scores by their shares, through a table of where to begin looking. */
function scoreDrawer(shares: Float64Array, uniform: () => number): () => number {
  const places = 512;
  const last = shares.length - 1;
  let sum = 0;
  const upTo = shares.map((share) => {
    sum += share;
    return sum;
  });
  upTo[last] = 1;
  const begin = new Uint16Array(places);
  for (let place = 0, score = 0; place < places; place += 1) {
    while (score < last && (upTo[score] ?? 1) < place / places) score += 1;
    begin[place] = score;
  }
  return () => {
    const part = uniform();
    let score = begin[Math.floor(part * places)] ?? 0;
    while ((upTo[score] ?? 1) < part) score += 1;
    return score;
  };
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k += 1) sum += (one[k] ?? 0) * (other[k] ?? 0);
  return sum;
}
