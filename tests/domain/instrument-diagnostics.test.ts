import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../lib/domain/answers';
import { placedCriteria } from '../../lib/domain/instrument';
import {
  type CriterionDiagnosis,
  DIAGNOSTIC_SETTINGS,
  type DiagnosedCard,
  diagnoseInstrument,
  diagnosisWords,
} from '../../lib/domain/instrument-diagnostics';
import { anyAnswer, anyGrades, anyInstrument, FULL_SCHOOL, instrumentOf, signCount, yesNo } from './arbitrary-cards';

/** Cards of full schools, made by what each of them answers. */
function cardsOf(count: number, answers: (card: number) => Record<string, Answer>): DiagnosedCard[] {
  return Array.from({ length: count }, (_, card) => ({ grades: FULL_SCHOOL, answers: answers(card) }));
}

const when = (fires: boolean): Answer => (fires ? 'yes' : 'no');

function found(diagnoses: CriterionDiagnosis[]) {
  return Object.fromEntries(diagnoses.map((diagnosis) => [diagnosis.code, diagnosis.findings]));
}

describe('worked by hand', () => {
  it('never, always, and the share between', () => {
    const instrument = instrumentOf(yesNo('NEVER'), yesNo('ALWAYS'), yesNo('A'), yesNo('B'));
    const cards = cardsOf(24, (i) => ({ NEVER: 'no', ALWAYS: 'yes', A: when(i < 12), B: when(i < 8) }));
    const diagnoses = diagnoseInstrument(instrument, cards);
    expect(found(diagnoses)).toEqual({ NEVER: ['NEVER_FIRES'], ALWAYS: ['ALWAYS_FIRES'], A: [], B: [] });
    expect(diagnoses[2]).toMatchObject({ cards: 24, fires: 12, share: 0.5, tableCode: 'T1', groupCode: 'T1G' });
    expect(diagnoses.slice(0, 2).map((diagnosis) => diagnosis.restCorrelation)).toEqual([null, null]);
  });

  it('says nothing of too few cards', () => {
    const instrument = instrumentOf(yesNo('A'), yesNo('E', { applicability: 'GRADE11' }));
    const basic = cardsOf(5, () => ({ A: 'yes' })).map((card) => ({ ...card, grades: { from: 1, to: 9 } }));
    const cards = [...cardsOf(19, () => ({ A: 'no', E: 'yes' })), ...basic];
    expect(found(diagnoseInstrument(instrument, cards)).E).toEqual(['TOO_FEW']);
    expect(diagnoseInstrument(instrument, cards)[1]).toMatchObject({ cards: 19, fires: 19 });
  });

  it('«не применимо» and no answer are not cards of the criterion', () => {
    const cards = cardsOf(30, (i) => ({ A: i < 5 ? 'na' : i < 10 ? null : 'yes' }));
    expect(diagnoseInstrument(instrumentOf(yesNo('A')), cards)[0]).toMatchObject({ cards: 20, fires: 20 });
  });

  it('a criterion that fires on the same cards is a duplicate of the other, both ways', () => {
    const instrument = instrumentOf(yesNo('A'), yesNo('COPY'), yesNo('OTHER'));
    const cards = cardsOf(40, (i) => ({ A: when(i < 10), COPY: when(i < 10), OTHER: when(i % 3 === 0) }));
    const diagnoses = diagnoseInstrument(instrument, cards);
    expect(diagnoses.map((d) => d.duplicates.map((other) => other.code))).toEqual([['COPY'], ['A'], []]);
    expect(diagnoses[0]?.duplicates[0]).toMatchObject({ cards: 40 });
    expect(diagnoses[0]?.duplicates[0]?.phi).toBeCloseTo(1, 9);
  });

  it('phi of 0.9 is enough: 10 and 11 of 40 with 10 in common is 290/√95700 = 0.937, 10 and 13 is 270/√105300 = 0.832', () => {
    const pair = (second: number) => {
      const cards = cardsOf(40, (i) => ({ A: when(i < 10), B: when(i < second) }));
      return diagnoseInstrument(instrumentOf(yesNo('A'), yesNo('B')), cards)[0]?.duplicates;
    };
    expect(pair(11)?.[0]?.phi).toBeCloseTo(290 / Math.sqrt(95_700), 9);
    expect(pair(13)).toEqual([]);
  });

  it('four common schools prove no repetition, nor do two criteria that never fire', () => {
    const rare = cardsOf(40, (i) => ({ A: when(i < 4), B: when(i < 4), C: 'no', D: 'no' }));
    const diagnoses = diagnoseInstrument(instrumentOf(yesNo('A'), yesNo('B'), yesNo('C'), yesNo('D')), rare);
    expect(diagnoses.flatMap((diagnosis) => diagnosis.duplicates)).toEqual([]);
  });

  it('fifteen common cards prove no repetition', () => {
    const cards = cardsOf(15, (i) => ({ A: when(i < 7), B: when(i < 7) }));
    expect(diagnoseInstrument(instrumentOf(yesNo('A'), yesNo('B')), cards)[0]?.duplicates).toEqual([]);
  });

  it('two that always fire say the same, although phi is not defined', () => {
    const cards = cardsOf(20, () => ({ A: 'yes', B: 'yes' }));
    expect(diagnoseInstrument(instrumentOf(yesNo('A'), yesNo('B')), cards)[0]?.duplicates).toEqual([
      { code: 'B', phi: null, cards: 20 },
    ]);
  });

  it('a criterion that fires regardless of the others is noise', () => {
    const instrument = instrumentOf(yesNo('A'), yesNo('B'), yesNo('C'), yesNo('COIN'));
    const cards = cardsOf(40, (i) => ({ A: when(i < 20), B: when(i < 16), C: when(i < 24), COIN: when(i % 2 === 0) }));
    const diagnoses = diagnoseInstrument(instrument, cards);
    expect(found(diagnoses)).toEqual({ A: [], B: [], C: [], COIN: ['NOISE'] });
    expect(diagnoses[3]?.restCorrelation).toBeCloseTo(0, 9);
  });

  it('signs count by their number against the rest', () => {
    const signs = ['S1', 'S2', 'S3', 'S4'];
    const instrument = instrumentOf(yesNo('A'), yesNo('B'), signCount('S', signs));
    const cards = cardsOf(40, (i) => ({
      A: when(i < 20),
      B: when(i < 10),
      S: signs.slice(0, i < 10 ? 4 : i < 20 ? 2 : 0),
    }));
    const diagnosis = diagnoseInstrument(instrument, cards)[2];
    expect(diagnosis).toMatchObject({ fires: 20, findings: ['DUPLICATE'] });
    expect(diagnosis?.restCorrelation).toBeCloseTo(1, 9);
  });

  it('the rest is that of the own table', () => {
    const [first] = instrumentOf(yesNo('A')).tables;
    const [second] = instrumentOf(yesNo('B')).tables;
    if (!first || !second) throw new Error('no table');
    const cards = cardsOf(40, (i) => ({ A: when(i < 20), B: when(i < 20) }));
    const diagnoses = diagnoseInstrument({ tables: [first, { ...second, code: 'T2' }] }, cards);
    expect(diagnoses.map((diagnosis) => diagnosis.restCorrelation)).toEqual([null, null]);
  });

  it('says what was found in Russian', () => {
    const instrument = instrumentOf(yesNo('NEVER'), yesNo('A'), yesNo('B'), yesNo('COIN'));
    const cards = cardsOf(40, (i) => ({
      NEVER: 'no',
      A: when(i < 20),
      B: when(i < 20),
      COIN: when(i % 2 === 0),
    }));
    const words = diagnoseInstrument(instrument, cards).map((d) => diagnosisWords(d).replaceAll('\u00a0', ' '));
    expect(words).toEqual([
      'Не сработал ни разу, карт 40: школ он не различает.',
      'Срабатывает там же, где B: один недостаток считается дважды.',
      'Срабатывает там же, где A: один недостаток считается дважды.',
      'Связи с остальными критериями таблицы почти нет (r = 0,00), срабатывает в 50,0 % карт.',
    ]);
    const few = diagnoseInstrument(instrument, cards.slice(0, 3)).map(diagnosisWords);
    expect(few[0]?.replaceAll('\u00a0', ' ')).toBe('Данных недостаточно: карт с определённым ответом 3.');
  });
});

