import { describe, expect, it } from 'vitest';
import { parseDefaultInstrument } from '../../../lib/domain/default-instrument';
import { disagreement, disagrees } from '../../../lib/domain/evidence/disagreement';
import { type CriterionRule, MEASURE_CODES } from '../../../lib/domain/evidence/rule';
import { criterionRuleSchema } from '../../../lib/domain/evidence/rule-schema';
import { ruleFaults } from '../../../lib/domain/evidence/rule-validity';
import { ruleWords, sameRule } from '../../../lib/domain/evidence/rule-words';
import { placedCriteria } from '../../../lib/domain/instrument';
import { instrumentDifference } from '../../../lib/domain/instrument-difference';
import { instrumentFaults } from '../../../lib/domain/instrument-validity';
import instrument from '../../../prisma/instruments/default.json';
import texts from '../../../prisma/instruments/default-texts.json';
import { instrumentOf, signCount, yesNo } from '../arbitrary-cards';

const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ');
const WORST: CriterionRule = {
  measure: 'OGE_RUSSIAN_FAILED_SHARE',
  comparison: { kind: 'QUARTILE', operator: '>=', quartile: 3 },
  minimumN: 1,
};
const VACANCIES: CriterionRule = {
  measure: 'CONTEXT_VACANCIES',
  comparison: { kind: 'FIXED', operator: '>=', value: 1 },
  minimumN: 1,
};
const SIGNS: CriterionRule = { measure: 'OBJECTIVITY_SIGNS', comparison: null, minimumN: 0 };

describe('a rule in words', () => {
  it('names measure, comparison and least number', () => {
    expect(plain(ruleWords(WORST))).toBe(
      'доля «2» на ОГЭ по русскому языку не меньше верхнего квартиля школ муниципалитета, участников не меньше 1',
    );
    expect(plain(ruleWords(VACANCIES))).toBe('число вакансий учителей не меньше 1');
    expect(plain(ruleWords(SIGNS))).toBe('число признаков необъективности: балл за каждый найденный признак');
    expect(
      plain(
        ruleWords({
          measure: 'EGE_RUSSIAN_MEAN_SCORE',
          comparison: { kind: 'MEAN_SD', operator: '<=', deviations: 1.5 },
          minimumN: 10,
        }),
      ),
    ).toBe(
      'средний балл ЕГЭ по русскому языку не больше среднего по муниципалитету минус 1,5 ст. откл., участников не меньше 10',
    );
    expect(
      plain(
        ruleWords({
          measure: 'OGE_ELECTIVE_FAILED_SHARE',
          comparison: { kind: 'FIXED', operator: '>=', value: 0.3 },
          minimumN: 5,
        }),
      ),
    ).toBe('наибольшая доля «2» на ОГЭ по предмету по выбору не меньше 30,0 %, участников не меньше 5');
  });

  it('is another rule when any part is another', () => {
    const others: CriterionRule[] = [
      { ...WORST, minimumN: 2 },
      { ...WORST, measure: 'OGE_MATHEMATICS_FAILED_SHARE' },
      { ...WORST, comparison: { kind: 'QUARTILE', operator: '>=', quartile: 1 } },
      { ...WORST, comparison: { kind: 'QUARTILE', operator: '<=', quartile: 3 } },
      { ...WORST, comparison: { kind: 'MEAN', operator: '>=' } },
      { ...WORST, comparison: null },
    ];
    for (const other of others) expect(sameRule(WORST, other)).toBe(false);
    expect(sameRule(WORST, structuredClone(WORST))).toBe(true);
    expect(sameRule(undefined, undefined)).toBe(true);
    expect(sameRule(WORST, undefined)).toBe(false);
  });
});

