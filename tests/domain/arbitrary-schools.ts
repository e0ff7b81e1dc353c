/** Random schools with the points of their criteria, and a short way to write one by hand. */
import fc from 'fast-check';
import type { CriterionPoints } from '../../lib/domain/criterion-points';
import type { JudgedSchool } from '../../lib/domain/firmness';
import type { IdentificationRule } from '../../lib/domain/identification';

export const sumRule = (value: number): IdentificationRule => ({ kind: 'SUM', tableCode: 'T1', value });
export const shareRule = (value: number): IdentificationRule => ({ kind: 'SHARE', tableCode: 'T1', value });
export const topRule = (value: number): IdentificationRule => ({ kind: 'TOP_N', tableCode: 'T1', value });

/** A school whose criteria C1, C2… were answered: «1» yes, «0» no, «-» not applicable, «?» not answered, «n/m» n signs of m. */
export function judgedSchool(schoolCode: string, answers: string): JudgedSchool {
  const criteria = answers.split(' ').map((answer, index): CriterionPoints => {
    const [found, signs] = answer.split('/').map(Number);
    const code = `C${index + 1}`;
    if (answer === '-' || answer === '?')
      return { code, negativeSum: 0, maximum: answer === '-' ? 0 : 1, definite: false };
    return { code, negativeSum: found ?? 0, maximum: signs ?? 1, definite: true };
  });
  return schoolOf(schoolCode, criteria);
}

function schoolOf(schoolCode: string, criteria: CriterionPoints[]): JudgedSchool {
  return {
    schoolId: `id-${schoolCode}`,
    schoolCode,
    name: `Школа ${schoolCode}`,
    negativeSum: criteria.reduce((sum, criterion) => sum + criterion.negativeSum, 0),
    maximum: criteria.reduce((sum, criterion) => sum + criterion.maximum, 0),
    criteria,
  };
}

const anyCriterion = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1).map((sum) => ({ negativeSum: sum, maximum: 1, definite: true })) },
  { weight: 1, arbitrary: fc.constant({ negativeSum: 0, maximum: 0, definite: false }) },
  { weight: 1, arbitrary: fc.constant({ negativeSum: 0, maximum: 1, definite: false }) },
  { weight: 1, arbitrary: fc.nat(8).map((sum) => ({ negativeSum: sum, maximum: 8, definite: true })) },
);

/** Up to thirty schools that answered the same criteria, each of which may not concern a school. */
export const anyJudgedSchools: fc.Arbitrary<JudgedSchool[]> = fc
  .integer({ min: 1, max: 12 })
  .chain((criteria) =>
    fc.array(fc.array(fc.option(anyCriterion, { freq: 8 }), { minLength: criteria, maxLength: criteria }), {
      maxLength: 30,
    }),
  )
  .map((schools) =>
    schools.map((answers, index) =>
      schoolOf(
        `s${index}`,
        answers.flatMap((answer, c): CriterionPoints[] => (answer ? [{ code: `C${c + 1}`, ...answer }] : [])),
      ),
    ),
  );

export const anyRule: fc.Arbitrary<IdentificationRule> = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map(sumRule),
  fc.integer({ min: 1, max: 10_000 }).map((units) => shareRule(units / 10_000)),
  fc.integer({ min: 1, max: 30 }).map(topRule),
);

/** The same items in any order. */
export function inAnyOrder<T>(items: T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray(items, { minLength: items.length });
}
