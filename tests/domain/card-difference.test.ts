import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardDifference } from '../../lib/domain/card-difference';
import { scoreOf } from '../../lib/domain/scoring';
import { anyAnswer, declared, FULL_SCHOOL, instrumentOf, signCount, yesNo } from './arbitrary-cards';

const instrument = instrumentOf(yesNo('A'), yesNo('B'), signCount('S', ['S1', 'S2', 'S3']), yesNo('C'));

describe('cardDifference', () => {
  it('lists what changed in the order of the card with its points', () => {
    const difference = cardDifference(
      instrument,
      { S: ['S1', 'S2'], A: 'no', B: 'yes', C: 'yes' },
      { C: 'yes', B: 'na', A: 'yes', S: ['S3'] },
    );
    expect(difference).toEqual({
      changes: [
        { criterion: 'A', text: 'Критерий A', from: 'no', to: 'yes', points: 1 },
        { criterion: 'B', text: 'Критерий B', from: 'yes', to: 'na', points: -1 },
        { criterion: 'S', text: 'Критерий S', from: ['S1', 'S2'], to: ['S3'], points: -1 },
      ],
      points: -1,
      unknown: [],
    });
  });

  it('a criterion that is not there was not answered', () => {
    expect(cardDifference(instrument, {}, { A: 'no', B: null }).changes).toEqual([
      { criterion: 'A', text: 'Критерий A', from: null, to: 'no', points: 0 },
    ]);
  });

  it('the same signs in another order are no change', () => {
    expect(cardDifference(instrument, { S: ['S1', 'S2'] }, { S: ['S2', 'S1'] }).changes).toEqual([]);
  });

  it('names the answers that this instrument does not ask for', () => {
    expect(cardDifference(instrument, { OLD: 'yes' }, { NEW: 'no', A: null }).unknown).toEqual(['NEW', 'OLD']);
  });

  const anyAnswers = fc.record({
    A: anyAnswer(yesNo('A')),
    B: anyAnswer(yesNo('B')),
    S: anyAnswer(signCount('S', ['S1', 'S2', 'S3'])),
  });

  it('its points are the change of the score; there and back cancel out', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (from, to) => {
        const sum = (answers: typeof from) => scoreOf(instrument, FULL_SCHOOL, declared(answers)).negativeSum;
        const there = cardDifference(instrument, from, to);
        const back = cardDifference(instrument, to, from);
        expect(there.points).toBe(sum(to) - sum(from));
        expect(there.points + back.points).toBe(0);
        expect(back.changes.map((change) => change.criterion)).toEqual(there.changes.map((change) => change.criterion));
        expect(cardDifference(instrument, from, from).changes).toEqual([]);
      }),
    );
  });
});
