import { describe, expect, it } from 'vitest';
import type { FactsOfYear } from '../../../lib/domain/evidence/facts';
import { MEASURES, measured, valueWords } from '../../../lib/domain/evidence/measures';
import { MEASURE_CODES, type MeasureCode } from '../../../lib/domain/evidence/rule';
import { contest, context, ege, interim, marks, oge, olympiad } from './fact-rows';

const value = (code: MeasureCode, facts: FactsOfYear, minimumN = 1) => {
  const { value: found, n } = measured(code, facts, minimumN);
  return [found, n];
};
const gia = (...GIA_AGGREGATE: NonNullable<FactsOfYear['GIA_AGGREGATE']>): FactsOfYear => ({ GIA_AGGREGATE });
const stage = (...OLYMPIAD: NonNullable<FactsOfYear['OLYMPIAD']>): FactsOfYear => ({ OLYMPIAD });
const passport = (more: Parameters<typeof context>[0]): FactsOfYear => ({ CONTEXT: [context(more)] });

describe('measures of exams', () => {
  it('count «2» among the participants of the subject', () => {
    const facts = gia(oge('Русский язык', marks(3, 4, 2, 1)), oge('Математика', marks(1, 1, 1, 1)));
    expect(value('OGE_RUSSIAN_FAILED_SHARE', facts)).toEqual([0.3, 10]);
    expect(value('OGE_MATHEMATICS_FAILED_SHARE', facts)).toEqual([0.25, 4]);
  });

  it('take the mean mark from the marks, or the one given where marks are not', () => {
    // (2·3 + 3·4 + 4·2 + 5·1) / 10 = 3.1
    const counted = gia(oge('Русский язык', { ...marks(3, 4, 2, 1), meanMark: 4.9 }));
    expect(value('OGE_RUSSIAN_MEAN_MARK', counted)).toEqual([3.1, 10]);
    expect(value('OGE_RUSSIAN_MEAN_MARK', gia(oge('Русский язык', { meanMark: 3.45 })))).toEqual([3.45, 10]);
  });

  it('take the largest share over elective subjects taken by enough pupils', () => {
    const facts = gia(
      oge('Русский язык', marks(9, 1, 0, 0), 2),
      oge('Физика', marks(4, 0, 0, 0), 3),
      oge('Химия', marks(1, 4, 0, 0), 4),
      oge('История', marks(2, 4, 0, 0), 5),
    );
    expect(measured('OGE_ELECTIVE_FAILED_SHARE', facts, 5)).toEqual({
      value: 2 / 6,
      n: 6,
      sources: [{ importId: 'file', sheet: '', row: 5 }],
      abstention: null,
    });
    expect(value('OGE_ELECTIVE_FAILED_SHARE', facts, 4)).toEqual([1, 4]);
  });

  it('find nothing bad where no elective subject was taken by enough pupils, and abstain where one is not told', () => {
    const small = gia(oge('Русский язык', marks(0, 9, 0, 0)), oge('Физика', marks(4, 0, 0, 0)));
    expect(measured('OGE_ELECTIVE_FAILED_SHARE', small, 5)).toMatchObject({ value: null, abstention: null });
    const silent = gia(oge('Физика', { participants: 8 }));
    expect(measured('OGE_ELECTIVE_FAILED_SHARE', silent, 5)).toMatchObject({ value: null, abstention: 'NO_DATA' });
    expect(measured('OGE_ELECTIVE_FAILED_SHARE', gia(ege('Физика')), 5)).toMatchObject({ abstention: 'NO_DATA' });
  });

  it('keep the levels of mathematics apart', () => {
    const facts = gia(
      ege('Математика', { level: 'PROFILE', meanScore: 47.5, participants: 12, belowMinimum: 1 }),
      ege('Математика', { level: 'BASIC', ...marks(2, 3, 3, 3) }),
      ege('Русский язык', { meanScore: 61, participants: 23, belowMinimum: 0 }),
    );
    expect(value('EGE_PROFILE_MATHEMATICS_MEAN_SCORE', facts)).toEqual([47.5, 12]);
    expect(value('EGE_RUSSIAN_MEAN_SCORE', facts)).toEqual([61, 23]);
    // one of the profile, two «2» of the basic level, none in Russian; 12 + 11 + 23 results
    expect(value('EGE_MANDATORY_BELOW_MINIMUM', facts)).toEqual([3, 46]);
  });

  it('count results from 81 points over all subjects that have points', () => {
    const facts = gia(
      ege('Русский язык', { n81to99: 2, n100: 1 }),
      ege('Математика', { level: 'BASIC', ...marks(0, 1, 1, 1) }),
      ege('Физика', { n81to99: 0, n100: 0, participants: 4 }),
      ege('Химия', { participants: 0 }),
    );
    expect(value('EGE_FROM_81', facts)).toEqual([3, 14]);
    expect(measured('EGE_FROM_81', gia(ege('Физика', { n81to99: 1 })), 1)).toMatchObject({ abstention: 'NO_DATA' });
  });

  it('add up all works of ВПР', () => {
    const work = (grade: number, n2: number, n5: number) => ({
      ...{ grade, subject: 'Математика', participants: 20, n2, n3: 20 - n2 - n5, n4: 0, n5 },
      source: { importId: 'file', sheet: '', row: grade },
    });
    const facts = { VPR_MARKS: [work(4, 1, 9), work(5, 3, 1)] };
    expect(value('VPR_FAILED_SHARE', facts)).toEqual([0.1, 40]);
    expect(value('VPR_QUALITY_RATE', facts)).toEqual([0.25, 40]);
  });
});

