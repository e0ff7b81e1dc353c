import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListOfYear, listHistory, listHistoryWords, movements } from '../../lib/domain/movements';
import { schoolYearFrom } from '../../lib/domain/school-year';

const list = (schoolYear: string, ...schoolCodes: string[]): ListOfYear => ({
  schoolYear,
  track: 'LOW_RESULTS',
  schoolCodes,
});
const lists = [
  list('2020-2021', 'd', 'b'),
  list('2017-2018', 'a', 'b'),
  list('2018-2019', 'c', 'b'),
  { ...list('2018-2019', 'x'), track: 'ADVERSE_CONDITIONS' as const },
];

describe('movements', () => {
  it('compares each list of the track with the last one before it', () => {
    expect(movements(lists, 'LOW_RESULTS')).toEqual([
      { schoolYear: '2017-2018', comparedWith: null, entered: null, stayed: null, left: null, listed: ['a', 'b'] },
      {
        schoolYear: '2018-2019',
        comparedWith: '2017-2018',
        entered: ['c'],
        stayed: ['b'],
        left: ['a'],
        listed: ['b', 'c'],
      },
      {
        schoolYear: '2020-2021',
        comparedWith: '2018-2019',
        entered: ['d'],
        stayed: ['b'],
        left: ['c'],
        listed: ['b', 'd'],
      },
    ]);
  });

  it('keeps the tracks apart', () => {
    expect(movements(lists, 'ADVERSE_CONDITIONS')).toHaveLength(1);
    expect(movements([], 'LOW_RESULTS')).toEqual([]);
  });

  it('refuses two lists of one year', () => {
    expect(() => movements([list('2018-2019', 'a'), list('2018-2019', 'b')], 'LOW_RESULTS')).toThrow(RangeError);
  });
});

describe('listHistory', () => {
  const placesOf = (code: string) => listHistory(lists, 'LOW_RESULTS', code).years.map((year) => year.place);

  it('says for each list where the school was', () => {
    expect(placesOf('b')).toEqual(['LISTED', 'STAYED', 'STAYED']);
    expect(placesOf('a')).toEqual(['LISTED', 'LEFT', 'OFF']);
    expect(placesOf('c')).toEqual(['OFF', 'ENTERED', 'LEFT']);
    expect(placesOf('d')).toEqual(['OFF', 'OFF', 'ENTERED']);
    expect(placesOf('e')).toEqual(['OFF', 'OFF', 'OFF']);
  });

  it('counts lists in all and in a row', () => {
    const counted = (code: string) => {
      const { yearsListed, inARow } = listHistory(lists, 'LOW_RESULTS', code);
      return [yearsListed, inARow];
    };
    expect([counted('a'), counted('b'), counted('d'), counted('e')]).toEqual([
      [1, 0],
      [3, 3],
      [1, 1],
      [0, 0],
    ]);
  });

  it('in words', () => {
    const words = (code: string) => listHistoryWords(listHistory(lists, 'LOW_RESULTS', code)).replaceAll('\u00a0', ' ');
    expect(words('a')).toBe('Входила в 1 из 3 утверждённых списков, в списке 2020–2021 года её нет.');
    expect(words('b')).toBe('Входила в 3 из 3 утверждённых списков, последние 3 раза подряд.');
    expect(words('d')).toBe('Входила в 1 из 3 утверждённых списков, вошла в список 2020–2021 года.');
    expect(words('e')).toBe('Не входила ни в один из 3 утверждённых списков.');
    const only = lists.filter(
      ({ schoolYear, track }) => track === 'LOW_RESULTS' && schoolYear === lists[0]?.schoolYear,
    );
    const ofOne = (code: string) => listHistoryWords(listHistory(only, 'LOW_RESULTS', code)).replaceAll('\u00a0', ' ');
    expect(ofOne('b')).toMatch(/^Входит в единственный утверждённый список, \d{4}–\d{4} года\.$/);
    expect(ofOne('nobody')).toMatch(/^Не входит в единственный утверждённый список, /);
    expect(listHistoryWords(listHistory([], 'LOW_RESULTS', 'a'))).toBe('Списки ещё не\u00a0утверждались.');
  });
});

describe('properties', () => {
  const codes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
  const anyLists = fc
    .uniqueArray(fc.record({ autumn: fc.integer({ min: 2010, max: 2020 }), codes }), {
      selector: ({ autumn }) => autumn,
    })
    .map((years) => years.map((year) => list(schoolYearFrom(year.autumn), ...year.codes)));

  it('a list is the one before with those who entered and without those who left', () => {
    fc.assert(
      fc.property(anyLists, (given) => {
        let before: string[] = [];
        for (const movement of movements(given, 'LOW_RESULTS')) {
          if (movement.entered && movement.stayed && movement.left) {
            expect([...movement.stayed, ...movement.left].sort()).toEqual(before);
            expect([...movement.stayed, ...movement.entered].sort()).toEqual(movement.listed);
          }
          before = movement.listed;
        }
      }),
    );
  });

  it('the history of a school says what the movements say', () => {
    fc.assert(
      fc.property(anyLists, fc.constantFrom('a', 'b', 'z'), (given, code) => {
        const history = listHistory(given, 'LOW_RESULTS', code);
        const all = movements(given, 'LOW_RESULTS');
        expect(history.years.map((year) => year.schoolYear)).toEqual(all.map((movement) => movement.schoolYear));
        for (const [index, { place }] of history.years.entries()) {
          expect(place === 'ENTERED').toBe(all[index]?.entered?.includes(code) ?? false);
          expect(place === 'LEFT').toBe(all[index]?.left?.includes(code) ?? false);
        }
        expect(history.yearsListed).toBe(all.filter((movement) => movement.listed.includes(code)).length);
      }),
    );
  });
});
