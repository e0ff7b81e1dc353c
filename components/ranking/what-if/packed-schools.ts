/** Schools as they go to the browser: the points of some twenty criteria a school, a small number for each. */
import type { CriterionPoints } from '@/lib/domain/criterion-points';
import type { JudgedSchool } from '@/lib/domain/firmness';

/** code, short name, sum, maximum, then a number for each criterion. */
export type PackedSchool = readonly [code: string, name: string, sum: number, maximum: number, ...points: number[]];

export interface PackedSchools {
  criteria: readonly string[];
  schools: readonly PackedSchool[];
}

/** What is packed of a school; those without an accepted card are left out. */
export interface UnpackedSchool {
  schoolCode: string;
  schoolShortName: string;
  negativeSum: number | null;
  maximum: number | null;
  criteria: readonly CriterionPoints[];
}

/** The criterion does not apply to the school. */
const NOT_APPLICABLE = -1;
const DEFINITE = 1 << 16;

export function packSchools(schools: readonly UnpackedSchool[]): PackedSchools {
  const criteria = [...new Set(schools.flatMap((school) => school.criteria.map((criterion) => criterion.code)))];
  return {
    criteria,
    schools: schools.flatMap(({ schoolCode, schoolShortName, negativeSum, maximum, criteria: own }): PackedSchool[] => {
      if (negativeSum === null || maximum === null) return [];
      const points = new Map(own.map((criterion) => [criterion.code, packed(criterion)]));
      const row = criteria.map((code) => points.get(code) ?? NOT_APPLICABLE);
      return [[schoolCode, schoolShortName, negativeSum, maximum, ...row]];
    }),
  };
}

export function unpackSchools({ criteria, schools }: PackedSchools): JudgedSchool[] {
  return schools.map(([schoolCode, name, negativeSum, maximum, ...points]) => ({
    schoolId: schoolCode,
    schoolCode,
    name,
    negativeSum,
    maximum,
    criteria: criteria.flatMap((code, at) => {
      const point = points[at] ?? NOT_APPLICABLE;
      return point === NOT_APPLICABLE ? [] : [unpacked(code, point)];
    }),
  }));
}

function packed({ negativeSum, maximum, definite }: CriterionPoints): number {
  return negativeSum | (maximum << 8) | (definite ? DEFINITE : 0);
}

function unpacked(code: string, point: number): CriterionPoints {
  return { code, negativeSum: point & 255, maximum: (point >> 8) & 255, definite: (point & DEFINITE) !== 0 };
}
