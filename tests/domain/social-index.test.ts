import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContextFact, FactsOfYear } from '@/lib/domain/evidence/facts';
import {
  type SchoolContext,
  SOCIAL_INDEX_DEFAULTS,
  type SocialIndexSettings,
  socialIndex,
  socialIndexSettingsSchema,
} from '@/lib/domain/social-index';
import { directionOf, SHARE_CODES } from '@/lib/domain/social-shares';
import { mean, standardDeviation } from '@/lib/domain/statistics';

const UNKNOWN: ContextFact = {
  ...{ pupils: 100, pupils4to11: null, classes: null, shifts: null, singleParent: null, lowIncome: null },
  ...{ largeFamilies: null, socialRisk: null, inCare: null, schoolRecord: null, policeRecord: null },
  ...{ specialNeeds: null, disabled: null, otherMotherTongue: null, bothParentsWithDegree: null, teachers: null },
  ...{ vacancies: null, highestCategory: null, firstCategory: null, withoutCategory: null, youngTeachers: null },
  ...{ pensionAge: null, psychologist: null, socialPedagogue: null, speechTherapist: null },
};

const facts = (context: Partial<ContextFact>): FactsOfYear => ({
  CONTEXT: [{ ...UNKNOWN, ...context, source: { importId: 'i', sheet: '', row: 2 } }],
});
const city = (contexts: Partial<ContextFact>[]): SchoolContext[] =>
  contexts.map((context, at) => ({ schoolId: String(at), facts: facts(context) }));

/** Two shares alone: one-parent families (worse) and parents with a degree (better). */
const TWO: SocialIndexSettings = {
  ...SOCIAL_INDEX_DEFAULTS,
  weights: {
    ...{ SINGLE_PARENT: 1, PARENTS_WITH_DEGREE: 1, ON_RECORD: 0, LOW_INCOME: 0 },
    ...{ SOCIAL_RISK: 0, SPECIAL_NEEDS: 0, OTHER_TONGUE: 0 },
  },
};

describe('socialIndex', () => {
  it('is reckoned by hand', () => {
    // single parents 10…50 %: mean 30, deviation √200; degrees 50…10 %: the same turned, so that each z is equal
    const index = socialIndex(
      TWO,
      city([10, 20, 30, 40, 50].map((singleParent) => ({ singleParent, bothParentsWithDegree: 60 - singleParent }))),
    );
    // z = ±√2, ±√½, 0 and their mean is themselves, with a deviation of 1
    expect(index.schools.map((school) => Math.round((school.index ?? 0) * 1000) / 1000)).toEqual([
      121.213, 110.607, 100, 89.393, 78.787,
    ]);
    expect(index.threshold).toBeCloseTo(89.393, 3);
    expect(index.schools.map(({ hard }) => hard)).toEqual([false, false, false, true, true]);
    expect(index.schools[0]?.parts[0]).toMatchObject({ code: 'SINGLE_PARENT', share: 0.1 });
    expect(index.schools[0]?.parts[0]?.contribution).toBeCloseTo(10.607, 3);
    expect(index.schools[0]?.parts[2]).toMatchObject({ share: null, contribution: null });
  });

  it('leaves out a share that all schools have alike', () => {
    const schools = city([10, 20, 30, 40, 50].map((singleParent) => ({ singleParent, bothParentsWithDegree: 20 })));
    const index = socialIndex(TWO, schools);
    expect(index.shares[1]).toMatchObject({ mean: 0.2, deviation: 0 });
    expect(index.schools[0]?.parts[1]).toMatchObject({ share: 0.2, contribution: null });
    expect(index.measured).toBe(5);
  });

  it('has no index for fewer than five schools, for schools alike, without a passport', () => {
    const four = city([10, 20, 30, 40].map((singleParent) => ({ singleParent, bothParentsWithDegree: 20 })));
    expect(socialIndex(TWO, four)).toMatchObject({ measured: 0, threshold: null });
    const alike = city([10, 10, 10, 10, 10].map((singleParent) => ({ singleParent, bothParentsWithDegree: 20 })));
    expect(socialIndex(TWO, alike).schools.every(({ index, hard }) => index === null && hard === null)).toBe(true);
    expect(socialIndex(TWO, [{ schoolId: 'a', facts: {} }]).schools[0]).toMatchObject({ index: null, base: null });
  });

  it('takes the mean of the shares that a school has, when they are enough', () => {
    const some = [10, 20, 30, 40, 50, 60].map((singleParent, at) => ({
      ...{ singleParent, lowIncome: singleParent, otherMotherTongue: singleParent },
      ...(at === 0 ? {} : { bothParentsWithDegree: 90 - singleParent, specialNeeds: 5 + at, disabled: 1 }),
    }));
    const index = socialIndex(SOCIAL_INDEX_DEFAULTS, city(some));
    expect(index.schools.map((school) => school.index === null)).toEqual([true, false, false, false, false, false]);
    const three = socialIndex({ ...SOCIAL_INDEX_DEFAULTS, minimumShares: 3 }, city(some));
    expect(three.measured).toBe(6);
    expect(three.schools[0]?.parts.filter(({ contribution }) => contribution !== null)).toHaveLength(3);
  });

  it('asks for pupils enough', () => {
    const schools = city(
      [10, 20, 30, 40, 50, 60].map((singleParent, at) => ({
        ...{ singleParent, bothParentsWithDegree: 20 + at, pupils: at === 0 ? 9 : 100 },
      })),
    );
    expect(socialIndex(TWO, schools).schools[0]?.index).toBeNull();
    expect(socialIndex({ ...TWO, minimumPupils: 1 }, schools).schools[0]?.index).not.toBeNull();
  });
});

