/**
 * How far shares of municipalities of different size may lie apart by chance alone (a funnel plot; Spiegelhalter 2005,
 * «Funnel plots for comparing institutional performance»). Small municipalities bounce: a list of theirs is no ranking.
 */

/** Part of all chance outcomes that lie inside the funnel [DESIGN]. */
export const FUNNEL_CERTAINTY = 0.95;

export interface SizedCount {
  schools: number;
  flagged: number;
}

/** Numbers of schools, inclusive, that a municipality has on its list with the region's share and luck. */
export interface ExpectedCounts {
  low: number;
  high: number;
}

export type FunnelPlace = 'INSIDE' | 'ABOVE' | 'BELOW';

/** The share 0..1 of all municipalities together; null without schools. */
export function commonShare(places: readonly SizedCount[]): number | null {
  const schools = places.reduce((sum, place) => sum + place.schools, 0);
  return schools === 0 ? null : places.reduce((sum, place) => sum + place.flagged, 0) / schools;
}

/** The central 95 % of a binomial distribution: at most 2.5 % of the outcomes lie below `low`, at most 2.5 % above `high`. */
export function expectedCounts(schools: number, share: number): ExpectedCounts {
  if (share <= 0) return { low: 0, high: 0 };
  if (share >= 1) return { low: schools, high: schools };
  const tail = (1 - FUNNEL_CERTAINTY) / 2;
  let low: number | null = null;
  let upTo = 0;
  for (let count = 0; count < schools; count += 1) {
    upTo += probabilityOf(count, schools, share);
    if (low === null && upTo > tail) low = count;
    if (upTo >= 1 - tail) return { low: low ?? count, high: count };
  }
  return { low: low ?? schools, high: schools };
}

/** Where a municipality stands against what chance allows. */
export function funnelPlace({ schools, flagged }: SizedCount, share: number): FunnelPlace {
  const { low, high } = expectedCounts(schools, share);
  if (flagged > high) return 'ABOVE';
  return flagged < low ? 'BELOW' : 'INSIDE';
}

/** Binomial probability of `count` among `schools`, by logarithms so that thousands of schools do not overflow. */
function probabilityOf(count: number, schools: number, share: number): number {
  let logarithm = count * Math.log(share) + (schools - count) * Math.log1p(-share);
  for (let i = 1; i <= count; i += 1) logarithm += Math.log((schools - count + i) / i);
  return Math.exp(logarithm);
}
