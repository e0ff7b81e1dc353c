import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSplitWords, splitChange } from '../../lib/domain/change-split';
import { placedCriteria } from '../../lib/domain/instrument';
import { type FilledCard, partOf, rescored } from '../../lib/domain/rescoring';
import { scoreOf } from '../../lib/domain/scoring';
import { anyCard, anyTwoVersions, declared, FULL_SCHOOL, instrumentOf, signCount, yesNo } from './arbitrary-cards';

const cardOf = (instrument: FilledCard['instrument'], answers: Parameters<typeof declared>[0]): FilledCard => ({
  instrument,
  grades: FULL_SCHOOL,
  answers: declared(answers),
});
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('worked by hand', () => {
  it('a new criterion is the method, a changed answer is the school', () => {
    const earlier = cardOf(instrumentOf(yesNo('A'), yesNo('B')), { A: 'yes', B: 'no' });
    const later = cardOf(instrumentOf(yesNo('A'), yesNo('B'), yesNo('N')), { A: 'yes', B: 'yes', N: 'yes' });
    const split = splitChange(earlier, later);
    expect(split).toMatchObject({ earlierSum: 1, laterSum: 3, change: 2, school: 1, method: 1, notAskedAgain: [] });
    expect(words(changeSplitWords(split))).toBe(
      'Сумма изменилась на +2: школа +1, методика +1. Сравнить нельзя: впервые спрошено: 1 критерий.',
    );
  });

  it('a dropped criterion is the method: the school did not get better by it', () => {
    const earlier = cardOf(instrumentOf(yesNo('A'), yesNo('OLD')), { A: 'yes', OLD: 'yes' });
    const later = cardOf(instrumentOf(yesNo('A')), { A: 'yes' });
    const split = splitChange(earlier, later);
    expect(split).toMatchObject({ change: -1, school: 0, method: -1 });
    expect(split.notAskedAgain).toEqual([
      { code: 'OLD', text: 'Критерий OLD', tableCode: 'T1', maximum: 1, points: 1 },
    ]);
  });

  it('a new sign is the method, a known one the school', () => {
    const earlier = cardOf(instrumentOf(signCount('S', ['S1', 'S2'])), { S: ['S2'] });
    const later = cardOf(instrumentOf(signCount('S', ['S1', 'S9'])), { S: ['S1', 'S9'] });
    expect(splitChange(earlier, later)).toMatchObject({ change: 1, school: 1, method: 0 });
  });

  it('a school that lost its senior classes changed itself', () => {
    const version = instrumentOf(yesNo('A'), yesNo('E', { applicability: 'GRADE11' }));
    const earlier = cardOf(version, { A: 'yes', E: 'yes' });
    const later = { ...cardOf(version, { A: 'yes' }), grades: { from: 1, to: 9 } };
    expect(splitChange(earlier, later)).toMatchObject({ change: -1, school: -1, method: 0 });
  });

  it('without a change of version all is the school', () => {
    const version = instrumentOf(yesNo('A'), yesNo('B'));
    const split = splitChange(cardOf(version, { A: 'yes' }), cardOf(version, { A: 'no', B: 'no' }));
    expect(split).toMatchObject({ change: -1, school: -1, method: 0, newlyAsked: [], notAskedAgain: [] });
    expect(words(changeSplitWords(split))).toBe('Сумма изменилась на −1: школа −1, методика 0.');
  });
});

describe('properties', () => {
  it('the parts make up the change exactly, on the card and in a table', () => {
    fc.assert(
      fc.property(anyTwoVersions, fc.constantFrom(undefined, 'T0', 'T1'), ({ earlier, later }, table) => {
        const split = splitChange(earlier, later, table);
        expect(split.school + split.method).toBe(split.change);
        expect(split.change).toBe(
          partOf(scoreOf(later.instrument, later.grades, later.answers), table).negativeSum -
            partOf(scoreOf(earlier.instrument, earlier.grades, earlier.answers), table).negativeSum,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('two years of one version: the school alone', () => {
    const twoYears = anyCard.chain((card) => fc.tuple(fc.constant(card), fc.constant({ ...card, answers: {} })));
    fc.assert(
      fc.property(twoYears, ([earlier, later]) => {
        expect(splitChange(earlier, later).method).toBe(0);
        expect(splitChange(later, earlier).method).toBe(0);
      }),
    );
  });

  it('there and back again has the opposite parts', () => {
    fc.assert(
      fc.property(anyTwoVersions, ({ earlier, later }) => {
        const there = splitChange(earlier, later);
        const back = splitChange(later, earlier);
        expect(there.school + back.school).toBe(0);
        expect(there.method + back.method).toBe(0);
      }),
    );
  });

  it('where nothing was dropped, the school part is the difference of both years under the old version', () => {
    const extended = anyCard.chain((card) =>
      fc.nat(3).map((more) => {
        const added = Array.from({ length: more }, (_, index) => yesNo(`NEW${index}`));
        const instrument = { tables: [...card.instrument.tables, ...instrumentOf(...added).tables] };
        const answers = { ...card.answers, ...declared(Object.fromEntries(added.map(({ code }) => [code, 'yes']))) };
        return { earlier: { ...card, answers: {} }, later: { ...card, instrument, answers } };
      }),
    );
    fc.assert(
      fc.property(extended, ({ earlier, later }) => {
        const split = splitChange(earlier, later);
        const byOld = (card: FilledCard) => rescored(card, earlier.instrument).score.negativeSum;
        expect(split.school).toBe(byOld(later) - byOld(earlier));
        expect(split.method).toBe(split.laterSum - byOld(later));
        expect(placedCriteria(later.instrument).length).toBeGreaterThanOrEqual(split.newlyAsked.length);
      }),
    );
  });
});
