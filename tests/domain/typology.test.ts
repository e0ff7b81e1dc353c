import { describe, expect, it } from 'vitest';
import { type KnownSchool, partnerReasons, resultsTrust, typologyOf } from '@/lib/domain/typology';

const school = (schoolCode: string, more: Partial<KnownSchool>): KnownSchool => ({
  schoolCode,
  ...{ index: 100, hardByIndex: false, hardByTable: false, negativeSum: 5, maximum: 29, low: false, listed: false },
  ...{ trust: null, ...more },
});

const TRUSTED = { value: 1, checks: 12, found: 0 };
const DOUBTFUL = { value: 0.5, checks: 12, found: 6 };

describe('typologyOf', () => {
  it('crosses conditions with results; conditions are hard by the index or by the table', () => {
    const { schools } = typologyOf([
      school('both', { hardByIndex: true, low: true, negativeSum: 15 }),
      school('conditions', { hardByTable: true, negativeSum: 10 }),
      school('results', { low: true, negativeSum: 14 }),
      school('neither', {}),
    ]);
    expect([...schools].map(([code, { type }]) => [code, type])).toEqual([
      ['both', 'BOTH'],
      ['conditions', 'CONDITIONS'],
      ['results', 'RESULTS'],
      ['neither', 'NEITHER'],
    ]);
  });

  it('says nothing where conditions or results are not known', () => {
    const { schools } = typologyOf([
      school('no conditions', { hardByIndex: null, hardByTable: null }),
      school('no results', { low: null, negativeSum: null }),
      school('one of two', { hardByIndex: null, hardByTable: false }),
    ]);
    expect(schools.get('no conditions')?.type).toBeNull();
    expect(schools.get('no results')).toEqual({ hard: false, type: null, resilient: false, doubtful: false });
    expect(schools.get('one of two')?.type).toBe('NEITHER');
  });

  it('calls resilient a school with hard conditions, a sum up to the median and no doubt about it', () => {
    const hard = { hardByIndex: true, index: 80 };
    const { schools, medianSum, lowFrom } = typologyOf([
      school('resilient', { ...hard, negativeSum: 3, trust: TRUSTED }),
      school('unchecked', { ...hard, negativeSum: 6 }),
      school('doubtful', { ...hard, negativeSum: 3, trust: DOUBTFUL }),
      school('above the median', { ...hard, negativeSum: 9 }),
      // a sum below the median of a card half as long
      school('short card', { ...hard, negativeSum: 5, maximum: 13 }),
      school('listed', { ...hard, negativeSum: 3, listed: true }),
      school('low', { ...hard, negativeSum: 16, low: true }),
      school('easy', { negativeSum: 12, low: true }),
      school('fair', { negativeSum: 6 }),
    ]);
    expect(medianSum).toBe(6);
    expect(lowFrom).toBe(12);
    const named = (which: 'resilient' | 'doubtful') =>
      [...schools].filter(([, one]) => one[which]).map(([code]) => code);
    expect(named('resilient')).toEqual(['resilient', 'unchecked']);
    expect(named('doubtful')).toEqual(['doubtful']);
  });

  it('gives conditions, results and trust as reasons', () => {
    const known = school('a', { hardByIndex: true, index: 81.25, negativeSum: 3, trust: TRUSTED });
    const words = (one: KnownSchool) =>
      partnerReasons(one, { medianSum: 6, medianShare: 6 / 29 }, 90.1).map((reason) =>
        reason.replaceAll('\u00a0', ' '),
      );
    expect(words(known)).toEqual([
      'Трудные условия: индекс 81,3, граница нижней четверти города 90,1.',
      'Хорошие результаты: сумма 3 из 29, не больше медианы города (6), доля максимума 10,3 %, медиана 20,7 %; правило школу не предлагает.',
      'Результатам можно доверять: признаков 0 на 12 проверок.',
    ]);
    expect(words(school('b', { hardByTable: true, index: null }))[0]).toContain('индекс не посчитан');
    expect(words(school('c', { trust: DOUBTFUL }))[2]).toContain('нужен дополнительный анализ');
    expect(words(school('d', {}))[2]).toContain('не проверена');
  });

  it('does not trust too few looks', () => {
    expect(resultsTrust({ value: null, checks: 3, found: 0 })).toBe('NO_DATA');
    expect(resultsTrust({ value: 0.9, checks: 10, found: 1 })).toBe('TRUSTED');
    expect(resultsTrust({ value: 0.89, checks: 100, found: 11 })).toBe('DOUBTFUL');
  });
});