describe('properties', () => {
  const anyCity = anyInstrument.chain((instrument) => {
    const criteria = placedCriteria(instrument).map(({ criterion }) => criterion);
    const answers = fc.record(Object.fromEntries(criteria.map((criterion) => [criterion.code, anyAnswer(criterion)])));
    const cards = fc.array(fc.record({ grades: anyGrades, answers }), { maxLength: 40 });
    return fc.record({ instrument: fc.constant(instrument), cards });
  });

  it('counts are within bounds, repetition is mutual, too few cards say nothing', () => {
    fc.assert(
      fc.property(anyCity, ({ instrument, cards }) => {
        const diagnoses = diagnoseInstrument(instrument, cards, { ...DIAGNOSTIC_SETTINGS, minimumCards: 5 });
        const byCode = new Map(diagnoses.map((diagnosis) => [diagnosis.code, diagnosis]));
        expect(diagnoses).toHaveLength(placedCriteria(instrument).length);
        for (const diagnosis of diagnoses) {
          expect(diagnosis.fires).toBeLessThanOrEqual(diagnosis.cards);
          expect(diagnosis.cards).toBeLessThanOrEqual(cards.length);
          for (const other of diagnosis.duplicates) {
            expect(byCode.get(other.code)?.duplicates.map(({ code }) => code)).toContain(diagnosis.code);
          }
          if (diagnosis.cards < 5) expect(diagnosis.findings).toEqual(['TOO_FEW']);
          const r = diagnosis.restCorrelation;
          if (r !== null) expect(Math.abs(r)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
