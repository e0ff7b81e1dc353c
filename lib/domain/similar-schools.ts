/**
 * Schools in a similar position, for МОЦ only: a comparison with schools of like size, kind and social conditions is
 * fairer than one with the whole city. The measure is [DESIGN] and simple enough to be explained for each school.
 */
import type { SchoolGrades } from './instrument';
import { countOf, formatNumber, NBSP } from './russian';
import { standardDeviation } from './statistics';

export type SchoolKind = 'SCHOOL' | 'GYMNASIUM' | 'LYCEUM';

/** What likeness is judged by; null: not known. */
export interface SchoolProfile {
  schoolId: string;
  schoolCode: string;
  name: string;
  kind: SchoolKind;
  grades: SchoolGrades;
  pupils: number | null;
  /** points for social conditions (group SOC of the card) */
  socialSum: number | null;
}

/** One trait of two schools: how far apart in standard deviations, and what that means in words. */
export interface TraitLikeness {
  trait: 'PUPILS' | 'KIND' | 'GRADES' | 'SOCIAL';
  /** 0: equal; 1: one standard deviation of the city's schools, another kind or an unknown figure */
  distance: number;
  words: string;
}

export interface SimilarSchool {
  schoolId: string;
  schoolCode: string;
  name: string;
  /** Euclidean distance over the four traits; 0: alike in all of them */
  distance: number;
  traits: TraitLikeness[];
}

/** How many schools are shown. */
export const SIMILAR_SCHOOLS = 5;

/** What is not known is neither near nor far: one standard deviation. */
const UNKNOWN_DISTANCE = 1;

const KIND_NAMES: Record<SchoolKind, string> = { SCHOOL: 'школа', GYMNASIUM: 'гимназия', LYCEUM: 'лицей' };

/**
 * The `count` schools most like `school`, the nearest first, equal ones by code. Numbers of pupils are compared by their
 * logarithm: 50 and 100 pupils differ as 500 and 1,000 do. `schools`: the municipality's schools, `school` among them or
 * not.
 */
export function similarSchools(
  school: SchoolProfile,
  schools: readonly SchoolProfile[],
  count: number = SIMILAR_SCHOOLS,
): SimilarSchool[] {
  const others = schools.filter((other) => other.schoolCode !== school.schoolCode);
  const scales = {
    pupils: scaleOf([school, ...others].map((one) => sizeOf(one))),
    social: scaleOf([school, ...others].map((one) => one.socialSum)),
  };
  return others
    .map((other) => {
      const traits = [
        pupilsTrait(school, other, scales.pupils),
        kindTrait(school, other),
        gradesTrait(school, other),
        socialTrait(school, other, scales.social),
      ];
      const { schoolId, schoolCode, name } = other;
      return { schoolId, schoolCode, name, distance: Math.hypot(...traits.map((trait) => trait.distance)), traits };
    })
    .sort((a, b) => a.distance - b.distance || (a.schoolCode < b.schoolCode ? -1 : 1))
    .slice(0, count);
}

function pupilsTrait(a: SchoolProfile, b: SchoolProfile, scale: number): TraitLikeness {
  const known = a.pupils !== null && b.pupils !== null;
  const words = known
    ? `обучающихся${NBSP}${formatNumber(b.pupils)}, здесь${NBSP}${formatNumber(a.pupils)}`
    : `число обучающихся не${NBSP}указано`;
  return { trait: 'PUPILS', distance: difference(sizeOf(a), sizeOf(b), scale), words };
}

function kindTrait(a: SchoolProfile, b: SchoolProfile): TraitLikeness {
  const same = a.kind === b.kind;
  const words = same ? `тоже ${KIND_NAMES[b.kind]}` : `${KIND_NAMES[b.kind]}, а${NBSP}здесь ${KIND_NAMES[a.kind]}`;
  return { trait: 'KIND', distance: same ? 0 : 1, words };
}

function gradesTrait(a: SchoolProfile, b: SchoolProfile): TraitLikeness {
  const same = a.grades.from === b.grades.from && a.grades.to === b.grades.to;
  const written = ({ from, to }: SchoolGrades) => (from === to ? `${from}` : `${from}–${to}`);
  const words = same
    ? `те${NBSP}же классы: ${written(b.grades)}`
    : `классы ${written(b.grades)}, здесь ${written(a.grades)}`;
  return { trait: 'GRADES', distance: same ? 0 : 1, words };
}

function socialTrait(a: SchoolProfile, b: SchoolProfile, scale: number): TraitLikeness {
  const points = (sum: number) => countOf(sum, 'балл', 'балла', 'баллов');
  const known = a.socialSum !== null && b.socialSum !== null;
  const words = known
    ? `социальные условия: ${points(b.socialSum ?? 0)}, здесь${NBSP}${formatNumber(a.socialSum)}`
    : `социальные условия неизвестны`;
  return { trait: 'SOCIAL', distance: difference(a.socialSum, b.socialSum, scale), words };
}

/** The size of a school as the logarithm of its pupils. */
function sizeOf({ pupils }: SchoolProfile): number | null {
  return pupils === null ? null : Math.log(Math.max(1, pupils));
}

/** The standard deviation of what is known, 0 when nothing differs; sorted, so that the order of schools changes no digit. */
function scaleOf(values: readonly (number | null)[]): number {
  const known = values.flatMap((value) => value ?? []).sort((a, b) => a - b);
  return standardDeviation(known) ?? 0;
}

function difference(a: number | null, b: number | null, scale: number): number {
  if (a === null || b === null) return UNKNOWN_DISTANCE;
  return scale === 0 ? 0 : Math.abs(a - b) / scale;
}