describe('measures of olympiads, contests and attestation', () => {
  it('count each pupil once where the file does, and subjects together where it does not', () => {
    const subjects = [
      olympiad({ subject: 'Физика', participants: 3, winners: 1, prizeWinners: 1 }, 2),
      olympiad({ subject: 'Химия', participants: 2, prizeWinners: 1 }, 3),
    ];
    expect(value('OLYMPIAD_MUNICIPAL_PARTICIPANTS', stage(...subjects))).toEqual([5, null]);
    expect(value('OLYMPIAD_MUNICIPAL_PRIZES', stage(...subjects))).toEqual([3, null]);
    const together = stage(...subjects, olympiad({ participants: 4, winners: 1, prizeWinners: 1 }, 4));
    expect(value('OLYMPIAD_MUNICIPAL_PARTICIPANTS', together)).toEqual([4, null]);
    expect(value('OLYMPIAD_MUNICIPAL_PRIZES', together)).toEqual([2, null]);
    // other stages say nothing of this one
    expect(measured('OLYMPIAD_MUNICIPAL_PRIZES', stage(olympiad({ stage: 'SCHOOL' })), 1).abstention).toBe('NO_DATA');
  });

  it('hold the school stage against pupils of grades 4–11, or all where these are not given', () => {
    const school = olympiad({ stage: 'SCHOOL', participants: 30 });
    expect(value('OLYMPIAD_SCHOOL_STAGE_SHARE', { ...stage(school), ...passport({ pupils4to11: 60 }) })).toEqual([
      0.5, 60,
    ]);
    expect(value('OLYMPIAD_SCHOOL_STAGE_SHARE', { ...stage(school), ...passport({}) })).toEqual([0.3, 100]);
    expect(measured('OLYMPIAD_SCHOOL_STAGE_SHARE', stage(school), 1)).toMatchObject({
      value: null,
      abstention: 'NO_DATA',
    });
    // counted by subjects, the most active schools stay apart from each other
    const often = stage(olympiad({ stage: 'SCHOOL', subject: 'Физика', participants: 150 }));
    expect(value('OLYMPIAD_SCHOOL_STAGE_SHARE', { ...often, ...passport({}) })).toEqual([1.5, 100]);
  });

  it('count places in contests of education authorities alone', () => {
    const CONTEST = [contest(true, 2, 2), contest(false, 7, 3)];
    expect(value('CONTEST_AUTHORITY_PRIZES', { CONTEST })).toEqual([2, null]);
    expect(value('CONTEST_AUTHORITY_PRIZES', { CONTEST: [contest(false, 7)] })).toEqual([0, null]);
    expect(measured('CONTEST_AUTHORITY_PRIZES', {}, 1).abstention).toBe('NO_DATA');
  });

  it('weight interim attestation by pupils over the levels', () => {
    const INTERIM = [
      interim('NOO', { total: 40, n5: 10, n4: 20, academicDebt: 0, repeatYear: 1 }),
      interim('OOO', { total: 60, n5: 6, n4: 12, academicDebt: 5, repeatYear: 0 }),
    ];
    expect(value('INTERIM_DEBT_SHARE', { INTERIM })).toEqual([0.05, 100]);
    expect(value('INTERIM_REPEAT_YEAR', { INTERIM })).toEqual([1, 100]);
    expect(value('INTERIM_QUALITY_NOO', { INTERIM })).toEqual([0.75, 40]);
    expect(value('INTERIM_QUALITY_OOO', { INTERIM })).toEqual([0.3, 60]);
    expect(measured('INTERIM_QUALITY_SOO', { INTERIM }, 1).abstention).toBe('NO_DATA');
    const silent = [...INTERIM, interim('SOO', { total: 9 })];
    expect(measured('INTERIM_DEBT_SHARE', { INTERIM: silent }, 1).abstention).toBe('NO_DATA');
  });
});

