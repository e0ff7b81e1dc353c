import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOnlyBy, partOf, pointsOnlyOn, rescored } from '../../lib/domain/rescoring';
import { type StoredAnswers, scoreOf } from '../../lib/domain/scoring';
import {
  anyCard,
  anyTwoVersions,
  declared,
  FULL_SCHOOL,
  instrumentOf,
  signCount,
  tableOf,
  yesNo,
} from './arbitrary-cards';

const old = instrumentOf(yesNo('A'), yesNo('B'), signCount('S', ['S1', 'S2']), yesNo('KIND'));
const next = instrumentOf(yesNo('A'), signCount('S', ['S2', 'S3']), yesNo('N'), signCount('KIND', ['X']));
const card = {
  instrument: old,
  grades: FULL_SCHOOL,
  answers: declared({ A: 'yes', B: 'yes', S: ['S1', 'S2'], KIND: 'yes' }),
};

describe('a card under another version, worked by hand', () => {
  it('keeps what both versions ask, names the rest', () => {
    const under = rescored(card, next);
    expect([under.score.negativeSum, under.score.maximum]).toEqual([2, 5]);
    expect(under.score.points.map((point) => point.sign ?? point.criterion)).toEqual(['A', 'S2']);
    expect(under.unanswerable).toEqual([
      { code: 'S', text: 'Критерий S', tableCode: 'T1', signs: ['S3'], maximum: 1 },
      { code: 'N', text: 'Критерий N', tableCode: 'T1', maximum: 1 },
      { code: 'KIND', text: 'Критерий KIND', tableCode: 'T1', maximum: 1 },
    ]);
    expect(under.dropped).toEqual([
      { code: 'B', text: 'Критерий B', tableCode: 'T1', maximum: 1, points: 1 },
      { code: 'S', text: 'Критерий S', tableCode: 'T1', signs: ['S1'], maximum: 1, points: 1 },
      { code: 'KIND', text: 'Критерий KIND', tableCode: 'T1', maximum: 1, points: 1 },
    ]);
  });

  it('an answer to a question of another kind is no answer, not even «не применимо»', () => {
    const marked = { ...card, answers: declared({ KIND: 'na' }) };
    expect(rescored(marked, next).score.maximum).toBe(5);
  });

  it('keeps what МОЦ verified', () => {
    const verified: StoredAnswers = {
      S: { declared: ['S1'], verified: ['S2'] },
      A: { declared: 'no', verified: null },
    };
    expect(rescored({ ...card, answers: verified }, next).score.points).toEqual([
      { criterion: 'S', sign: 'S2', points: 1, source: 'VERIFIED' },
    ]);
  });

  it('a criterion that the old version did not ask of this school has no answer', () => {
    const narrow = instrumentOf(yesNo('A', { applicability: 'GRADE11' }));
    const wide = instrumentOf(yesNo('A'));
    const basic = { instrument: narrow, grades: { from: 1, to: 9 }, answers: declared({ A: 'yes' }) };
    expect(rescored(basic, wide)).toMatchObject({
      score: { negativeSum: 0, maximum: 1 },
      unanswerable: [{ code: 'A' }],
    });
  });

  it('a criterion that went to another table has no counterpart within its table, but has one on the whole card', () => {
    const moved = { tables: [tableOf('T1', [yesNo('A')]), tableOf('T2', [yesNo('B')])] };
    const grades = FULL_SCHOOL;
    expect(askedOnlyBy(instrumentOf(yesNo('A'), yesNo('B')), moved, grades)).toEqual([]);
    expect(askedOnlyBy(instrumentOf(yesNo('A'), yesNo('B')), moved, grades, 'T1').map(({ code }) => code)).toEqual([
      'B',
    ]);
  });
});

describe('properties', () => {
  it('under its own version a card scores as it did and nothing is without counterpart', () => {
    fc.assert(
      fc.property(anyCard, (filled) => {
        const under = rescored(filled, filled.instrument);
        expect(under.score).toEqual(scoreOf(filled.instrument, filled.grades, filled.answers));
        expect([...under.unanswerable, ...under.dropped]).toEqual([]);
      }),
    );
  });

  it('own sum − points dropped = sum under the other version, over the card and in each table', () => {
    fc.assert(
      fc.property(anyTwoVersions, ({ earlier, later }) => {
        const under = rescored(earlier, later.instrument);
        const lost = under.dropped.reduce((sum, part) => sum + part.points, 0);
        const own = scoreOf(earlier.instrument, earlier.grades, earlier.answers);
        expect(under.score.negativeSum).toBe(own.negativeSum - lost);
        for (const part of pointsOnlyOn(earlier, later.instrument))
          expect(part.points).toBeLessThanOrEqual(part.maximum);
      }),
    );
  });

  it('the whole is the sum of the tables', () => {
    fc.assert(
      fc.property(anyCard, ({ instrument, grades, answers }) => {
        const score = scoreOf(instrument, grades, answers);
        const tables = instrument.tables.map((table) => partOf(score, table.code).negativeSum);
        expect(tables.reduce((sum, part) => sum + part, 0)).toBe(partOf(score).negativeSum);
        expect(partOf(score, 'нет такой')).toEqual({ negativeSum: 0, maximum: 0 });
      }),
    );
  });
});
