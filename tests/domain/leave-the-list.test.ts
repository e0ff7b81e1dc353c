import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose, type ScoredSchool } from '../../lib/domain/identification';
import { wayOut, wayOutWords } from '../../lib/domain/leave-the-list';
import { scoreOf } from '../../lib/domain/scoring';
import { declared, FULL_SCHOOL, instrumentOf, signCount, tableOf, yesNo } from './arbitrary-cards';
import { anyJudgedSchools, anyRule, shareRule, sumRule, topRule } from './arbitrary-schools';

const school = (schoolCode: string, negativeSum: number, maximum = 20): ScoredSchool => ({
  schoolId: schoolCode,
  schoolCode,
  name: schoolCode,
  negativeSum,
  maximum,
});
const nothing = instrumentOf();
const noPoints = { points: [] };
const one = school('one', 8);

function needed(rule: Parameters<typeof wayOut>[0], others: ScoredSchool[] = []) {
  return wayOut(rule, one, [one, ...others], nothing, noPoints).needed;
}

describe('how many points, worked by hand', () => {
  it('SUM: down to one below the threshold', () => {
    expect(needed(sumRule(8))).toBe(1);
    expect(needed(sumRule(6))).toBe(3);
    expect(needed(sumRule(9))).toBe(0);
  });

  it('SHARE: the smallest number that brings it below', () => {
    // 8 of 20 = 0.40: 7/20 = 0.35 is below 0.4; for 0.3 it takes 5/20 = 0.25
    expect(needed(shareRule(0.4))).toBe(1);
    expect(needed(shareRule(0.3))).toBe(3);
  });

  it('TOP_N: below the first school outside, and it says on whom it depends', () => {
    const others = [school('a', 10), school('b', 5), school('c', 3)];
    const way = wayOut(topRule(2), one, [one, ...others], nothing, noPoints);
    expect(way).toMatchObject({ proposed: true, needed: 4, dependsOnOthers: true, aboveNext: 3 });
    expect(wayOut(sumRule(2), one, [one, ...others], nothing, noPoints)).toMatchObject({
      dependsOnOthers: false,
      aboveNext: null,
    });
  });

  it('TOP_N with fewer schools than N: only a school without points is left out', () => {
    expect(needed(topRule(3), [school('a', 10)])).toBe(8);
    expect(wayOut(topRule(3), one, [one], nothing, noPoints).aboveNext).toBeNull();
  });
});

describe('which points', () => {
  const instrument = {
    tables: [tableOf('T1', [yesNo('A'), yesNo('B'), signCount('S', ['S1', 'S2'])]), tableOf('T2', [yesNo('C')])],
  };
  const answers = {
    ...declared({ A: 'yes', S: ['S2'], C: 'yes' }),
    B: { declared: 'no' as const, verified: 'yes' as const },
  };
  const score = scoreOf(instrument, FULL_SCHOOL, answers);

  it('those of the table, in the order of the card; what rests on a word or on data is marked', () => {
    const points = wayOut(sumRule(1), one, [one], instrument, score).points;
    expect(points.map(({ criterion, sign, checkedByData }) => [criterion, sign, checkedByData])).toEqual([
      ['A', undefined, true],
      ['B', undefined, false],
      ['S', 'S2', true],
    ]);
    expect(points[2]).toMatchObject({ signText: 'Признак S2', criterionText: 'Критерий S', groupTitle: 'Группа T1' });
  });

  it('says so in Russian', () => {
    const words = (rule: Parameters<typeof wayOut>[0]) => {
      const subject = school('x', 3, 4);
      return wayOutWords(wayOut(rule, subject, [subject], instrument, score), rule, subject).replaceAll('\u00a0', ' ');
    };
    expect(words(sumRule(3))).toBe(
      'Сумма 3 из 4 (75,0 %), правило: сумма 3 и больше. Чтобы школа не предлагалась, достаточно снять любой один балл из 3.',
    );
    expect(words(shareRule(0.5))).toBe(
      'Сумма 3 из 4 (75,0 %), правило: не меньше 50 % максимума. Чтобы школа не предлагалась, нужно снять любые 2 балла из 3.',
    );
    expect(words(topRule(2))).toBe(
      'Сумма 3 из 4 (75,0 %), правило: 2 школы с наибольшей суммой. Результат зависит от других школ: если их суммы не изменятся, нужно снять любые 3 балла из 3.',
    );
    expect(words(sumRule(4))).toBe(
      'Сумма 3 из 4 (75,0 %), правило: сумма 4 и больше. По этому правилу школа не предлагается в список.',
    );
  });
});

describe('properties', () => {
  it('so many points fewer is out, one point more is still in', () => {
    fc.assert(
      fc.property(anyRule, anyJudgedSchools, (rule, schools) => {
        for (const subject of schools) {
          const way = wayOut(rule, subject, schools, nothing, noPoints);
          const without = (points: number) => {
            const negativeSum = subject.negativeSum - points;
            const others = schools.map((other) => (other === subject ? { ...subject, negativeSum } : other));
            return propose(rule, others).has(subject.schoolCode);
          };
          expect(way.proposed).toBe(way.needed > 0);
          expect(without(way.needed)).toBe(false);
          if (way.proposed) expect(without(way.needed - 1)).toBe(true);
        }
      }),
    );
  });
});
