import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactsOfYear } from '../../../lib/domain/evidence/facts';
import { ALL_SUBJECTS } from '../../../lib/domain/evidence/subjects';
import { objectivityOutcomes, type VprSchool } from '../../../lib/domain/objectivity/evaluate';
import { DEFAULT_SETTINGS } from '../../../lib/domain/objectivity/settings';
import type { ObjectivityOutcome, SignCode } from '../../../lib/domain/objectivity/signs';
import { trustOf } from '../../../lib/domain/objectivity/trust';
import { signsOfSchool } from '../../../lib/domain/objectivity/year-signs';

const source = { importId: 'an import', sheet: '', row: 2 };
const work = { grade: 5, subject: 'Математика', source };
const scale = { ...work, from3: 6, from4: 10, from5: 15, maximum: 20 };

function school(code: string, current: FactsOfYear, previous: FactsOfYear = {}): VprSchool {
  return { schoolId: code, code, advanced: [], current, previous };
}

const journal = (lowered: number): FactsOfYear => ({
  VPR_JOURNAL: [{ ...work, lowered, confirmed: 60 - lowered, raised: 0, gap2: 0 }],
});

const evaluated = (schools: readonly VprSchool[], current: FactsOfYear = {}) =>
  objectivityOutcomes(schools, { current, previous: {} }, DEFAULT_SETTINGS);

function signOf(outcomes: readonly ObjectivityOutcome[], schoolId: string, code: SignCode) {
  return outcomes
    .filter((item) => item.schoolId === schoolId)
    .flatMap(({ signs }) => signs.filter((s) => s.code === code))[0];
}

