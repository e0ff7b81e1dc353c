import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packSchools, unpackSchools } from '@/components/ranking/what-if/packed-schools';
import { rowsAbove, ruleAStepAway, ruleUnderRow } from '@/components/ranking/what-if/threshold';
import { shownValue, triedRule, typedRule } from '@/components/ranking/what-if/tried-rule';
import type { JudgedSchool } from '@/lib/domain/firmness';
import { type IdentificationRule, propose, rankingOrder } from '@/lib/domain/identification';

const judged = (code: string, negativeSum: number, maximum = 20): JudgedSchool => ({
  schoolId: code,
  schoolCode: code,
  name: code,
  negativeSum,
  maximum,
  criteria: [],
});
const rows = [judged('a', 12), judged('b', 9), judged('c', 9), judged('d', 4), judged('e', 0)];
const codes = rows.map((row) => row.schoolCode);
const sum = (value: number): IdentificationRule => ({ kind: 'SUM', tableCode: 'T1', value });

describe('the rule of the address', () => {
  test.each([
    ['SUM', '8', 8],
    ['SHARE', '37,5', 0.375],
    ['SHARE', '50 %', 0.5],
    ['TOP_N', ' 6 ', 6],
  ] as const)('%s %j', (kind, typed, value) => {
    expect(typedRule('T1', kind, typed)).toEqual({ kind, tableCode: 'T1', value });
  });

  test.each([
    ['SUM', '0'],
    ['SUM', '2,5'],
    ['SHARE', '101'],
    ['SHARE', ''],
    ['TOP_N', 'x'],
  ] as const)('%s %j is no rule', (kind, typed) => {
    expect(typedRule('T1', kind, typed)).toBeNull();
  });

  test('comes back from the address as it was', () => {
    for (const rule of [sum(8), { kind: 'SHARE', tableCode: 'T1', value: 0.4138 } as const]) {
      expect(triedRule('T1', { rule: rule.kind, value: shownValue(rule) })).toEqual(rule);
    }
    expect(triedRule('T1', { rule: 'MEDIAN', value: '1' })).toBeNull();
    expect(triedRule('T1', {})).toBeNull();
  });
});

describe('the line in the table', () => {
  test('stands under the proposed schools, and nowhere when the order mixes them', () => {
    expect(rowsAbove(codes, propose(sum(9), rows))).toBe(3);
    expect(rowsAbove(codes, new Set())).toBe(0);
    expect(rowsAbove([...codes].reverse(), propose(sum(9), rows))).toBeNull();
  });

  test('moved under a row gives the rule that cuts there, ties together', () => {
    expect(ruleUnderRow(sum(12), rows, 2)).toEqual(sum(9));
    expect(ruleUnderRow(sum(12), rows, 0)).toEqual(sum(13));
    expect(ruleUnderRow({ ...sum(1), kind: 'TOP_N' }, rows, 4)).toMatchObject({ value: 4 });
    expect(ruleUnderRow({ ...sum(1), kind: 'SHARE' }, rows, 1)).toMatchObject({ value: 0.6 });
    expect(ruleUnderRow({ ...sum(1), kind: 'SHARE' }, rows, 5)).toBeNull();
    expect(ruleUnderRow(sum(1), [], 0)).toBeNull();
  });

  test('steps over ties to the next other proposal', () => {
    expect(ruleAStepAway(sum(12), rows, 1, 1)).toEqual(sum(9));
    expect(ruleAStepAway(sum(9), rows, 3, -1)).toEqual(sum(12));
    expect(ruleAStepAway(sum(13), rows, 0, -1)).toBeNull();
  });

  test('a line dragged under any row of the ranking proposes that row', () => {
    const schools = fc.array(fc.record({ sum: fc.integer({ min: 1, max: 29 }) }), { minLength: 1, maxLength: 30 });
    const kinds = fc.constantFrom('SUM', 'SHARE', 'TOP_N');
    fc.assert(
      fc.property(schools, kinds, fc.nat(), (made, kind, at) => {
        const ranked = rankingOrder(made.map((one, index) => judged(`s${index}`, one.sum, 29)));
        const above = (at % ranked.length) + 1;
        const rule = ruleUnderRow({ kind, tableCode: 'T1', value: 1 }, ranked, above);
        const proposed = rule ? propose(rule, ranked) : new Set();
        return ranked.slice(0, above).every((one) => proposed.has(one.schoolCode));
      }),
    );
  });
});

test('schools reach the browser whole', () => {
  const criteria = [
    { code: 'T1.1', negativeSum: 1, maximum: 1, definite: true },
    { code: 'T1.S', negativeSum: 7, maximum: 8, definite: true },
    { code: 'T1.2', negativeSum: 0, maximum: 0, definite: false },
  ];
  const packed = packSchools([
    { schoolCode: 'a', schoolShortName: 'СШ № 1', negativeSum: 8, maximum: 9, criteria },
    { schoolCode: 'b', schoolShortName: 'СШ № 2', negativeSum: 0, maximum: 1, criteria: criteria.slice(2) },
    { schoolCode: 'c', schoolShortName: 'СШ № 3', negativeSum: null, maximum: null, criteria: [] },
  ]);
  expect(unpackSchools(packed)).toEqual([
    { schoolId: 'a', schoolCode: 'a', name: 'СШ № 1', negativeSum: 8, maximum: 9, criteria },
    { schoolId: 'b', schoolCode: 'b', name: 'СШ № 2', negativeSum: 0, maximum: 1, criteria: criteria.slice(2) },
  ]);
});
