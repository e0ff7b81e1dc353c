/** Schools that began like the supported ones and had no support. */
import { standardDeviation } from '../statistics';
import type { SchoolChange } from './observation';

/** How many nearest schools stand beside each supported one. */
const NEAREST = 3;
/** Farther than this many standard deviations of the municipality's starting sums is not comparable. */
const CALIPER = 0.5;

/**
 * The unsupported schools of the same municipality whose starting sum is within half a standard deviation of a supported
 * school's, at most three for each, each school once. Empty where the list took everybody with such sums.
 */
export function comparableSchools(schools: readonly SchoolChange[]): SchoolChange[] {
  const chosen = new Set<SchoolChange>();
  for (const all of Map.groupBy(schools, (school) => school.cityId).values()) {
    const reach = CALIPER * (standardDeviation(all.map((school) => school.before)) ?? 0);
    const unsupported = all.filter((school) => !school.supported);
    for (const school of all.filter((one) => one.supported)) {
      const distance = (other: SchoolChange) => Math.abs(other.before - school.before);
      unsupported
        .filter((other) => distance(other) <= reach)
        .sort((a, b) => distance(a) - distance(b) || (a.schoolId < b.schoolId ? -1 : 1))
        .slice(0, NEAREST)
        .forEach((other) => {
          chosen.add(other);
        });
    }
  }
  return [...chosen];
}
