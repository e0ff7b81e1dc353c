/** Schools as a simulation draws them: the worst of each municipality are chosen by a sum that is partly chance. */
import { uniformOf } from '../objectivity/random';
import type { PastPair, SchoolChange } from './observation';

export interface SimulatedRegion {
  cities: number;
  schoolsPerCity: number;
  /** how many of each municipality are chosen, the highest sums */
  chosenPerCity: number;
  /** correlation of a school's sums from year to year, 0..1 */
  reliability: number;
  /** true effect of support in standard deviations of the sum; 0.5: the sum falls by half of one */
  effect: number;
}

export interface SimulatedRun {
  schools: SchoolChange[];
  pairs: PastPair[];
}

/** One drawn region; sums have mean 0 and standard deviation 1. `run` gives another draw. */
export function simulateRegion(plan: SimulatedRegion, run: number, pastYears = 4): SimulatedRun {
  const normal = normalOf(uniformOf([run, plan.cities, plan.schoolsPerCity, Math.round(plan.effect * 1000)]));
  const lasting = Math.sqrt(plan.reliability);
  const passing = Math.sqrt(1 - plan.reliability);
  const schools: SchoolChange[] = [];
  const pairs: PastPair[] = [];
  for (let city = 0; city < plan.cities; city += 1) {
    const cityId = `${city}`;
    const drawn = Array.from({ length: plan.schoolsPerCity }, (_, index) => {
      const level = lasting * normal();
      const sums = Array.from({ length: pastYears + 2 }, () => level + passing * normal());
      for (let year = 0; year + 1 < pastYears; year += 1)
        pairs.push({ cityId, schoolYear: `${year}`, before: sums[year] ?? 0, after: sums[year + 1] ?? 0 });
      return { schoolId: `${city}-${index}`, before: sums[pastYears] ?? 0, after: sums[pastYears + 1] ?? 0 };
    });
    drawn.sort((a, b) => b.before - a.before);
    drawn.forEach(({ schoolId, before, after }, rank) => {
      const supported = rank < plan.chosenPerCity;
      schools.push({ schoolId, cityId, before, after: supported ? after - plan.effect : after, supported });
    });
  }
  return { schools, pairs };
}

/** Standard normal numbers by Box and Muller. */
function normalOf(uniform: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