describe('measures of the social passport', () => {
  it('are shares of pupils', () => {
    expect(value('CONTEXT_SINGLE_PARENT_SHARE', passport({ singleParent: 20 }))).toEqual([0.2, 100]);
    expect(value('CONTEXT_RECORD_SHARE', passport({ schoolRecord: 3, policeRecord: 1 }))).toEqual([0.04, 100]);
    expect(value('CONTEXT_SOCIAL_RISK_SHARE', passport({ socialRisk: 2, inCare: 4 }))).toEqual([0.06, 100]);
    expect(value('CONTEXT_SPECIAL_NEEDS_SHARE', passport({ specialNeeds: 5, disabled: 0 }))).toEqual([0.05, 100]);
    expect(measured('CONTEXT_RECORD_SHARE', passport({ schoolRecord: 3 }), 1).abstention).toBe('NO_DATA');
  });

  it('hold teachers against teachers', () => {
    expect(value('CONTEXT_WITHOUT_CATEGORY_SHARE', passport({ teachers: 20, withoutCategory: 5 }))).toEqual([0.25, 20]);
    expect(measured('CONTEXT_WITHOUT_CATEGORY_SHARE', passport({ withoutCategory: 5 }), 1).abstention).toBe('NO_DATA');
  });

  it('miss a specialist where either of the two is missing', () => {
    expect(value('CONTEXT_SPECIALISTS', passport({ psychologist: 0, socialPedagogue: 2 }))).toEqual([0, null]);
    expect(value('CONTEXT_SPECIALISTS', passport({ psychologist: 1, socialPedagogue: 0.5 }))).toEqual([0.5, null]);
    expect(measured('CONTEXT_SPECIALISTS', passport({ psychologist: 1 }), 1).abstention).toBe('NO_DATA');
  });
});

describe('every measure', () => {
  it('abstains where nothing is loaded and where a figure is not given, never with 0', () => {
    const silent: FactsOfYear = {
      GIA_AGGREGATE: [
        ...['Русский язык', 'Математика', 'Физика'].map((subject) => oge(subject)),
        ...['Русский язык', 'Физика'].map((subject) => ege(subject)),
        ege('Математика', { level: 'PROFILE' }),
      ],
      CONTEXT: [context()],
    };
    for (const code of MEASURE_CODES) {
      for (const facts of [{}, silent]) {
        expect(measured(code, facts, 1), code).toMatchObject({ value: null, abstention: 'NO_DATA' });
      }
    }
  });

  it('is named in Russian, with the files it comes from', () => {
    for (const code of MEASURE_CODES) {
      const { name, data, kinds } = MEASURES[code];
      expect(name, code).toMatch(/^[а-яё]/);
      expect(data.length, code).toBeGreaterThan(2);
      expect(kinds.length, code).toBeGreaterThan(0);
    }
  });

  it('tells its values with their units', () => {
    expect(valueWords('OGE_RUSSIAN_FAILED_SHARE', 0.125)).toBe('12,5\u00a0%');
    expect(valueWords('OGE_RUSSIAN_MEAN_MARK', 3.85)).toBe('3,85');
    expect(valueWords('EGE_RUSSIAN_MEAN_SCORE', 41.23)).toBe('41,2\u00a0балла');
    expect(valueWords('EGE_RUSSIAN_MEAN_SCORE', 41)).toBe('41\u00a0балл');
    expect(valueWords('EGE_RUSSIAN_MEAN_SCORE', 65)).toBe('65\u00a0баллов');
    expect(valueWords('CONTEXT_SHIFTS', 2)).toBe('2');
    expect(valueWords('CONTEXT_SHIFTS', null)).toBe('—');
  });
});
