/**
 * S4: too many pupils stand exactly on the least score of a mark and too few just under it. domain.md 2.4; the bunching
 * method of Dee, Dobbie, Jacob and Rockoff on the New York Regents (CEPA working paper 16-08).
 *
 * Around each boundary b lies a window: b and the two scores under it. A smooth curve is fitted without what happens inside
 * the windows (smooth-curve.ts); it says how the pupils of a window would spread over its scores. The statistic is how
 * many stand on the boundaries themselves beyond that, all boundaries together, in standard deviations: given the window's
 * total, excess on the boundary and mass missing under it are one number, and it is sufficient for a common shift of the
 * odds. The p-value is that of a parametric bootstrap: honest tests drawn from the curve, each with its curve fitted again.
 */
import type { VprScaleFact } from '../evidence/facts';
import { uniformOf } from './random';
import type { ObjectivitySettings } from './settings';
import { abstained, flag, tested } from './sign-outcome';
import type { SignOutcome } from './signs';
import { type Curve, type CurveModel, curveModel, fitted } from './smooth-curve';

export type Scale = Pick<VprScaleFact, 'from3' | 'from4' | 'from5' | 'maximum'>;

/** Scores under a boundary that belong to its window [domain.md 2.4: b − 2, b − 1]. */
export const NEAR = 2;

/** Exceedances after which the bootstrap stops (Besag & Clifford 1991), and its longest run [DESIGN]. */
const ENOUGH = 20;
const LONGEST = 10_000;

export interface PeakTest {
  boundaries: number[];
  /** expected pupils by score: inside a window the window's pupils spread by the curve */
  expected: number[];
  /** pupils on the boundaries beyond the expected, all together */
  excess: number;
  /** pupils in the windows, all together */
  inWindows: number;
  /** the excess in standard deviations of an honest test with this curve */
  deviations: number;
  pValue: number;
}

export function boundaryPeak(
  pupils: readonly number[] | null,
  scale: Scale | null,
  settings: ObjectivitySettings,
): SignOutcome {
  const n = pupils?.reduce((sum, count) => sum + count, 0) ?? null;
  if (!pupils || n === null || n < settings.s4ApproximateN) return abstained('S4', { n });
  if (!scale || !scaleFits(pupils, scale))
    return abstained('S4', { n, officialScale: flag(scale !== null), scaleFits: 0 });
  const test = peakTest(pupils, scale);
  const approximate = n < settings.s4MinimumN;
  const figures = {
    ...{ n, inWindows: test.inWindows, excess: test.excess, deviations: test.deviations },
    approximate: flag(approximate),
  };
  const outcome = tested('S4', test.pValue, figures);
  return approximate ? { ...outcome, result: 'NO_DATA' } : outcome;
}

/** A histogram with pupils above the greatest score is of another scale than this one. */
export function scaleFits(pupils: readonly number[], { from3, from4, from5, maximum }: Scale): boolean {
  const ordered = 0 < from3 && from3 < from4 && from4 < from5 && from5 <= maximum;
  return ordered && pupils.every((count, score) => count === 0 || score <= maximum);
}

/** The test of one histogram; `pupils[s]`: how many got the score s. */
export function peakTest(pupils: readonly number[], scale: Scale): PeakTest {
  const { boundaries, counts, windows, model } = prepared(pupils, scale);
  const curve = fitted(model, counts);
  const own = statisticOf(counts, curve, windows, boundaries);
  const uniform = uniformOf([...counts, ...boundaries]);
  return {
    ...{ boundaries, expected: spread(counts, curve, windows), excess: own.excess, inWindows: own.inWindows },
    ...{ deviations: own.deviations, pValue: bootstrapped(own.deviations, model, curve, windows, boundaries, uniform) },
  };
}

