/**
 * Bunching at the boundaries of marks, estimated: how many pupils stand on the boundaries themselves beyond what a smooth
 * curve expects of their windows. domain.md 2.4, S4; the method of Dee, Dobbie, Jacob and Rockoff on the New York Regents
 * (CEPA working paper 16-08), docs/objectivity.md.
 */
import type { VprScaleFact } from '../evidence/facts';
import { type Curve, type CurveModel, curveModel, fittedCurve, sumOver } from './smooth-curve';

export type Scale = Pick<VprScaleFact, 'from3' | 'from4' | 'from5' | 'maximum'>;

/** Scores under a boundary that belong to its window [domain.md 2.4: b − 2, b − 1]. */
export const NEAR = 2;

/** Scores around one boundary, or around several whose windows share a score. */
export interface Window {
  scores: readonly number[];
  boundaries: readonly number[];
}

export interface Bunching {
  /** pupils by score, 0…maximum */
  counts: readonly number[];
  windows: readonly Window[];
  model: CurveModel;
  curve: Curve;
  /** pupils in all windows */
  inWindows: number;
  /** pupils on all boundaries beyond the expected, which are missing under them */
  excess: number;
  /** the excess in binomial standard deviations of the windows */
  deviations: number;
}

/** Ordered boundaries within the scale, and no pupil above its greatest score: else the histogram is of another scale. */
export function scaleFits(pupils: readonly number[], { from3, from4, from5, maximum }: Scale): boolean {
  const ordered = 0 < from3 && from3 < from4 && from4 < from5 && from5 <= maximum;
  return ordered && pupils.every((count, score) => count === 0 || score <= maximum);
}

export function bunchingOf(pupils: readonly number[], scale: Scale): Bunching {
  const counts = Array.from({ length: scale.maximum + 1 }, (_, score) => pupils[score] ?? 0);
  const windows = windowsOf([scale.from3, scale.from4, scale.from5]);
  const inside = new Set(windows.flatMap(({ scores }) => scores));
  const outside = [...counts.keys()].filter((score) => !inside.has(score)).map((score) => [score]);
  const model = curveModel(scale.maximum, [...windows.map(({ scores }) => scores), ...outside]);
  const curve = fittedCurve(model, counts);
  let [inWindows, excess, variance] = [0, 0, 0];
  for (const window of windows) {
    const total = sumOver(window.scores, counts);
    const share = boundaryShare(window, curve);
    inWindows += total;
    excess += sumOver(window.boundaries, counts) - total * share;
    variance += total * share * (1 - share);
  }
  const deviations = variance > 0 ? excess / Math.sqrt(variance) : 0;
  return { counts, windows, model, curve, inWindows, excess, deviations };
}

/** The part of a window's pupils that the curve expects on its boundaries, 0…1. */
export function boundaryShare({ scores, boundaries }: Window, { expected }: Curve): number {
  return sumOver(boundaries, expected) / sumOver(scores, expected);
}

/** Pupils by score as the curve expects them; a window keeps its own total, spread by the curve. */
export function counterfactual({ counts, windows, curve }: Bunching): number[] {
  const expected = [...curve.expected];
  for (const { scores } of windows) {
    const factor = sumOver(scores, counts) / sumOver(scores, curve.expected);
    for (const score of scores) expected[score] = (curve.expected[score] ?? 0) * factor;
  }
  return expected;
}

function windowsOf(boundaries: readonly number[]): Window[] {
  const windows: { scores: number[]; boundaries: number[] }[] = [];
  for (const boundary of boundaries) {
    const from = Math.max(0, boundary - NEAR);
    const scores = Array.from({ length: boundary - from + 1 }, (_, place) => from + place);
    const last = windows.at(-1);
    if (last?.scores.includes(from)) {
      last.scores = [...new Set([...last.scores, ...scores])];
      last.boundaries.push(boundary);
    } else windows.push({ scores, boundaries: [boundary] });
  }
  return windows;
}
