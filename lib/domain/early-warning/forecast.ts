/**
 * Next year's sum of a school from its last three, and the chance that it reaches the threshold of the list. Our own
 * proposal: a line fitted on the years before (least squares on distances from the municipality's mean, errors normal).
 */
import { solved } from '../objectivity/linear-system';
import { mean } from '../statistics';

/** Sums of a school in three years one after another (the oldest first), and in the fourth when it is known. */
export interface History {
  schoolId: string;
  cityId: string;
  sums: readonly [number, number, number];
  /** the year after; null: not yet known */
  next: number | null;
}

export interface ForecastLine {
  /** how much of the distance from the mean each of the three years passes on, the oldest first */
  weights: readonly [number, number, number];
  /** standard deviation of what the line misses, points */
  spread: number;
  /** schools and years that it was fitted on */
  fittedOn: number;
}

/** A school's chance, share 0..1, from which МОЦ is warned. Proposed: a missed school costs more than a needless look. */
export const ALARM_CHANCE = 0.3;
/** Fewer histories, and no line is fitted. */
export const MIN_HISTORIES = 60;

/** Means of each municipality over the three years, by year. */
function centres(histories: readonly History[]): Map<string, number[]> {
  return new Map(
    [...Map.groupBy(histories, (one) => one.cityId)].map(([city, own]) => [
      city,
      [0, 1, 2].map((year) => mean(own.map((one) => one.sums[year] ?? 0)) ?? 0),
    ]),
  );
}

function distances(history: History, centre: readonly number[]): number[] {
  return history.sums.map((sum, year) => sum - (centre[year] ?? 0));
}

/**
 * The line of the years before: `cohorts` are complete sets of histories, one a year; each is measured from the means of
 * its own municipalities. Null with fewer than `MIN_HISTORIES`.
 */
export function fitForecast(cohorts: readonly (readonly History[])[]): ForecastLine | null {
  const cases = cohorts.flatMap((cohort) => {
    const middle = centres(cohort);
    return cohort.flatMap((one) => {
      const centre = middle.get(one.cityId) ?? [];
      return one.next === null ? [] : { at: distances(one, centre), next: one.next - (centre[2] ?? 0) };
    });
  });
  if (cases.length < MIN_HISTORIES) return null;
  const product = (a: number, b: number) => cases.reduce((sum, { at }) => sum + (at[a] ?? 0) * (at[b] ?? 0), 0);
  const matrix = [0, 1, 2].map((a) => Float64Array.from([0, 1, 2].map((b) => product(a, b) + (a === b ? 1e-6 : 0))));
  const right = Float64Array.from(
    [0, 1, 2].map((a) => cases.reduce((sum, one) => sum + (one.at[a] ?? 0) * one.next, 0)),
  );
  const [first = 0, second = 0, third = 0] = solved(matrix, right);
  const misses = cases.map(
    ({ at, next }) => next - first * (at[0] ?? 0) - second * (at[1] ?? 0) - third * (at[2] ?? 0),
  );
  const squares = misses.reduce((sum, miss) => sum + miss ** 2, 0);
  return { weights: [first, second, third], spread: Math.sqrt(squares / (cases.length - 3)), fittedOn: cases.length };
}

/** The forecast sum of each school of a cohort: the municipality's last mean and what the three years pass on. */
export function forecastSums(line: ForecastLine, cohort: readonly History[]): Map<string, number> {
  const middle = centres(cohort);
  return new Map(
    cohort.map((one) => {
      const centre = middle.get(one.cityId) ?? [];
      const passed = distances(one, centre).reduce(
        (sum, distance, year) => sum + distance * (line.weights[year] ?? 0),
        0,
      );
      return [one.schoolId, Math.max(0, (centre[2] ?? 0) + passed)];
    }),
  );
}

/** The chance, 0..1, that a whole sum reaches `threshold` points when `forecast` is expected with this spread. */
export function chanceOf(forecast: number, threshold: number, spread: number): number {
  return spread <= 0 ? (forecast >= threshold ? 1 : 0) : 1 - normalBelow((threshold - 0.5 - forecast) / spread);
}

/** The standard normal distribution function (Abramowitz & Stegun 26.2.17), within 1e-7. */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}
