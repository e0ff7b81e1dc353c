import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDefaultInstrument } from '../../../lib/domain/default-instrument';
import { dependentCriteria, deriveAnswers, type SchoolEvidence } from '../../../lib/domain/evidence/derive';
import type { FactKind, FactsOfYear } from '../../../lib/domain/evidence/facts';
import { MEASURES } from '../../../lib/domain/evidence/measures';
import type { Comparison, CriterionRule } from '../../../lib/domain/evidence/rule';
import { applies, type InstrumentDefinition, placedCriteria } from '../../../lib/domain/instrument';
import instrument from '../../../prisma/instruments/default.json';
import texts from '../../../prisma/instruments/default-texts.json';
import { anyGrades, FULL_SCHOOL, instrumentOf, signCount, yesNo } from '../arbitrary-cards';
import { anyFacts, context, ege, marks, oge } from './fact-rows';
import { NAIVE, naiveAnswers } from './naive-answers';

const DEFAULT = parseDefaultInstrument(instrument, texts).definition;
const NO_SIGNS = { codes: null, sources: [] };

const school = (schoolId: string, facts: FactsOfYear, more: Partial<SchoolEvidence> = {}): SchoolEvidence => ({
  schoolId,
  grades: FULL_SCHOOL,
  facts,
  signs: NO_SIGNS,
  ...more,
});

const ruled = (rule: CriterionRule): InstrumentDefinition => instrumentOf(yesNo('A', { rule }));
const rule = (measure: CriterionRule['measure'], comparison: Comparison, minimumN = 1): CriterionRule => ({
  measure,
  comparison,
  minimumN,
});

/** The answers to criterion A of schools with these facts. */
function derived(of: CriterionRule, all: readonly FactsOfYear[]) {
  const schools = all.map((facts, at) => school(`s${at}`, facts));
  const answers = deriveAnswers(ruled(of), schools);
  return schools.map(({ schoolId }) => answers.get(schoolId)?.[0]);
}

const failing = (n2: number, others: number): FactsOfYear => ({
  GIA_AGGREGATE: [oge('Русский язык', marks(n2, others, 0, 0))],
});
const Q3: Comparison = { kind: 'QUARTILE', operator: '>=', quartile: 3 };
const Q1: Comparison = { kind: 'QUARTILE', operator: '<=', quartile: 1 };

