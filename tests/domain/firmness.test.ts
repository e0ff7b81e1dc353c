import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlagFirmness, firmnessOf, firmnessWords, type JudgedSchool } from '../../lib/domain/firmness';
import { type IdentificationRule, propose } from '../../lib/domain/identification';
import { anyJudgedSchools, anyRule, inAnyOrder, judgedSchool, shareRule, sumRule, topRule } from './arbitrary-schools';

function flagOf(rule: IdentificationRule, schools: JudgedSchool[], code: string): FlagFirmness {
  const flag = firmnessOf(rule, schools).get(code);
  if (!flag) throw new Error(`no flag for ${code}`);
  return flag;
}

describe('SUM, worked by hand', () => {
  it('two points above the threshold is firm, exactly on it is borderline with each of its points', () => {
    const schools = [judgedSchool('far', '1 1 1 1 0'), judgedSchool('on', '1 1 0 0 0')];
    expect(flagOf(sumRule(2), schools, 'far')).toMatchObject({ proposed: true, firmness: 'FIRM', flipsWithout: [] });
    expect(flagOf(sumRule(2), schools, 'on')).toEqual({
      schoolCode: 'on',
      proposed: true,
      firmness: 'BORDERLINE',
      borderline: true,
      flipsWithout: ['C1', 'C2'],
      flipsByThreshold: true,
      applicable: 5,
      definite: 5,
    });
  });

  it('one point below is borderline although no single criterion is to blame', () => {
    const flag = flagOf(sumRule(2), [judgedSchool('below', '1 0 0 0')], 'below');
    expect(flag).toMatchObject({ proposed: false, firmness: 'BORDERLINE', flipsWithout: [], flipsByThreshold: true });
    expect(flagOf(sumRule(3), [judgedSchool('below', '1 0 0 0')], 'below').firmness).toBe('FIRM');
  });

  it('many signs in one criterion are borderline well above the threshold', () => {
    const flag = flagOf(sumRule(3), [judgedSchool('signs', '1 1 0 0 4/8')], 'signs');
    expect(flag).toMatchObject({ firmness: 'BORDERLINE', flipsWithout: ['C5'], flipsByThreshold: false });
  });
});

describe('SHARE, worked by hand', () => {
  it('a criterion answered «нет» can keep a school off the list', () => {
    // 2 of 5 = 0.4; without one «нет» 2 of 4 = 0.5
    const flag = flagOf(shareRule(0.5), [judgedSchool('a', '1 1 0 0 0')], 'a');
    expect(flag).toMatchObject({ proposed: false, firmness: 'BORDERLINE', flipsWithout: ['C3', 'C4', 'C5'] });
  });

  it('the threshold moves by one point of the own maximum', () => {
    expect(flagOf(shareRule(0.5), [judgedSchool('a', '1 1 1 0')], 'a').flipsByThreshold).toBe(false);
    expect(flagOf(shareRule(0.5), [judgedSchool('a', '1 1 0 0')], 'a').flipsByThreshold).toBe(true);
  });
});

describe('TOP_N, worked by hand', () => {
  const schools = [
    judgedSchool('first', '1 1 1 1 1 1'),
    judgedSchool('second', '1 1 1 1 0 0'),
    judgedSchool('third', '1 1 0 0 0 0'),
    judgedSchool('fourth', '0 0 0 0 0 0'),
  ];

  it('the last one in and the first one out are borderline', () => {
    const flags = firmnessOf(topRule(2), schools);
    expect([...flags.values()].map((flag) => [flag.schoolCode, flag.firmness])).toEqual([
      ['first', 'FIRM'],
      ['second', 'BORDERLINE'],
      ['third', 'BORDERLINE'],
      ['fourth', 'FIRM'],
    ]);
  });

  it('a list of one school is firm when its lead is wide: there is no list of none', () => {
    expect(flagOf(topRule(1), schools, 'first')).toMatchObject({ proposed: true, firmness: 'FIRM' });
    expect(flagOf(topRule(1), schools, 'second')).toMatchObject({ proposed: false, flipsByThreshold: true });
  });

  it('a criterion is taken from all schools, so that a lead in it is lost', () => {
    const lead = [judgedSchool('a', '1 0 0'), judgedSchool('b', '0 1 1'), judgedSchool('c', '1 1 1')];
    // without C2 or C3 «a» and «b» tie and both are taken
    expect(flagOf(topRule(2), lead, 'a')).toMatchObject({ proposed: false, flipsWithout: ['C2', 'C3'] });
  });
});

