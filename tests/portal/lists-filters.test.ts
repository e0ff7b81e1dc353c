import { describe, expect, test } from 'vitest';
import { filterCount, rankingFilters, rankingQuery, shownSchools } from '@/lib/portal/lists/ranking-filters';
import type { RankedSchool } from '@/lib/portal/lists/views';

function school(number: number, more: Partial<RankedSchool> = {}): RankedSchool {
  return {
    schoolId: `id-${number}`,
    schoolCode: `smolensk-${number}`,
    schoolName: `МБОУ «Средняя школа № ${number}»`,
    schoolShortName: `СШ № ${number}`,
    cardId: `card-${number}`,
    negativeSum: 10 - number,
    maximum: 20,
    share: (10 - number) / 20,
    previousNegativeSum: null,
    previousMaximum: null,
    change: null,
    rank: number,
    proposed: false,
    confirmed: false,
    status: 'ACCEPTED',
    schoolKind: 'SCHOOL',
    grades: { from: 1, to: 11 },
    groups: [],
    criteria: [],
    firmness: null,
    ...more,
  };
}

const nothing = { negativeSum: null, maximum: null, share: null, rank: null };
const schools = [
  school(1, { proposed: true, change: -2, groups: [{ code: 'OGE', negativeSum: 3, maximum: 5 }] }),
  school(2, { proposed: true, confirmed: true, share: 0.9, maximum: 9, grades: { from: 1, to: 9 } }),
  school(3, { confirmed: true, change: 4, schoolKind: 'GYMNASIUM' }),
  school(10, { change: 0, grades: { from: 1, to: 4 } }),
  school(4, { ...nothing, status: 'DRAFT', schoolName: 'Лицей имени Фёдорова', schoolShortName: 'Лицей' }),
];

const shown = (params: Record<string, string | string[]>, rule: 'SUM' | 'SHARE' | 'TOP_N' = 'SUM') =>
  shownSchools(schools, rankingFilters(params), rule).map((one) => Number(one.schoolCode.split('-')[1]));

describe('shownSchools', () => {
  test('follows the rule: by sum, or by share of the maximum', () => {
    expect(shown({})).toEqual([1, 2, 3, 10, 4]);
    expect(shown({}, 'SHARE')).toEqual([2, 1, 3, 10, 4]);
  });

  test('what has no value stands last either way', () => {
    expect(shown({ sort: 'change' })).toEqual([3, 10, 1, 2, 4]);
    expect(shown({ sort: 'change', direction: 'ascending' })).toEqual([1, 10, 3, 2, 4]);
  });

  test('names are sorted as people count: № 2 before № 10', () => {
    expect(shown({ sort: 'name' })).toEqual([4, 1, 2, 3, 10]);
  });

  test.each([
    ['№1', [1, 10]],
    ['№ 10', [10]],
    ['smolensk-3', [3]],
    ['федоров', [4]],
    ['сш', [1, 2, 3, 10]],
    ['нет такой', []],
  ])('search %j', (q, found) => {
    expect(shown({ q })).toEqual(found);
  });

  test.each([
    [{ status: 'DRAFT' }, [4]],
    [{ mark: 'proposed' }, [1, 2]],
    [{ mark: 'confirmed' }, [2, 3]],
    [{ mark: 'departure' }, [1, 3]],
    [{ kind: 'BASIC' }, [2]],
    [{ kind: 'PRIMARY' }, [10]],
    [{ kind: 'GYMNASIUM' }, [3]],
    [{ group: 'OGE' }, [1]],
    [{ status: 'nonsense', kind: 'x', sort: 'y' }, [1, 2, 3, 10, 4]],
  ] as [Record<string, string>, number[]][])('filter %j', (params, found) => {
    expect(shown(params)).toEqual(found);
  });

  test('does not change what it was given', () => {
    const before = [...schools];
    shown({ sort: 'name' });
    expect(schools).toEqual(before);
  });
});

describe('the address', () => {
  test('is short for the usual view and gives back every choice', () => {
    expect(rankingQuery('T1', rankingFilters({})).toString()).toBe('table=T1');
    const filters = rankingFilters({
      q: '№ 7',
      status: 'ACCEPTED',
      mark: 'borderline',
      kind: 'FULL',
      group: 'EGE',
      sort: 'change',
      direction: 'ascending',
      column: ['previous', 'share', 'unknown'],
    });
    const query = rankingQuery('T2', filters);
    const again = rankingFilters({ ...Object.fromEntries(query), column: query.getAll('column') });
    expect(again).toEqual(filters);
    expect(query.get('table')).toBe('T2');
    expect(filterCount(filters)).toBe(5);
  });

  test('one column alone is a list of one', () => {
    expect(rankingFilters({ column: 'share' }).columns).toEqual(['share']);
  });
});