describe('a rule of a criterion', () => {
  const faults = (criterion: ReturnType<typeof yesNo>) =>
    instrumentFaults(instrumentOf(criterion)).map(({ path }) => path);
  const at = 'tables.0.groups.0.criteria.0.rule';

  it('must answer as the criterion asks', () => {
    expect(faults(yesNo('A', { rule: WORST }))).toEqual([]);
    expect(faults(signCount('A', ['S1'], { rule: SIGNS }))).toEqual([]);
    expect(faults(yesNo('A', { rule: SIGNS }))).toEqual([`${at}.measure`]);
    expect(faults(signCount('A', ['S1'], { rule: WORST }))).toEqual([`${at}.measure`]);
    expect(faults(yesNo('A', { rule: { ...WORST, comparison: null } }))).toEqual([`${at}.comparison`]);
  });

  it('must compare with figures that the measure can have', () => {
    const fixed = (measure: CriterionRule['measure'], value: number) =>
      ruleFaults('YES_NO', { measure, comparison: { kind: 'FIXED', operator: '>=', value }, minimumN: 1 }, 'rule');
    for (const [measure, value] of [
      ['OGE_RUSSIAN_FAILED_SHARE', 30],
      ['OGE_RUSSIAN_MEAN_MARK', 1],
      ['EGE_RUSSIAN_MEAN_SCORE', 101],
      ['CONTEXT_VACANCIES', -1],
      ['CONTEXT_VACANCIES', Number.NaN],
      ['CONTEXT_VACANCIES', Number.POSITIVE_INFINITY],
    ] as const) {
      expect(fixed(measure, value), `${measure} ${value}`).toMatchObject([{ path: 'rule.comparison.value' }]);
    }
    expect(fixed('OGE_RUSSIAN_FAILED_SHARE', 0.3)).toEqual([]);
    for (const deviations of [0, -1, Number.NaN, 6]) {
      const comparison = { kind: 'MEAN_SD', operator: '<=', deviations } as const;
      expect(ruleFaults('YES_NO', { ...WORST, comparison }, 'rule')).toMatchObject([
        { path: 'rule.comparison.deviations' },
      ]);
    }
    for (const minimumN of [-1, 1.5, 1001]) {
      expect(ruleFaults('YES_NO', { ...WORST, minimumN }, 'rule')).toMatchObject([{ path: 'rule.minimumN' }]);
    }
  });

  it('is kept as it is written', () => {
    for (const { criterion } of placedCriteria(parseDefaultInstrument(instrument, texts).definition)) {
      if (criterion.rule) expect(criterionRuleSchema.parse(criterion.rule)).toEqual(criterion.rule);
    }
    expect(criterionRuleSchema.safeParse({ ...WORST, measure: 'NOTHING' }).success).toBe(false);
    expect(MEASURE_CODES).toHaveLength(new Set(MEASURE_CODES).size);
  });

  it('that changed makes another version', () => {
    const before = instrumentOf(yesNo('A', { rule: WORST }), yesNo('B', { rule: VACANCIES }), yesNo('C'));
    const after = instrumentOf(
      yesNo('A', { rule: { ...WORST, minimumN: 10 } }),
      yesNo('B', { rule: structuredClone(VACANCIES) }),
      yesNo('C', { rule: VACANCIES }),
    );
    const { adjusted, reworded } = instrumentDifference(before, after);
    expect(adjusted.map(({ code, fields }) => [code, fields])).toEqual([
      ['A', ['rule']],
      ['C', ['rule']],
    ]);
    expect(reworded).toEqual([]);
  });
});

describe('disagreement', () => {
  it('is told to the school and to the centre, with the source', () => {
    expect(plain(disagreement('no', { answer: 'yes', rule: WORST }))).toBe('По данным ОГЭ: да; вы ответили нет');
    expect(plain(disagreement('no', { answer: 'yes', rule: WORST }, 'CENTRE'))).toBe(
      'По данным ОГЭ: да; школа ответила нет',
    );
    expect(plain(disagreement([], { answer: ['S1', 'S4'], rule: SIGNS }))).toBe(
      'По данным федеральных оценочных процедур: признаки: S1, S4; вы ответили «признаков нет»',
    );
  });

  it('is none where they agree, where nobody answered and where data do not tell', () => {
    expect(disagreement('yes', { answer: 'yes', rule: WORST })).toBeNull();
    expect(disagreement(null, { answer: 'yes', rule: WORST })).toBeNull();
    expect(disagreement('no', { answer: null, rule: WORST })).toBeNull();
    expect(disagrees(['S4', 'S1'], ['S1', 'S4'])).toBe(false);
    expect(disagrees(['S1'], ['S1', 'S4'])).toBe(true);
    // what does not apply cannot be answered by data
    expect(disagrees('na', 'no')).toBe(true);
  });
});