describe('little data', () => {
  it('fewer than half of the applicable criteria answered', () => {
    expect(flagOf(sumRule(1), [judgedSchool('a', '1 - ? -')], 'a')).toMatchObject({
      proposed: true,
      firmness: 'LITTLE_DATA',
      borderline: true,
      applicable: 4,
      definite: 1,
    });
    expect(flagOf(sumRule(3), [judgedSchool('a', '0 0 ? -')], 'a').firmness).toBe('FIRM');
    expect(flagOf(sumRule(3), [{ ...judgedSchool('a', '0'), criteria: [] }], 'a').firmness).toBe('LITTLE_DATA');
  });
});

describe('words', () => {
  const words = (rule: IdentificationRule, answers: string) =>
    firmnessWords(flagOf(rule, [judgedSchool('a', answers)], 'a'), rule).replaceAll('\u00a0', ' ');

  it('say why', () => {
    expect(words(sumRule(1), '1 - -')).toBe(
      'Определённый ответ есть по 1 из 3 критериев: остальные не применимы или без ответа.',
    );
    expect(words(sumRule(1), '1 1 1')).toBe(
      'Ничего не изменится, если убрать любой один критерий или сдвинуть порог на 1 балл.',
    );
    expect(words(sumRule(2), '1 1 0')).toBe(
      'Если сдвинуть порог на 1 балл, школа не была бы предложена. Без одного критерия школа не была бы предложена: C1, C2.',
    );
    expect(words(sumRule(2), '1 0 0')).toBe('Если сдвинуть порог на 1 балл, школа была бы предложена.');
  });
});

describe('properties', () => {
  it('each school is judged as leaving out and moving by hand says', () => {
    fc.assert(
      fc.property(anyRule, anyJudgedSchools, (rule, schools) => {
        const flags = firmnessOf(rule, schools);
        expect(flags.size).toBe(schools.length);
        const now = propose(rule, schools);
        for (const school of schools) {
          const flag = flags.get(school.schoolCode);
          const flipping = school.criteria
            .concat(schools.flatMap((other) => other.criteria))
            .map((criterion) => criterion.code)
            .filter((code, index, codes) => codes.indexOf(code) === index)
            .filter((code) => {
              const rest = schools.map((other) => {
                const kept = other.criteria.filter((criterion) => criterion.code !== code);
                return {
                  ...other,
                  negativeSum: kept.reduce((sum, criterion) => sum + criterion.negativeSum, 0),
                  maximum: kept.reduce((sum, criterion) => sum + criterion.maximum, 0),
                };
              });
              return propose(rule, rest).has(school.schoolCode) !== now.has(school.schoolCode);
            });
          expect(flag?.proposed).toBe(now.has(school.schoolCode));
          expect([...(flag?.flipsWithout ?? [])].sort()).toEqual(flipping.sort());
          expect(flag?.borderline).toBe(flipping.length > 0 || flag?.flipsByThreshold);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order of schools does not matter', () => {
    const shuffled = anyJudgedSchools.chain((schools) => fc.tuple(fc.constant(schools), inAnyOrder(schools)));
    fc.assert(
      fc.property(anyRule, shuffled, (rule, [schools, others]) => {
        const sorted = (all: JudgedSchool[]) =>
          [...firmnessOf(rule, all).values()]
            .map((flag) => ({ ...flag, flipsWithout: [...flag.flipsWithout].sort() }))
            .sort((a, b) => a.schoolCode.localeCompare(b.schoolCode));
        expect(sorted(others)).toEqual(sorted(schools));
      }),
    );
  });
});

describe('speed', () => {
  it('1,000 schools × 34 criteria take well under 200 ms', () => {
    const answers = (school: number) =>
      Array.from({ length: 34 }, (_, c) => String(Number((school * 31 + c * 17) % 7 < 3))).join(' ');
    const schools = Array.from({ length: 1000 }, (_, index) => judgedSchool(`s${index}`, answers(index)));
    const times = [sumRule(14), shareRule(0.4), topRule(200)].map((rule) => {
      const started = performance.now();
      expect(firmnessOf(rule, schools).size).toBe(1000);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(200);
    expect(Math.max(...times)).toBeLessThan(1000);
  });
});
