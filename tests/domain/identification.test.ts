import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codesInOrder,
  type IdentificationRule,
  leastProposedSum,
  propose,
  ranks,
  ruleFault,
  ruleWords,
  type ScoredSchool,
  tiedAtBorder,
} from '../../lib/domain/identification';

const school = (schoolCode: string, negativeSum: number, maximum = 29): ScoredSchool => ({
  schoolId: `id-${schoolCode}`,
  schoolCode,
  name: `Школа ${schoolCode}`,
  negativeSum,
  maximum,
});
const rule = (kind: IdentificationRule['kind'], value: number): IdentificationRule => ({
  kind,
  tableCode: 'T1',
  value,
});
const proposed = (given: IdentificationRule, schools: ScoredSchool[]) => [...propose(given, schools)].sort();

const city = [school('a', 15), school('b', 12), school('c', 12), school('d', 7), school('e', 0), school('f', 9, 17)];

describe('propose', () => {
  it('SUM takes the sum and above', () => {
    expect(proposed(rule('SUM', 12), city)).toEqual(['a', 'b', 'c']);
    expect(proposed(rule('SUM', 13), city)).toEqual(['a']);
  });

  it('SHARE judges each school by its own maximum', () => {
    // a 15/29 = 0.517, f 9/17 = 0.529, b and c 12/29 = 0.414
    expect(proposed(rule('SHARE', 0.5), city)).toEqual(['a', 'f']);
    expect(proposed(rule('SHARE', 0.52), city)).toEqual(['f']);
  });

  it('SHARE is exact at its border where binary fractions are not', () => {
    // 0.29 * 100 > 29 and 0.07 * 100 > 7 in binary floating point
    expect(proposed(rule('SHARE', 0.29), [school('x', 29, 100)])).toEqual(['x']);
    expect(proposed(rule('SHARE', 0.07), [school('x', 7, 100)])).toEqual(['x']);
    expect(proposed(rule('SHARE', 0.1 + 0.2), [school('x', 3, 10)])).toEqual(['x']);
    expect(proposed(rule('SHARE', 0.3334), [school('x', 1, 3)])).toEqual([]);
    expect(proposed(rule('SHARE', 0.3333), [school('x', 1, 3)])).toEqual(['x']);
  });

  it('TOP_N takes all that tie at its border and says so', () => {
    expect(proposed(rule('TOP_N', 1), city)).toEqual(['a']);
    expect(proposed(rule('TOP_N', 2), city)).toEqual(['a', 'b', 'c']);
    expect(tiedAtBorder(rule('TOP_N', 2), city)).toEqual(['b', 'c']);
    expect(tiedAtBorder(rule('TOP_N', 3), city)).toEqual([]);
    expect(tiedAtBorder(rule('SUM', 12), city)).toEqual([]);
  });

  it('TOP_N never takes a school without points', () => {
    expect(proposed(rule('TOP_N', 100), city)).toEqual(['a', 'b', 'c', 'd', 'f']);
    expect(proposed(rule('TOP_N', 3), [school('x', 0), school('y', 0)])).toEqual([]);
  });

  it('never takes a school to which nothing applies', () => {
    expect(proposed(rule('SHARE', 0.0001), [school('x', 0, 0)])).toEqual([]);
    expect(proposed(rule('SUM', 0), [school('x', 0, 0)])).toEqual([]);
  });

  it('of nobody is nobody', () => {
    for (const kind of ['SUM', 'SHARE', 'TOP_N'] as const) expect(proposed(rule(kind, 1), [])).toEqual([]);
  });
});

describe('ranks', () => {
  it('are those of a competition', () => {
    expect(Object.fromEntries(ranks(city))).toEqual({ a: 1, b: 2, c: 2, f: 4, d: 5, e: 6 });
  });
});

describe('the order of the list', () => {
  it('is by sum, then by name as a Russian reader counts', () => {
    const named = (code: string, name: string, sum: number) => ({ ...school(code, sum), name });
    const schools = [named('1', 'Школа № 10', 3), named('2', 'Школа № 2', 3), named('3', 'Гимназия № 1', 4)];
    expect(codesInOrder(schools)).toEqual(['3', '2', '1']);
  });
});