describe('a municipality and year at once', () => {
  it('an item for each grade and subject with any fact, with every sign that concerns it', () => {
    const outcomes = evaluated([
      school('a', {
        VPR_SCORES: [{ ...work, pupils: [0, 1, 2] }],
        VPR_MARKS: [{ ...work, grade: 7, subject: 'Физика', participants: 9, n2: 1, n3: 3, n4: 3, n5: 2 }],
        OGE_JOURNAL: [{ subject: 'Физика', source, lowered: 9, confirmed: 11, raised: 0, lowered2: 0 }],
        MEDALS: [{ source, candidates: 2, confirmed: 2 }],
      }),
      school('b', {}),
    ]);
    expect(
      outcomes.map(({ grade, subject, signs }) => [grade, subject, signs.map(({ code }) => code).join(' ')]),
    ).toEqual([
      [5, 'Математика', 'S1 S2 S3 S4 S5 S6'],
      [7, 'Физика', 'S1 S2 S4 S5'],
      [9, 'Физика', 'S8'],
      [11, ALL_SUBJECTS, 'S7'],
    ]);
    expect(signOf(outcomes, 'a', 'S4')).toMatchObject({ result: 'NO_DATA', figures: { n: 3 } });
  });

  it('a line in the list of ФИОКО speaks of four works', () => {
    const markers = { grade4Russian: 1, grade4Mathematics: 0, grade5Russian: 0, grade5Mathematics: 2, source };
    const outcomes = evaluated([school('a', { FIOKO_MARKERS: [markers] })]);
    expect(outcomes.map(({ grade, subject, signs }) => [grade, subject, signs.at(-1)?.result])).toEqual([
      [4, 'Математика', 'NO_SIGN'],
      [4, 'Русский язык', 'SIGN'],
      [5, 'Математика', 'SIGN'],
      [5, 'Русский язык', 'NO_SIGN'],
    ]);
  });

  it('the region’s own line stands above the schools together, which need five', () => {
    const schools = ['a', 'b', 'c', 'd', 'e'].map((code) => school(code, journal(30)));
    const shown = (outcomes: readonly ObjectivityOutcome[]) => signOf(outcomes, 'a', 'S2')?.figures;
    expect(shown(evaluated(schools))).toMatchObject({ referenceMismatch: 0.5, referenceIsMunicipality: 1 });
    expect(shown(evaluated(schools.slice(1).concat(school('a', {}))))).toBeUndefined();
    expect(shown(evaluated(schools.slice(0, 4)))).toMatchObject({ referenceMismatch: null, tolerated: 0.2 });
    expect(shown(evaluated(schools, journal(15)))).toMatchObject({
      referenceMismatch: 0.25,
      referenceIsMunicipality: 0,
    });
  });

  it('one striking journal is a sign alone and no longer among many honest ones', () => {
    const region = journal(12);
    const striking = school('a', journal(25));
    const alone = signOf(evaluated([striking], region), 'a', 'S2');
    expect(alone?.pValue).toBeLessThan(0.05);
    expect(alone).toMatchObject({ result: 'SIGN', qValue: alone?.pValue });
    const honest = Array.from({ length: 60 }, (_, place) => school(`h${place}`, journal(12)));
    const among = signOf(evaluated([striking, ...honest], region), 'a', 'S2');
    expect(among).toMatchObject({ result: 'NO_SIGN', pValue: alone?.pValue });
    expect(among?.qValue).toBeCloseTo(61 * (alone?.pValue ?? 0), 9);
  });

  it('S2 and S4 are families of their own', () => {
    const pupils = [0, 0, 1, 2, 2, 1, 11, 4, 2, 2, 12, 5, 6, 2, 2, 14, 3, 2, 1, 0, 0];
    const peak = { VPR_SCORES: [{ ...work, pupils }], VPR_SCALE: [scale] };
    const alone = signOf(evaluated([school('a', peak)], peak), 'a', 'S4');
    const honest = Array.from({ length: 60 }, (_, place) => school(`h${place}`, journal(12)));
    const among = signOf(evaluated([school('a', peak), ...honest], peak), 'a', 'S4');
    expect(alone).toMatchObject({ result: 'SIGN', qValue: alone?.pValue });
    expect(among).toEqual(alone);
  });

  it('20–49 pupils are no test of the family', () => {
    const pupils = [0, 0, 0, 1, 0, 0, 9, 2, 0, 0, 9, 3, 2, 0, 0, 8, 1, 0, 0, 0, 0];
    const peak = signOf(
      evaluated([school('a', { VPR_SCORES: [{ ...work, pupils }] })], { VPR_SCALE: [scale] }),
      'a',
      'S4',
    );
    expect(peak).toMatchObject({ result: 'NO_DATA', qValue: null, figures: { approximate: 1 } });
    expect(peak?.pValue).toBeLessThan(0.05);
  });

  it('S3 looks at grade 4 of the year before', () => {
    const marks = (grade: number, low: number, high: number) => ({
      VPR_MARKS: [{ ...work, grade, participants: low + high, n2: 0, n3: low, n4: high, n5: 0 }],
    });
    const outcomes = objectivityOutcomes(
      [school('a', marks(5, 15, 5), marks(4, 5, 15))],
      { current: marks(5, 50, 50), previous: marks(4, 50, 50) },
      DEFAULT_SETTINGS,
    );
    expect(signOf(outcomes, 'a', 'S3')).toMatchObject({
      result: 'SIGN',
      figures: { change: -0.5, referenceChange: 0 },
    });
  });

  it('S1 is taken back by advanced study and by ЕГЭ of the profile level', () => {
    const high = { VPR_SCORES: [{ ...work, pupils: [...new Array<number>(12).fill(0), 8, 0, 8] }] };
    const low = { VPR_SCORES: [{ ...work, pupils: [...new Array<number>(8).fill(0), 200, 0, 200] }] };
    const ege = (meanScore: number, level: 'BASIC' | 'PROFILE') => ({
      ...{ exam: 'EGE' as const, subject: 'Математика', level, participants: 20, meanScore, meanMark: null, source },
      ...{ n2: null, n3: null, n4: null, n5: null, belowMinimum: null, n81to99: null, n100: null },
    });
    const region = { ...low, GIA_AGGREGATE: [ege(4, 'BASIC'), ege(60, 'PROFILE')] };
    const result = (one: VprSchool) => signOf(evaluated([one], region), 'a', 'S1')?.result;
    expect(result(school('a', high))).toBe('SIGN');
    expect(result({ ...school('a', high), advanced: ['Математика'] })).toBe('NO_SIGN');
    expect(result({ ...school('a', high), advanced: ['Русский язык'] })).toBe('SIGN');
    expect(result(school('a', { ...high, GIA_AGGREGATE: [ege(4.9, 'BASIC'), ege(65, 'PROFILE')] }))).toBe('NO_SIGN');
    expect(result(school('a', { ...high, GIA_AGGREGATE: [ege(4.9, 'BASIC'), ege(50, 'PROFILE')] }))).toBe('SIGN');
  });

  it('does not depend on the order of schools', () => {
    const anySchools = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anySchools, (lowered) => {
        const schools = lowered.map((count, place) => school(`s${place}`, journal(count)));
        const byId = (outcomes: readonly ObjectivityOutcome[]) =>
          [...outcomes].sort((one, other) => one.schoolId.localeCompare(other.schoolId));
        expect(byId(evaluated([...schools].reverse()))).toEqual(byId(evaluated(schools)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('what the signs say of a school', () => {
  const item = (
    grade: number,
    results: Partial<Record<SignCode, 'SIGN' | 'NO_SIGN' | 'NO_DATA'>>,
  ): ObjectivityOutcome => ({
    ...{ schoolId: 'a', grade, subject: 'Математика' },
    signs: Object.entries(results).map(([code, result]) => ({
      ...{ code: code as SignCode, result, figures: {}, pValue: null, qValue: null },
    })),
  });

  it('each sign counts once a year', () => {
    const outcomes = [item(4, { S1: 'SIGN', S2: 'NO_SIGN' }), item(5, { S1: 'SIGN', S4: 'SIGN', S5: 'NO_DATA' })];
    expect(signsOfSchool(outcomes, [])).toEqual(['S1', 'S4']);
  });

  it('a withdrawn sign counts where it was not withdrawn', () => {
    const outcomes = [item(4, { S1: 'SIGN' }), item(5, { S1: 'SIGN', S4: 'SIGN' })];
    const withdrawn = (grade: number, sign: SignCode) => ({ schoolId: 'a', grade, subject: 'Математика', sign });
    expect(signsOfSchool(outcomes, [withdrawn(4, 'S1'), withdrawn(5, 'S4')])).toEqual(['S1']);
    expect(signsOfSchool(outcomes, [withdrawn(4, 'S1'), withdrawn(5, 'S1'), withdrawn(5, 'S4')])).toEqual([]);
  });

  it('nothing to look at is no answer', () => {
    expect(signsOfSchool([item(4, { S1: 'NO_DATA' })], [])).toBeNull();
    expect(signsOfSchool([], [])).toBeNull();
  });

  it('trust is the part of looks without a sign, from five looks on', () => {
    const outcomes = [item(4, { S1: 'SIGN', S2: 'NO_SIGN', S4: 'NO_DATA' }), item(5, { S1: 'NO_SIGN', S2: 'NO_SIGN' })];
    expect(trustOf(outcomes)).toEqual({ value: null, checks: 4, found: 1 });
    expect(trustOf([...outcomes, item(6, { S1: 'NO_SIGN' })])).toEqual({ value: 0.8, checks: 5, found: 1 });
    const withdrawn = [{ schoolId: 'a', grade: 4, subject: 'Математика', sign: 'S1' as const }];
    expect(trustOf([...outcomes, item(6, { S1: 'NO_SIGN' })], withdrawn)).toEqual({ value: 1, checks: 5, found: 0 });
  });
});
