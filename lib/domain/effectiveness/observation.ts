/**
 * What the effect of measures is estimated from. Sums are points of one table of the card: fewer is better, so that a
 * negative change or effect is an improvement. Thresholds are our own proposal and labelled so on the page.
 */

/** A school with an accepted card at both ends of the period. */
export interface SchoolChange {
  schoolId: string;
  /** the municipality: schools are compared within it alone */
  cityId: string;
  /** points at the beginning and at the end */
  before: number;
  after: number;
  /** on the confirmed list of the year in which the period begins */
  supported: boolean;
}

/** The same school in two years one after another, before the period; only schools that had no support between them. */
export interface PastPair {
  cityId: string;
  schoolYear: string;
  before: number;
  after: number;
}

/** A figure with its interval; null: it could not be had. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

/** Fewer supported schools, or fewer to compare with, and nothing is concluded. */
export const MIN_SUPPORTED = 5;
export const MIN_UNSUPPORTED = 10;
/** Fewer past pairs, and no regression to the mean is expected from them. */
export const MIN_PAST_PAIRS = 30;
/** From this many municipalities on, errors are taken as shared by the schools of one municipality. */
export const MIN_CITY_CLUSTERS = 10;

/** Level of every interval, share 0..1; «есть эффект» says so without one in 5 % of cases. */
export const LEVEL = 0.9;
export const DRAWS = 999;
/** The seed of every bootstrap: the same data give the same interval. */
export const SEED = 20260901;