describe('ruleFault', () => {
  it('accepts what can be applied', () => {
    for (const good of [rule('SUM', 1), rule('SUM', 12), rule('SHARE', 0.5), rule('SHARE', 1), rule('TOP_N', 8)]) {
      expect(ruleFault(good)).toBeNull();
    }
  });

  it('refuses what cannot', () => {
    const wrong = [
      ['SUM', 0],
      ['SUM', 1.5],
      ['SHARE', 0],
      ['SHARE', 1.01],
      ['SHARE', Number.NaN],
      ['TOP_N', 0],
    ] as const;
    for (const [kind, value] of [...wrong, ['TOP_N', 2.5], ['SUM', Number.POSITIVE_INFINITY]] as const) {
      expect(ruleFault(rule(kind, value)), `${kind} ${value}`).toMatch(/^[А-Я]/);
    }
  });
});

describe('ruleWords', () => {
  it('says the rule in Russian', () => {
    const words = (given: IdentificationRule) => ruleWords(given).replaceAll('\u00a0', ' ');
    expect(words(rule('SUM', 12))).toBe('сумма 12 и больше');
    expect(words(rule('SHARE', 0.5))).toBe('не меньше 50 % максимума');
    expect(words(rule('SHARE', 0.125))).toBe('не меньше 12,5 % максимума');
    expect(words(rule('TOP_N', 8))).toBe('8 школ с наибольшей суммой');
  });
});

const anySchools = fc
  .uniqueArray(fc.record({ code: fc.integer({ min: 1, max: 99 }), maximum: fc.nat(41), part: fc.nat(41) }), {
    selector: (given) => given.code,
    maxLength: 45,
  })
  .map((all) => all.map(({ code, maximum, part }) => school(`s-${code}`, Math.min(part, maximum), maximum)));
const anyRule = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((value) => rule('SUM', value)),
  fc.integer({ min: 1, max: 10_000 }).map((value) => rule('SHARE', value / 10_000)),
  fc.integer({ min: 1, max: 50 }).map((value) => rule('TOP_N', value)),
);

describe('properties', () => {
  it('the order of input never matters', () => {
    fc.assert(
      fc.property(anyRule, anySchools, fc.infiniteStream(fc.nat()), (given, schools, numbers) => {
        const shuffled = schools
          .map((item) => ({ item, order: numbers.next().value ?? 0 }))
          .sort((a, b) => a.order - b.order)
          .map(({ item }) => item);
        expect(proposed(given, shuffled)).toEqual(proposed(given, schools));
        expect(codesInOrder(shuffled)).toEqual(codesInOrder(schools));
        expect(tiedAtBorder(given, shuffled)).toEqual(tiedAtBorder(given, schools));
      }),
    );
  });

  it('SUM and TOP_N never pass over a school with a higher sum', () => {
    fc.assert(
      fc.property(anyRule, anySchools, (given, schools) => {
        fc.pre(given.kind !== 'SHARE');
        const taken = propose(given, schools);
        const lowestTaken = Math.min(...schools.filter((s) => taken.has(s.schoolCode)).map((s) => s.negativeSum));
        for (const left of schools.filter((s) => !taken.has(s.schoolCode) && s.maximum > 0)) {
          expect(left.negativeSum).toBeLessThan(lowestTaken);
        }
      }),
    );
  });

  it('TOP_N is N schools, or all with points, or longer by a tie that it names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anySchools, (n, schools) => {
        const taken = propose(rule('TOP_N', n), schools);
        const withPoints = schools.filter((s) => s.negativeSum > 0).length;
        if (taken.size > n) expect(tiedAtBorder(rule('TOP_N', n), schools).length).toBeGreaterThan(taken.size - n);
        else expect(taken.size).toBe(Math.min(n, withPoints));
      }),
    );
  });

  it('SHARE agrees with fractions of whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), anySchools, (units, schools) => {
        const expected = schools
          .filter((s) => s.maximum > 0 && BigInt(s.negativeSum) * 10_000n >= BigInt(units) * BigInt(s.maximum))
          .map((s) => s.schoolCode);
        expect(proposed(rule('SHARE', units / 10_000), schools)).toEqual(expected.sort());
      }),
    );
  });

  it('leastProposedSum is the first sum that is proposed', () => {
    fc.assert(
      fc.property(anyRule, anySchools, (given, schools) => {
        for (const one of schools) {
          const withSum = (negativeSum: number) =>
            propose(
              given,
              schools.map((s) => (s === one ? { ...one, negativeSum } : s)),
            ).has(one.schoolCode);
          const sums = Array.from({ length: one.maximum + 1 }, (_, sum) => sum);
          expect(leastProposedSum(given, one, schools)).toBe(sums.find(withSum) ?? null);
        }
      }),
      { numRuns: 40 },
    );
  });
});