/** The smooth curve alone, without the test: expected pupils by score, excess and missing pupils by boundary. */
export function smoothExpectation(pupils: readonly number[], scale: Scale) {
  const { boundaries, counts, windows, model } = prepared(pupils, scale);
  const expected = spread(counts, fitted(model, counts), windows);
  const beyond = (score: number) => (counts[score] ?? 0) - (expected[score] ?? 0);
  const near = Array.from({ length: NEAR }, (_, place) => place + 1);
  return {
    expected,
    boundaries: ([3, 4, 5] as const).map((mark, place) => {
      const score = boundaries[place] ?? 0;
      return {
        mark,
        score,
        excess: beyond(score),
        missing: -near.reduce((sum, under) => sum + beyond(score - under), 0),
      };
    }),
  };
}

function prepared(pupils: readonly number[], scale: Scale) {
  const boundaries = [scale.from3, scale.from4, scale.from5];
  const counts = Array.from({ length: scale.maximum + 1 }, (_, score) => pupils[score] ?? 0);
  const windows = windowsOf(boundaries);
  const inside = new Set(windows.flat());
  const single = [...counts.keys()].filter((score) => !inside.has(score)).map((score) => [score]);
  return { boundaries, counts, windows, model: curveModel(scale.maximum, [...windows, ...single]) };
}

/** The windows of scores under and on the boundaries; those that touch the same score are one. */
function windowsOf(boundaries: readonly number[]): number[][] {
  const windows: number[][] = [];
  for (const boundary of boundaries) {
    const scores = Array.from({ length: NEAR + 1 }, (_, place) => boundary - NEAR + place).filter((s) => s >= 0);
    const last = windows.at(-1);
    const shared = last?.at(-1) ?? -1;
    if (last && (scores[0] ?? 0) <= shared) last.push(...scores.filter((score) => score > shared));
    else windows.push(scores);
  }
  return windows;
}

function statisticOf(
  counts: readonly number[],
  { expected }: Curve,
  windows: readonly (readonly number[])[],
  boundaries: readonly number[],
) {
  let excess = 0;
  let variance = 0;
  let inWindows = 0;
  for (const window of windows) {
    let [total, mass, on, onMass] = [0, 0, 0, 0];
    for (const score of window) {
      const [count, weight] = [counts[score] ?? 0, expected[score] ?? 0];
      total += count;
      mass += weight;
      if (!boundaries.includes(score)) continue;
      on += count;
      onMass += weight;
    }
    const share = mass > 0 ? onMass / mass : 0;
    excess += on - total * share;
    variance += total * share * (1 - share);
    inWindows += total;
  }
  return { excess, inWindows, deviations: variance > 0 ? excess / Math.sqrt(variance) : 0 };
}

function spread(counts: readonly number[], { expected }: Curve, windows: readonly (readonly number[])[]): number[] {
  const curve = [...expected];
  for (const window of windows) {
    const total = window.reduce((sum, score) => sum + (counts[score] ?? 0), 0);
    const mass = window.reduce((sum, score) => sum + (expected[score] ?? 0), 0);
    for (const score of window) curve[score] = mass > 0 ? ((expected[score] ?? 0) * total) / mass : 0;
  }
  return curve;
}

function bootstrapped(
  own: number,
  model: CurveModel,
  curve: Curve,
  windows: readonly (readonly number[])[],
  boundaries: readonly number[],
  uniform: () => number,
): number {
  let exceeding = 0;
  for (let drawn = 1; drawn <= LONGEST; drawn += 1) {
    const honest = curve.expected.map((mass) => poisson(mass, uniform));
    const again = fitted(model, honest, curve.coefficients, 1);
    if (statisticOf(honest, again, windows, boundaries).deviations >= own - 1e-9) exceeding += 1;
    if (exceeding === ENOUGH) return ENOUGH / drawn;
  }
  return (exceeding + 1) / (LONGEST + 1);
}

/** A Poisson count by Knuth's product of uniforms; for the tens of pupils on one score. */
function poisson(mean: number, uniform: () => number): number {
  if (mean > 30) return poisson(mean / 2, uniform) + poisson(mean / 2, uniform);
  const limit = Math.exp(-mean);
  let count = 0;
  let product = uniform();
  while (product > limit) {
    count += 1;
    product *= uniform();
  }
  return count;
}
