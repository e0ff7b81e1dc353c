/**
 * The chance of so much bunching without bias: a parametric bootstrap. Tests with as many pupils are drawn from the smooth
 * curve, and each is measured as the real one was, its own curve fitted again. Fitting again is one step of scoring, which
 * is linear in the pupils, so that a drawn test costs one addition a pupil; docs/objectivity.md holds it against whole fits.
 */
import { type Bunching, boundaryShare } from './bunching';
import { uniformOf } from './random';
import { refitInfluence, sumOver } from './smooth-curve';

/** Draws at least as bunched after which the bootstrap stops (Besag & Clifford 1991, Biometrika 78), and its longest run. */
const ENOUGH = 20;
const LONGEST = 20_000;

/**
 * Part of the variance added for what the bootstrap cannot know: the true curve is no polynomial [DESIGN]. Without it the
 * test fires on 5.2 % of honest tests at p ≤ 0.05, docs/objectivity.md.
 */
const ALLOWANCE = 0.1;

/** p-value, 1/(LONGEST + 1)…1; the same for the same pupils and scale, since the stream of chance belongs to them. */
export function chanceOfBunching(bunching: Bunching): number {
  const { counts, windows } = bunching;
  const own = bunching.deviations / Math.sqrt(1 + ALLOWANCE);
  const pupils = counts.reduce((sum, count) => sum + count, 0);
  const uniform = uniformOf([...counts, ...windows.flatMap(({ boundaries }) => boundaries)]);
  const score = scoreDrawer(bunching, uniform);
  const { constant, excess, variance } = byPupil(bunching);
  let exceeding = 0;
  for (let drawn = 1; drawn <= LONGEST; drawn += 1) {
    let [top, bottom] = [constant, 0];
    for (let pupil = 0; pupil < pupils; pupil += 1) {
      const s = score();
      top += excess[s] ?? 0;
      bottom += variance[s] ?? 0;
    }
    const deviations = bottom > 0 ? top / Math.sqrt(bottom) : 0;
    if (deviations >= own - 1e-9) exceeding += 1;
    if (exceeding === ENOUGH) return ENOUGH / drawn;
  }
  return (exceeding + 1) / (LONGEST + 1);
}

/** What one pupil of a score adds to the excess, with the curve fitted again, and to its variance. */
function byPupil({ counts, windows, model, curve }: Bunching) {
  const excess = new Float64Array(counts.length);
  const variance = new Float64Array(counts.length);
  const direction = new Float64Array(curve.coefficients.length);
  for (const window of windows) {
    const share = boundaryShare(window, curve);
    for (const score of window.scores) {
      const onBoundary = window.boundaries.includes(score) ? 1 : 0;
      excess[score] = onBoundary - share;
      variance[score] = share * (1 - share);
      // the derivative of the window's expected pupils on the boundary
      const weight = (onBoundary - share) * (curve.expected[score] ?? 0);
      for (let k = 0; k < direction.length; k += 1) {
        direction[k] = (direction[k] ?? 0) + weight * (model.basis[score]?.[k] ?? 0);
      }
    }
  }
  const refit = refitInfluence(model, curve, direction);
  return { constant: -refit.constant, excess: excess.map((value, s) => value - (refit.byScore[s] ?? 0)), variance };
}

/** Draws scores by the curve, through a table of where to begin looking. */
function scoreDrawer({ counts, curve }: Bunching, uniform: () => number): () => number {
  const places = 512;
  const last = counts.length - 1;
  const total = sumOver([...counts.keys()], curve.expected);
  let sum = 0;
  const upTo = Float64Array.from(curve.expected, (mass) => {
    sum += mass / total;
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
