import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparedWithCity,
  distributionOf,
  flaggedShare,
  municipalStatistics,
} from '../../lib/domain/municipal-statistics';
import { scoreOf } from '../../lib/domain/scoring';
import { anyAnswers, anyGrades, anyInstrument, declared, FULL_SCHOOL, instrumentOf, yesNo } from './arbitrary-cards';

describe('distributionOf', () => {
  it('gives mean and quartiles of type 7', () => {
    // sorted 2 3 5 9 11 12: positions 1.25, 2.5, 3.75
    expect(distributionOf([12, 2, 9, 3, 11, 5])).toEqual({
      schools: 6,
      mean: 7,
      lowerQuartile: 3.5,
      median: 7,
      upperQuartile: 10.5,
    });
  });

  it('gives nothing below five schools', () => {
    expect(distributionOf([1, 2, 3, 4])).toBeNull();
    expect(distributionOf([])).toBeNull();
    expect(distributionOf([1, 2, 3, 4, 5])).toMatchObject({ schools: 5, mean: 3, median: 3 });
  });
});

describe('municipalStatistics', () => {
  const instrument = {
    tables: [
      {
        code: 'T1',
        title: 'Таблица 1',
        track: 'LOW_RESULTS' as const,
        groups: [
          { code: 'OGE', title: 'ОГЭ', criteria: [yesNo('A'), yesNo('B')] },
          { code: 'EGE', title: 'ЕГЭ', criteria: [yesNo('E', { applicability: 'GRADE11' })] },
        ],
      },
    ],
  };
  const basic = { from: 1, to: 9 };
  const scores = [
    scoreOf(instrument, basic, declared({ A: 'yes', B: 'yes' })),
    scoreOf(instrument, basic, declared({ A: 'yes', B: 'no' })),
    scoreOf(instrument, FULL_SCHOOL, declared({ A: 'no', B: 'no', E: 'yes' })),
    scoreOf(instrument, FULL_SCHOOL, declared({ A: 'no', B: 'no', E: 'no' })),
    scoreOf(instrument, FULL_SCHOOL, declared({ A: 'yes', B: 'yes', E: 'yes' })),
  ];

  it('counts each part over the schools that have it and hides what fewer than five have', () => {
    const statistics = municipalStatistics(instrument, scores);
    expect(statistics.schools).toBe(5);
    expect(statistics.tables[0]?.sum).toMatchObject({ mean: 1.4, lowerQuartile: 1, median: 1, upperQuartile: 2 });
    expect(statistics.tables[0]?.share).toMatchObject({ median: 0.5, upperQuartile: 1 });
    expect(statistics.groups.map((group) => [group.code, group.sum?.mean ?? null])).toEqual([
      ['OGE', 1],
      ['EGE', null],
    ]);
    expect(municipalStatistics(instrument, scores.slice(1)).total).toEqual({ sum: null, share: null });
  });

  it('parts stand in the order of the instrument and their means add up where all schools have them', () => {
    const city = anyInstrument.chain((given) =>
      fc.record({
        given: fc.constant(given),
        cards: fc.array(fc.record({ grades: anyGrades, answers: anyAnswers(given) }), { minLength: 5, maxLength: 12 }),
      }),
    );
    fc.assert(
      fc.property(city, ({ given, cards }) => {
        const all = cards.map((card) => scoreOf(given, card.grades, card.answers));
        const statistics = municipalStatistics(given, all);
        expect(statistics.tables.map((table) => table.code)).toEqual(given.tables.map((table) => table.code));
        const complete = statistics.tables.every((table) => table.sum?.schools === cards.length);
        if (complete) {
          const sum = statistics.tables.reduce((total, table) => total + (table.sum?.mean ?? 0), 0);
          expect(statistics.total.sum?.mean).toBeCloseTo(sum, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of nobody is nothing', () => {
    expect(municipalStatistics(instrumentOf(yesNo('A')), [])).toMatchObject({ schools: 0, total: { sum: null } });
  });
});

describe('shares and words', () => {
  it('the shares of the seed: 5 and 8 of 43 schools', () => {
    expect(flaggedShare(5, 43)).toBeCloseTo(0.1163, 4);
    expect(flaggedShare(8, 43)).toBeCloseTo(0.186, 3);
    expect(flaggedShare(0, 0)).toBeNull();
  });

  it('says where a school stands', () => {
    const city = distributionOf([2, 4, 6, 8, 10]);
    if (!city) throw new Error('five schools are enough');
    expect([9, 8, 4, 3].map((sum) => comparedWithCity(sum, city))).toEqual([
      'больше, чем у трёх четвертей школ муниципалитета',
      'как у средней половины школ муниципалитета',
      'как у средней половины школ муниципалитета',
      'меньше, чем у трёх четвертей школ муниципалитета',
    ]);
  });
});
