/** How far the results of a school can be relied on: the second axis of the plane result × objectivity. */
import type { ObjectivityOutcome } from './signs';
import { looksOf, type WithdrawnSign } from './year-signs';

/** Fewer signs looked at say nothing of a school as a whole [DESIGN]. */
export const LEAST_CHECKS = 5;

export interface Trust {
  /** 1: no sign anywhere, 0: a sign at every look; null: too few looks, the portal abstains */
  value: number | null;
  /** signs of works that had enough data, and those of them that were found */
  checks: number;
  found: number;
}

/**
 * One minus the share of looks (sign × grade × subject with enough data) that found a sign [DESIGN]. A share, so that a
 * large school with many works is not less trusted for being looked at more often.
 */
export function trustOf(outcomes: readonly ObjectivityOutcome[], withdrawn: readonly WithdrawnSign[] = []): Trust {
  const looks = looksOf(outcomes, withdrawn).filter(({ known }) => known);
  const found = looks.filter((look) => look.found).length;
  const checks = looks.length;
  return { value: checks < LEAST_CHECKS ? null : 1 - found / checks, checks, found };
}