describe('comparing schools', () => {
  it('takes quartiles of type 7 over the schools that have the measure, and tells what was compared', () => {
    // shares 0.1, 0.2, 0.3, 0.4, 0.5: Q3 = 0.4 stands on a school
    const answers = derived(rule('OGE_RUSSIAN_FAILED_SHARE', Q3), [
      ...[1, 2, 3, 4, 5].map((n2) => failing(n2, 10 - n2)),
      {},
    ]);
    expect(answers.map((answer) => answer?.answer)).toEqual(['no', 'no', 'no', 'yes', 'yes', null]);
    expect(answers[4]).toEqual({
      criterion: 'A',
      answer: 'yes',
      abstention: null,
      measure: 0.5,
      threshold: 0.4,
      n: 10,
      schools: 5,
      sources: [{ importId: 'file', sheet: '', row: 2 }],
      rule: rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
    });
    expect(answers[5]).toMatchObject({ abstention: 'NO_DATA', measure: null, n: null, sources: [], schools: 5 });
  });

  it('interpolates between schools', () => {
    // shares 0.1, 0.2, 0.3, 0.5: position (4 − 1)·0.75 = 2.25, so 0.3 + 0.25·0.2 = 0.35
    const answers = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
      [1, 2, 3, 5].map((n2) => failing(n2, 10 - n2)),
    );
    expect(answers[0]?.threshold).toBeCloseTo(0.35, 12);
    expect(answers.map((answer) => answer?.answer)).toEqual(['no', 'no', 'no', 'yes']);
  });

  it('weights a mean by pupils', () => {
    // 1 of 10 and 3 times 30 of 60: 91 of 190, not the mean of shares 0.4
    const answers = derived(rule('OGE_RUSSIAN_FAILED_SHARE', { kind: 'MEAN', operator: '>=' }), [
      failing(1, 9),
      failing(30, 30),
      failing(30, 30),
      failing(30, 30),
    ]);
    expect(answers[0]?.threshold).toBeCloseTo(91 / 190, 12);
    expect(answers.map((answer) => answer?.answer)).toEqual(['no', 'yes', 'yes', 'yes']);
  });

  it('goes standard deviations of the schools away from the mean, up or down as the operator points', () => {
    // points 40, 50, 60, 70, ten pupils each: mean 55, SD √125 = 11.18
    const facts = [40, 50, 60, 70].map((meanScore) => ({ GIA_AGGREGATE: [ege('Русский язык', { meanScore })] }));
    const of = (operator: '>=' | '<=') =>
      derived(rule('EGE_RUSSIAN_MEAN_SCORE', { kind: 'MEAN_SD', operator, deviations: 1 }), facts);
    expect(of('<=')[0]?.threshold).toBeCloseTo(55 - Math.sqrt(125), 12);
    expect(of('<=').map((answer) => answer?.answer)).toEqual(['yes', 'no', 'no', 'no']);
    expect(of('>=')[0]?.threshold).toBeCloseTo(55 + Math.sqrt(125), 12);
    expect(of('>=').map((answer) => answer?.answer)).toEqual(['no', 'no', 'no', 'yes']);
  });

  it('compares with a number in whatever municipality', () => {
    const [answer] = derived(rule('CONTEXT_VACANCIES', { kind: 'FIXED', operator: '>=', value: 1 }), [
      { CONTEXT: [context({ vacancies: 1 })] },
    ]);
    expect(answer).toMatchObject({ answer: 'yes', measure: 1, threshold: 1, n: null, schools: 1 });
  });

  it('never calls a share of zero the worst: with Q3 = 0 any school above zero is', () => {
    const answers = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
      [0, 0, 0, 0, 0, 2, 1].map((n2) => failing(n2, 10 - n2)),
    );
    expect(answers.map((answer) => answer?.answer)).toEqual(['no', 'no', 'no', 'no', 'no', 'yes', 'yes']);
    expect(answers[0]?.threshold).toBeCloseTo(0.05, 12);
    const nearly = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
      [0, 0, 0, 0, 0, 0, 0, 0, 1].map((n2) => failing(n2, 9)),
    );
    expect(nearly.map((answer) => answer?.threshold)).toEqual(Array(9).fill(0.1));
    expect(nearly.map((answer) => answer?.answer)).toEqual([...Array(8).fill('no'), 'yes']);
    const nobody = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
      [0, 0, 0, 0].map((n2) => failing(n2, 10)),
    );
    expect(nobody.map((answer) => [answer?.answer, answer?.threshold])).toEqual(Array(4).fill(['no', null]));
  });

  it('abstains below the least number of pupils, and leaves such schools out of the quartile', () => {
    const answers = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3, 10),
      [
        [9, 0],
        [1, 9],
        [2, 8],
        [3, 7],
        [4, 6],
      ].map(([n2 = 0, rest = 0]) => failing(n2, rest)),
    );
    expect(answers[0]).toMatchObject({ answer: null, abstention: 'TOO_FEW_PUPILS', measure: null, n: 9, schools: 4 });
    expect(answers.slice(1).map((answer) => answer?.answer)).toEqual(['no', 'no', 'no', 'yes']);
  });

  it('abstains where fewer than four schools have the measure', () => {
    const answers = derived(
      rule('OGE_RUSSIAN_FAILED_SHARE', Q3),
      [1, 2, 3].map((n2) => failing(n2, 10 - n2)),
    );
    expect(answers.map((answer) => answer?.abstention)).toEqual(Array(3).fill('TOO_FEW_SCHOOLS'));
    expect(answers[2]).toMatchObject({ answer: null, measure: 0.3, threshold: null, n: 10, schools: 3 });
  });
});

describe('signs of bias', () => {
  const signs = instrumentOf(
    signCount('S', ['S1', 'S2', 'S4'], {
      rule: { measure: 'OBJECTIVITY_SIGNS', comparison: null, minimumN: 0 },
    }),
  );
  const file = { importId: 'file', sheet: 'ВПР', row: 7 };

  it('are answered as they were found, each once, in the order of the card', () => {
    const answers = deriveAnswers(signs, [
      school('found', {}, { signs: { codes: ['S4', 'S1', 'S4', 'S8'], sources: [file] } }),
      school('none', {}, { signs: { codes: [], sources: [file] } }),
      school('unknown', {}),
    ]);
    expect(answers.get('found')).toMatchObject([
      { answer: ['S1', 'S4'], measure: 2, threshold: null, schools: 2, sources: [file] },
    ]);
    expect(answers.get('none')).toMatchObject([{ answer: [], measure: 0, abstention: null }]);
    expect(answers.get('unknown')).toMatchObject([{ answer: null, measure: null, abstention: 'NO_DATA' }]);
  });
});