describe('socialIndex of any city', () => {
  const figure = fc.nat(100);
  const context = fc.record({
    ...{ singleParent: figure, lowIncome: figure, bothParentsWithDegree: figure, otherMotherTongue: figure },
    ...{ schoolRecord: figure, policeRecord: figure, socialRisk: figure, inCare: figure, specialNeeds: figure },
    ...{ disabled: fc.option(figure) },
  });
  const contexts = fc.array(context, { minLength: 5, maxLength: 40 });

  it('has mean 100 and standard deviation 15, and its parts add up', () => {
    fc.assert(
      fc.property(contexts, (given) => {
        const { schools, measured } = socialIndex(SOCIAL_INDEX_DEFAULTS, city(given));
        const indices = schools.flatMap(({ index }) => index ?? []);
        fc.pre(measured > 0);
        expect(mean(indices)).toBeCloseTo(100, 6);
        expect(standardDeviation(indices)).toBeCloseTo(15, 6);
        for (const { index, base, parts } of schools) {
          const sum = parts.reduce((total, { contribution }) => total + (contribution ?? 0), base ?? 0);
          if (index !== null) expect(sum).toBeCloseTo(index, 6);
        }
      }),
    );
  });

  it('does not ask in what order the schools come, nor how large the weights are', () => {
    fc.assert(
      fc.property(contexts, (given) => {
        const plain = socialIndex(SOCIAL_INDEX_DEFAULTS, city(given));
        const turned = socialIndex(SOCIAL_INDEX_DEFAULTS, city(given).reverse());
        const weights = Object.fromEntries(SHARE_CODES.map((code) => [code, 7])) as SocialIndexSettings['weights'];
        const heavier = socialIndex({ ...SOCIAL_INDEX_DEFAULTS, weights }, city(given));
        for (const [at, { schoolId, index }] of plain.schools.entries()) {
          const other = turned.schools.find((school) => school.schoolId === schoolId)?.index ?? null;
          expect(other === null).toBe(index === null);
          if (index !== null && other !== null) expect(other).toBeCloseTo(index, 6);
          if (index !== null) expect(heavier.schools[at]?.index).toBeCloseTo(index, 6);
        }
      }),
    );
  });

  it('places a school lower when one share of it becomes worse', () => {
    fc.assert(
      fc.property(contexts, fc.nat(39), (given, at) => {
        const own = given[at % given.length];
        fc.pre(own !== undefined && own.singleParent < 100);
        const place = (schools: typeof given) => {
          const index = socialIndex(TWO, city(schools));
          const mine = index.schools[at % given.length]?.index;
          return mine == null ? null : index.schools.filter((school) => (school.index ?? 0) > mine + 1e-9).length;
        };
        const before = place(given);
        const after = place(given.map((school) => (school === own ? { ...school, singleParent: 100 } : school)));
        if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('settings of the index', () => {
  it('have equal weights; at least one must count', () => {
    expect(socialIndexSettingsSchema.parse(SOCIAL_INDEX_DEFAULTS)).toEqual(SOCIAL_INDEX_DEFAULTS);
    const none = Object.fromEntries(SHARE_CODES.map((code) => [code, 0]));
    for (const weights of [none, { ...none, ON_RECORD: -1 }, { ...none, ON_RECORD: Number.NaN }])
      expect(socialIndexSettingsSchema.safeParse({ ...SOCIAL_INDEX_DEFAULTS, weights }).success).toBe(false);
  });

  it('turn all shares but one against the school', () => {
    expect(SHARE_CODES.filter((code) => directionOf(code) > 0)).toEqual(['PARENTS_WITH_DEGREE']);
  });
});
