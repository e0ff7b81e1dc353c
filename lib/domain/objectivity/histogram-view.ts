/** A distribution of primary scores as the page draws it: what is, what the smooth curve expects, what the region has. */
import { bunchingOf, counterfactual, NEAR, type Scale, scaleFits } from './bunching';

export interface HistogramBoundary {
  mark: 3 | 4 | 5;
  score: number;
  /** pupils on the boundary beyond the expected, and fewer than expected on the two scores under it */
  excess: number;
  missing: number;
}

export interface HistogramView {
  /** `expected` and `reference` in pupils of this school; null without a scale or a reference */
  scores: { score: number; pupils: number; expected: number | null; reference: number | null }[];
  /** empty without an official scale */
  boundaries: HistogramBoundary[];
}

/** `reference`: pupils by score of the region, scaled to the number of the school's pupils. */
export function histogramView(
  pupils: readonly number[],
  scale: Scale | null,
  reference: readonly number[] | null,
): HistogramView {
  const known = scale !== null && scaleFits(pupils, scale) ? scale : null;
  const length = Math.max(pupils.length, (known?.maximum ?? 0) + 1);
  const expected = known && counterfactual(bunchingOf(pupils, known));
  const share = reference && ratio(sum(pupils), sum(reference));
  const at = (values: readonly number[], score: number) => values[score] ?? 0;
  return {
    scores: Array.from({ length }, (_, score) => ({
      ...{ score, pupils: at(pupils, score), expected: expected && at(expected, score) },
      reference: reference && share !== null ? at(reference, score) * share : null,
    })),
    boundaries: known && expected ? boundariesOf(pupils, expected, known) : [],
  };
}

function boundariesOf(pupils: readonly number[], expected: readonly number[], scale: Scale): HistogramBoundary[] {
  const beyond = (score: number) => (pupils[score] ?? 0) - (expected[score] ?? 0);
  const under = Array.from({ length: NEAR }, (_, place) => place + 1);
  const boundaries = [[3, scale.from3] as const, [4, scale.from4] as const, [5, scale.from5] as const];
  return boundaries.map(([mark, score]) => ({
    ...{ mark, score, excess: beyond(score) },
    missing: 0 - under.reduce((total, step) => total + beyond(score - step), 0),
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
