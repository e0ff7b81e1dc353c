import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerRecord, explainPoints } from '../../lib/domain/point-explanation';
import { scoreOf } from '../../lib/domain/scoring';
import { anyCard, FULL_SCHOOL, instrumentOf, signCount, yesNo } from './arbitrary-cards';

const instrument = instrumentOf(yesNo('A'), yesNo('B'), signCount('S', ['S1', 'S2']));
const submitted = new Date('2020-10-12T09:00:00Z');
const checked = new Date('2020-10-20T11:30:00Z');
const record = (more: Partial<AnswerRecord>): AnswerRecord => ({
  declared: 'yes',
  declaredBy: 'Директор',
  declaredAt: submitted,
  verified: null,
  computed: null,
  disputes: [],
  ...more,
});
const verified = { answer: 'yes' as const, by: 'Методист', at: checked, reason: 'Итоги ОГЭ', source: 'Протокол № 4' };

const records = {
  A: record({}),
  B: record({ declared: 'no', verified }),
  S: record({ declared: ['S1', 'S2'], disputes: [{ sign: 'S2', status: 'OPEN' }] }),
};
const answers = {
  A: { declared: 'yes' as const },
  B: { declared: 'no' as const, verified: 'yes' as const },
  S: { declared: ['S1', 'S2'] },
};
const explanations = explainPoints(instrument, scoreOf(instrument, FULL_SCHOOL, answers), records);

describe('explainPoints', () => {
  it('names criterion, answer, source, person and date of a declared point', () => {
    expect(explanations[0]).toEqual({
      criterion: 'A',
      points: 1,
      source: 'DECLARED',
      tableTitle: 'Таблица T1',
      groupTitle: 'Группа T1',
      criterionText: 'Критерий A',
      signText: null,
      answer: 'да',
      sourceName: 'ответ школы',
      person: 'Директор',
      at: submitted,
      ground: null,
      declared: null,
      contradiction: null,
      disputed: false,
    });
  });

  it('says of a computed point when it was computed, and what the school had declared', () => {
    const computedAt = new Date('2020-10-15T09:00:00Z');
    const known = { ...records, A: record({ declared: 'no', computed: { answer: 'yes', data: 'ОГЭ', computedAt } }) };
    const counted = { ...answers, A: { declared: 'no' as const, computed: 'yes' as const } };
    const [first] = explainPoints(instrument, scoreOf(instrument, FULL_SCHOOL, counted), known);
    expect(first).toMatchObject({
      answer: 'да',
      source: 'COMPUTED',
      sourceName: 'рассчитано по данным',
      person: null,
      at: computedAt,
      ground: null,
      declared: 'нет',
      contradiction: null,
    });
  });

  it('says beside any other point where data contradict it', () => {
    const computed = { answer: 'no' as const, data: 'ОГЭ', computedAt: checked };
    const known = { ...records, A: record({ computed }), B: record({ declared: 'no', verified, computed }) };
    const explained = explainPoints(instrument, scoreOf(instrument, FULL_SCHOOL, answers), known);
    expect(explained.slice(0, 2).map(({ contradiction }) => contradiction)).toEqual([
      'По\u00a0данным ОГЭ: нет',
      'По\u00a0данным ОГЭ: нет',
    ]);
  });

  it('shows the ground of a verified point beside what was declared', () => {
    expect(explanations[1]).toMatchObject({
      answer: 'да',
      sourceName: 'проверено МОЦ',
      person: 'Методист',
      at: checked,
      ground: { reason: 'Итоги ОГЭ', source: 'Протокол № 4' },
      declared: 'нет',
    });
  });

  it('explains each sign and marks only the contested one', () => {
    expect(
      explanations.slice(2).map(({ sign, signText, answer, disputed }) => [sign, signText, answer, disputed]),
    ).toEqual([
      ['S1', 'Признак S1', 'признаки: S1, S2', false],
      ['S2', 'Признак S2', 'признаки: S1, S2', true],
    ]);
  });

  it('an open dispute of the criterion concerns all its points, a decided one none', () => {
    const disputedPoints = (disputes: AnswerRecord['disputes']) =>
      explainPoints(instrument, scoreOf(instrument, FULL_SCHOOL, answers), { ...records, S: record({ disputes }) })
        .filter((point) => point.disputed)
        .map((point) => point.sign);
    expect(disputedPoints([{ sign: null, status: 'OPEN' }])).toEqual(['S1', 'S2']);
    expect(
      disputedPoints([
        { sign: null, status: 'REJECTED' },
        { sign: 'S1', status: 'UPHELD' },
      ]),
    ).toEqual([]);
  });

  it('explains every point of every card, whatever is recorded of it', () => {
    fc.assert(
      fc.property(anyCard, ({ instrument: any, grades, answers: given }) => {
        const score = scoreOf(any, grades, given);
        const explained = explainPoints(any, score, {});
        expect(explained.map(({ criterion, sign }) => [criterion, sign])).toEqual(
          score.points.map(({ criterion, sign }) => [criterion, sign]),
        );
        for (const point of explained) expect(point.signText === null).toBe(point.sign === undefined);
      }),
    );
  });
});
