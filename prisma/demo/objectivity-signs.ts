/** Which signs S1…S8 (domain.md 2.4) federal procedures show: more for lenient schools, each only where it can be seen. */
import type { Random } from './random';

export interface SignConditions {
  teachesPrimary: boolean;
  /** grades 4 and 5 both: S3 */
  crossesFourToFive: boolean;
  graduates9: number;
  graduates11: number;
  /** pupils in one year of grades: S4 is scored from 50 on */
  cohort: number;
}

interface Sign {
  code: string;
  /** log-odds at leniency 0 and their growth with it */
  base: number;
  slope: number;
  seen: (school: SignConditions) => boolean;
}

const SIGNS: readonly Sign[] = [
  { code: 'S1', base: -3.0, slope: 1.0, seen: ({ cohort }) => cohort >= 10 },
  { code: 'S2', base: -2.5, slope: 1.0, seen: ({ cohort }) => cohort >= 10 },
  { code: 'S3', base: -2.7, slope: 0.7, seen: (school) => school.crossesFourToFive && school.cohort >= 10 },
  { code: 'S4', base: -3.1, slope: 1.2, seen: ({ cohort }) => cohort >= 50 },
  { code: 'S5', base: -3.2, slope: 0.9, seen: ({ cohort }) => cohort >= 10 },
  { code: 'S6', base: -3.4, slope: 1.3, seen: ({ teachesPrimary }) => teachesPrimary },
  { code: 'S7', base: -3.0, slope: 0.8, seen: ({ graduates11 }) => graduates11 >= 10 },
  { code: 'S8', base: -2.6, slope: 0.9, seen: ({ graduates9 }) => graduates9 >= 10 },
];

export function signsFound(school: SignConditions, leniency: number, random: Random): string[] {
  return SIGNS.filter(({ base, slope, seen }) => {
    const chance = random.uniform();
    return seen(school) && chance < 1 / (1 + Math.exp(-(base + slope * leniency)));
  }).map(({ code }) => code);
}
