/**
 * What would have been expected without any support: a sum that was high by chance falls by itself. Expected change =
 * drift of the municipality + (1 − reliability)·(mean − own sum); Kelley's shrinkage, reliability measured from years.
 */
import { uniformOf } from '../objectivity/random';
import { mean } from '../statistics';
import { middleOf } from './bootstrap';
import { DRAWS, type Interval, MIN_PAST_PAIRS, type PastPair, type SchoolChange, SEED } from './observation';

export interface Reliability {
  /** how much of a school's distance from the mean is still there a year later, 0..1; null: too few pairs */
  value: number | null;
  pairs: number;
}

interface Moments {
  pairs: number;
  xx: number;
  xy: number;
}

/** Sums of squares and products within each municipality and year, so that no year's level counts as steadiness. */
function momentsOf(pairs: readonly PastPair[]): Moments[] {
  const groups = new Map<string, PastPair[]>();
  for (const pair of pairs) {
    const name = `${pair.cityId} ${pair.schoolYear}`;
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return [...groups.values()].map((group) => {
    const x = mean(group.map((pair) => pair.before)) ?? 0;
    const y = mean(group.map((pair) => pair.after)) ?? 0;
    const of = (term: (pair: PastPair) => number) => group.reduce((sum, pair) => sum + term(pair), 0);
    return {
      pairs: group.length,
      xx: of((pair) => (pair.before - x) ** 2),
      xy: of((pair) => (pair.before - x) * (pair.after - y)),
    };
  });
}

function slopeOf(groups: readonly Moments[]): number | null {
  const [xx, xy] = [groups.reduce((sum, one) => sum + one.xx, 0), groups.reduce((sum, one) => sum + one.xy, 0)];
  return xx < 1e-9 ? null : Math.max(0, Math.min(1, xy / xx));
}

/** The reliability of a sum from year to year: the slope of next year's sum on this year's, pooled within groups. */
export function reliabilityOf(pairs: readonly PastPair[]): Reliability {
  return { pairs: pairs.length, value: pairs.length < MIN_PAST_PAIRS ? null : slopeOf(momentsOf(pairs)) };
}

/**
 * The mean change expected of the supported schools had nobody supported them, in points, with its interval (schools and
 * past years drawn anew). A period of `years` years keeps reliability to that power. Null without pairs, supported
 * schools or schools to measure the drift by.
 */
export function expectedChange(
  schools: readonly SchoolChange[],
  pairs: readonly PastPair[],
  years: number,
  draws = DRAWS,
): Interval {
  const groups = momentsOf(pairs);
  const value = reliabilityOf(pairs).value;
  const cities = citiesOf(schools);
  if (value === null || cities.length === 0) return { value: null, low: null, high: null };
  const uniform = uniformOf([SEED, schools.length, pairs.length]);
  const drawn: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const slope = slopeOf(
      groups.map(() => groups[Math.floor(uniform() * groups.length)] ?? { pairs: 0, xx: 0, xy: 0 }),
    );
    if (slope !== null) drawn.push(expectedWith(cities, slope ** years, uniform));
  }
  return { value: expectedWith(cities, value ** years), ...middleOf(drawn) };
}

interface City {
  centre: number;
  supported: number[];
  unsupported: SchoolChange[];
}

/** Municipalities with both kinds of schools. */
function citiesOf(schools: readonly SchoolChange[]): City[] {
  const byCity = Map.groupBy(schools, (school) => school.cityId);
  return [...byCity.values()].flatMap((all) => {
    const supported = all.filter((school) => school.supported).map((school) => school.before);
    const unsupported = all.filter((school) => !school.supported);
    const centre = mean(all.map((school) => school.before));
    return centre === null || supported.length === 0 || unsupported.length === 0
      ? []
      : [{ centre, supported, unsupported }];
  });
}

function expectedWith(cities: readonly City[], kept: number, uniform?: () => number): number {
  let sum = 0;
  let count = 0;
  for (const { centre, supported, unsupported } of cities) {
    const seen = uniform
      ? unsupported.map((one) => unsupported[Math.floor(uniform() * unsupported.length)] ?? one)
      : unsupported;
    const drift = mean(seen.map(({ before, after }) => after - before - (1 - kept) * (centre - before))) ?? 0;
    for (const before of supported) sum += drift + (1 - kept) * (centre - before);
    count += supported.length;
  }
  return sum / count;
}
