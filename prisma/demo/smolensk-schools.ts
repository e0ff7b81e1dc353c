/**
 * The 43 schools of the city of Smolensk. Numbers and honours that are known stand in domain.md 9; the others, the grades
 * and all results are invented.
 */
import { numberedSchool, type SchoolLevel, type SchoolNames } from './school-names';

const HONOURS = new Map<number, string>([
  [19, 'имени Героя России Панова'],
  [26, 'имени А.С. Пушкина'],
  [30, 'имени С.А. Железнова'],
  [36, 'имени А.М. Городнянского'],
]);

/** Places in the order of codes whose school is no ordinary «СШ № N» with the number of its code. */
const OTHERS = new Map<number, { level: SchoolLevel; number: number; honour: string }>([
  [4, { level: 'GYMNASIUM', number: 4, honour: '' }],
  [13, { level: 'BASIC', number: 13, honour: '' }],
  [31, { level: 'BASIC', number: 31, honour: '' }],
  [42, { level: 'PRIMARY', number: 42, honour: '' }],
  [43, { level: 'GYMNASIUM', number: 1, honour: 'имени Н.М. Пржевальского' }],
]);

/**
 * Schools that SEED-1 names as supported or inspected: their invented results stay in the better half, because a low
 * result label on a real institution would be an unsupported claim (domain.md 9).
 */
const NAMED_IN_THE_SEED: ReadonlySet<number> = new Set([1, 9, 19, 36, 38]);

export interface CitySchool {
  names: SchoolNames;
  level: SchoolLevel;
  spared: boolean;
}

/** The school of the code `smolensk-NN`. */
export function smolenskSchool(place: number): CitySchool {
  const school = OTHERS.get(place) ?? { level: 'FULL' as const, number: place, honour: HONOURS.get(place) ?? '' };
  return {
    names: numberedSchool(school.level, school.number, school.honour, 'Смоленска'),
    level: school.level,
    spared: school.level !== 'GYMNASIUM' && NAMED_IN_THE_SEED.has(school.number),
  };
}
