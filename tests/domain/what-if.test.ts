import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firmnessOf } from '../../lib/domain/firmness';
import { propose } from '../../lib/domain/identification';
import { whatIf } from '../../lib/domain/what-if';
import { anyJudgedSchools, anyRule, inAnyOrder, judgedSchool, sumRule, topRule } from './arbitrary-schools';

const schools = [
  judgedSchool('a', '1 1 1 1 1 1'),
  judgedSchool('b', '1 1 1 1 0 0'),
  judgedSchool('c', '1 1 1 0 0 0'),
  judgedSchool('d', '1 1 0 0 0 0'),
  judgedSchool('e', '0 0 0 0 0 0'),
];

describe('whatIf, worked by hand', () => {
  it('a lower threshold lets schools in', () => {
    expect(whatIf(sumRule(5), sumRule(3), schools)).toEqual({
      proposed: ['a', 'b', 'c'],
      entering: ['b', 'c'],
      leaving: [],
      borderline: ['c', 'd'],
      tied: [],
    });
  });

  it('a higher threshold lets schools out', () => {
    expect(whatIf(sumRule(2), sumRule(4), schools)).toMatchObject({ entering: [], leaving: ['c', 'd'] });
  });

  it('another kind of rule, and none at first', () => {
    expect(whatIf(sumRule(4), topRule(3), schools)).toMatchObject({ entering: ['c'], leaving: [] });
    expect(whatIf(null, sumRule(6), schools)).toMatchObject({ proposed: ['a'], entering: ['a'], leaving: [] });
  });

  it('names the schools that tie at the border', () => {
    const equal = [judgedSchool('x', '1 1'), judgedSchool('y', '1 0'), judgedSchool('z', '0 1')];
    expect(whatIf(topRule(1), topRule(2), equal)).toMatchObject({ proposed: ['x', 'y', 'z'], tied: ['y', 'z'] });
  });

  it('refuses to compare rules of different tables', () => {
    expect(() => whatIf({ ...sumRule(2), tableCode: 'T2' }, sumRule(2), schools)).toThrow(RangeError);
  });
});

describe('properties', () => {
  it('entering and leaving are the difference of the two proposals', () => {
    fc.assert(
      fc.property(anyRule, anyRule, anyJudgedSchools, (before, after, all) => {
        const change = whatIf(before, after, all);
        const back = whatIf(after, before, all);
        expect(new Set(change.proposed)).toEqual(propose(after, all));
        const expected = new Set(propose(before, all));
        for (const code of change.entering) expected.add(code);
        for (const code of change.leaving) expected.delete(code);
        expect(expected).toEqual(new Set(change.proposed));
        expect(back.entering).toEqual(change.leaving);
        expect(back.leaving).toEqual(change.entering);
        const borderline = [...firmnessOf(after, all).values()].filter((flag) => flag.borderline);
        expect(new Set(change.borderline)).toEqual(new Set(borderline.map((flag) => flag.schoolCode)));
      }),
    );
  });

  it('the same rule changes nothing', () => {
    fc.assert(
      fc.property(anyRule, anyJudgedSchools, (rule, all) => {
        expect(whatIf(rule, rule, all)).toMatchObject({ entering: [], leaving: [] });
      }),
    );
  });

  it('the order of input does not matter', () => {
    const shuffled = anyJudgedSchools.chain((all) => fc.tuple(fc.constant(all), inAnyOrder(all)));
    fc.assert(
      fc.property(anyRule, anyRule, shuffled, (before, after, [all, others]) => {
        expect(whatIf(before, after, others)).toEqual(whatIf(before, after, all));
      }),
    );
  });
});