describe('the default instrument', () => {
  const schools = fc.array(fc.record({ facts: anyFacts, grades: anyGrades }), { minLength: 1, maxLength: 9 });
  const given = (all: { facts: FactsOfYear; grades: SchoolEvidence['grades'] }[]) =>
    all.map(({ facts, grades }, at) => school(`s${at}`, facts, { grades }));

  it('is answered as a person with a calculator would, every criterion, for any facts', () => {
    const codes = placedCriteria(DEFAULT).filter(({ criterion }) => criterion.rule && criterion.type === 'YES_NO');
    expect(codes.map(({ criterion }) => criterion.code).sort()).toEqual(Object.keys(NAIVE).sort());
    fc.assert(
      fc.property(schools, (all) => {
        const evidence = given(all);
        const answers = deriveAnswers(DEFAULT, evidence);
        const [portal, person] = [new Map<string, unknown>(), new Map<string, unknown>()];
        for (const { criterion } of codes) {
          const { code } = criterion;
          const asked = evidence.filter(({ grades }) => applies(criterion.applicability, grades));
          const found = asked.map(({ schoolId }) => answers.get(schoolId)?.find((one) => one.criterion === code));
          portal.set(
            code,
            found.map((one) => one?.answer),
          );
          person.set(
            code,
            naiveAnswers(
              code,
              asked.map(({ facts }) => facts),
            ),
          );
        }
        expect(portal).toEqual(person);
      }),
    );
  });

  it('asks a school what applies to it and data can answer, in the order of the card', () => {
    const answers = deriveAnswers(DEFAULT, [school('primary', {}, { grades: { from: 1, to: 4 } }), school('full', {})]);
    const codes = (id: string) => answers.get(id)?.map(({ criterion }) => criterion);
    expect(codes('full')).toHaveLength(31);
    expect(codes('primary')?.slice(0, 4)).toEqual(['T1.OBJ.01', 'T1.OLY.03', 'T1.OLY.04', 'T1.INT.01']);
    // nothing is loaded: nothing is answered, least of all «нет»
    expect(answers.get('full')?.every(({ answer, abstention }) => answer === null && abstention === 'NO_DATA')).toBe(
      true,
    );
  });

  it('changes with the facts of a kind only what depends on that kind', () => {
    const kinds: FactKind[] = ['GIA_AGGREGATE', 'OLYMPIAD', 'CONTEST', 'INTERIM', 'CONTEXT'];
    fc.assert(
      fc.property(schools, anyFacts, fc.constantFrom(...kinds), (all, other, kind) => {
        const before = given(all);
        const [first, ...rest] = before;
        if (!first) return;
        const after = [{ ...first, facts: { ...first.facts, [kind]: other[kind] ?? [] } }, ...rest];
        const depends = new Set(dependentCriteria(DEFAULT, new Set([kind])));
        const independent = (evidence: SchoolEvidence[]) =>
          [...deriveAnswers(DEFAULT, evidence)].map(([id, answers]) => [
            id,
            answers.filter(({ criterion }) => !depends.has(criterion)),
          ]);
        expect(independent(after)).toEqual(independent(before));
      }),
    );
  });

  it('knows what depends on what', () => {
    const depend = (...kinds: FactKind[]) => dependentCriteria(DEFAULT, new Set(kinds));
    expect(depend('CONTEST')).toEqual(['T1.OLY.04']);
    expect(depend('VPR_SCALE')).toEqual(['T1.OBJ.01']);
    expect(depend('MEDALS', 'OGE_JOURNAL', 'FIOKO_MARKERS')).toEqual(['T1.OBJ.01']);
    expect(depend('OLYMPIAD')).toEqual(['T1.OLY.01', 'T1.OLY.02', 'T1.OLY.03']);
    expect(depend('CONTEXT')).toContain('T1.OLY.03');
    expect(depend('GIA_AGGREGATE')).toHaveLength(11);
    const all = Object.values(MEASURES).flatMap(({ kinds }) => kinds);
    expect(depend(...all)).toHaveLength(31);
    expect(depend()).toEqual([]);
  });

  it('does not look at the order of schools', () => {
    fc.assert(
      fc.property(schools, (all) => {
        const evidence = given(all);
        const backwards = deriveAnswers(DEFAULT, evidence.toReversed());
        for (const [id, answers] of deriveAnswers(DEFAULT, evidence)) {
          expect(backwards.get(id)?.map(({ answer }) => answer)).toEqual(answers.map(({ answer }) => answer));
        }
      }),
    );
  });
});

describe('the worse quarter', () => {
  it('of low values takes the lowest school along', () => {
    const facts = [3.1, 3.4, 3.4, 3.9].map((meanMark) => ({ GIA_AGGREGATE: [oge('Русский язык', { meanMark })] }));
    const answers = derived(rule('OGE_RUSSIAN_MEAN_MARK', Q1), facts);
    expect(answers.map((answer) => answer?.answer)).toEqual(['yes', 'no', 'no', 'no']);
    expect(answers[0]?.threshold).toBeCloseTo(3.325, 12);
  });
});
