import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '@/components/cards/answer-queue/card-fields';
import { arrived, departing, edited, emptyQueue } from '@/components/cards/answer-queue/queue-rules';
import { answerField, commentField, type QueueState } from '@/components/cards/answer-queue/queue-state';
import { type KeyPlace, meaningOfKey } from '@/components/cards/fill/answer-keys';
import { cardModel, groupToGoOn, isToCheck } from '@/components/cards/fill/card-model';
import { postedQueue } from '@/components/cards/fill/posted-answers';
import { savedInWords } from '@/components/cards/fill/save-status';
import { withoutSigns, withSign } from '@/components/cards/fill/sign-answer';
import { faultOfFile, LARGEST_FILE_BYTES } from '@/components/cards/fill/upload';
import type { Answer } from '@/lib/domain/answers';
import { type InstrumentDefinition, placedCriteria } from '@/lib/domain/instrument';
import { scoreOf } from '@/lib/domain/scoring';
import type { CardJson } from '@/lib/portal/cards/schema';
import { signCount, tableOf, yesNo } from './arbitrary-cards';

const instrument: InstrumentDefinition = {
  tables: [
    tableOf('T1', [yesNo('A1'), yesNo('A2'), signCount('S1', ['x', 'y', 'z'])]),
    tableOf('T2', [yesNo('B1'), yesNo('B2')]),
  ],
};
const codes = placedCriteria(instrument).map(({ criterion }) => criterion.code);
const grades = { from: 1, to: 11 };

function card(answers: Record<string, Answer> = {}, more: Partial<CardJson> = {}): CardJson {
  const all = Object.fromEntries(codes.map((code) => [code, answers[code] ?? null]));
  return {
    ...({} as CardJson),
    version: 3,
    grades,
    answers: all,
    declared: {},
    verified: {},
    counts: 'DECLARED',
    computed: {},
    comments: {},
    carriedOver: [],
    editable: true,
    unlocked: null,
    lockedReason: null,
    ...more,
  };
}
const queueOf = (one: CardJson) => emptyQueue(fieldsOf(one));

const criterionAnswers = fc.record({
  A1: fc.constantFrom<Answer>('yes', 'no', 'na', null),
  A2: fc.constantFrom<Answer>('yes', 'no', 'na', null),
  S1: fc.option(fc.subarray(['x', 'y', 'z']), { nil: null }) as fc.Arbitrary<Answer>,
  B1: fc.constantFrom<Answer>('yes', 'no', 'na', null),
  B2: fc.constantFrom<Answer>('yes', 'no', 'na', null),
});

describe('what the form shows', () => {
  it('is the score that the server will store, whatever still waits to be sent', () => {
    fc.assert(
      fc.property(criterionAnswers, criterionAnswers, (stored, written) => {
        const state = Object.entries(written).reduce(
          (queue, [code, value]) => edited(queue, { key: answerField(code), value, at: 1 }),
          queueOf(card(stored)),
        );
        const shown = cardModel(instrument, card(stored), state);
        const declared = Object.fromEntries(
          Object.entries(written).map(([code, answer]) => [code, { declared: answer }]),
        );
        expect(shown.score).toEqual(scoreOf(instrument, grades, declared));
        expect(shown.unanswered).toEqual(codes.filter((code) => (written as Record<string, Answer>)[code] === null));
      }),
    );
  });

  it('is what counts where МОЦ verified an answer, until the school answers otherwise', () => {
    const at = '2020-10-01T00:00:00.000Z';
    const verified = { A1: { answer: 'no' as const, reason: 'r', source: 's', by: 'b', at } };
    const one = card({ A1: 'no' }, { declared: { A1: 'yes' }, verified });
    const sumOf = (state: QueueState) => cardModel(instrument, one, state).score.negativeSum;
    expect(sumOf(queueOf(one))).toBe(0);
    expect(sumOf(edited(queueOf(one), { key: answerField('A1'), value: 'yes', at: 1 }))).toBe(1);
  });

  it('counts data above the school’s word where the campaign says so, and never above МОЦ’s', () => {
    const at = '2020-10-01T00:00:00.000Z';
    const ground = { reason: 'r', source: 's', by: 'b', at };
    const only = (answers: Record<string, Answer>) =>
      Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null));
    fc.assert(
      fc.property(criterionAnswers, criterionAnswers, criterionAnswers, (declared, found, checked) => {
        const computed = only(found);
        const verified = Object.fromEntries(
          Object.entries(only(checked)).map(([code, answer]) => [code, { ...ground, answer }]),
        );
        const people = { ...(declared as Record<string, Answer>), ...only(checked) };
        const shown = (counts: CardJson['counts']) => {
          const one = card(people, { counts, computed, verified });
          return cardModel(instrument, one, queueOf(one)).score;
        };
        const stored = (counts: CardJson['counts']) =>
          scoreOf(
            instrument,
            grades,
            Object.fromEntries(
              codes.map((code) => [
                code,
                {
                  declared: (declared as Record<string, Answer>)[code] ?? null,
                  verified: verified[code]?.answer,
                  ...(counts === 'COMPUTED' && { computed: computed[code] ?? null }),
                },
              ]),
            ),
          );
        for (const counts of ['DECLARED', 'COMPUTED'] as const) expect(shown(counts)).toEqual(stored(counts));
      }),
    );
  });

  it('names the answers that data contradict, until МОЦ has settled them', () => {
    const computed: Record<string, Answer> = { A1: 'yes', A2: 'no', S1: ['y', 'x'], B2: 'yes' };
    const answers: Record<string, Answer> = { A1: 'no', A2: 'no', S1: ['x', 'y'], B2: null };
    const one = card(answers, { computed });
    const state = queueOf(one);
    expect(cardModel(instrument, one, state).disagreeing).toEqual(['A1']);
    const signs = edited(state, { key: answerField('S1'), value: ['x'], at: 1 });
    expect(cardModel(instrument, one, signs).disagreeing).toEqual(['A1', 'S1']);
    const at = '2020-10-01T00:00:00.000Z';
    const settled = { ...one, verified: { A1: { answer: 'no' as const, reason: 'r', source: 's', by: 'b', at } } };
    expect(cardModel(instrument, settled, state).disagreeing).toEqual([]);
  });

  it('opens where something is left to do', () => {
    const goOn = (one: CardJson) => groupToGoOn(cardModel(instrument, one, queueOf(one)).groups);
    const [first, second] = cardModel(instrument, card(), queueOf(card())).groups.map(({ code }) => code);
    const whole: Record<string, Answer> = { A1: 'no', A2: 'no', S1: [], B1: 'no', B2: 'no' };
    expect(goOn(card())).toBe(first);
    expect(goOn(card({ ...whole, B2: null }))).toBe(second);
    expect(goOn(card(whole, { carriedOver: ['B1'] }))).toBe(second);
    expect(goOn(card(whole, { unlocked: ['B2'] }))).toBe(second);
    expect(goOn(card(whole))).toBe(first);
  });

  it('marks a carried-over answer until it is answered again', () => {
    const one = card({ B1: 'no' }, { carriedOver: ['B1'] });
    expect(isToCheck(one, queueOf(one), 'B1')).toBe(true);
    const confirmed = edited(queueOf(one), { key: answerField('B1'), value: 'no', at: 1, confirms: true });
    expect(isToCheck(one, confirmed, 'B1')).toBe(false);
  });

  it('says when it was saved', () => {
    const now = new Date('2020-10-05T11:40:00Z');
    expect(savedInWords(new Date('2020-10-05T11:32:00Z'), now)).toBe('Сохранено в\u00a014:32');
    expect(savedInWords(new Date('2020-10-04T11:32:00Z'), now)).toBe('Сохранено вчера в\u00a014:32');
    expect(savedInWords(null, now)).toBe('Ответы сохраняются сами');
  });
});

describe('keys', () => {
  const free: KeyPlace = { isTyping: false, isPressable: false, takesArrows: true };
  const press = (key: string, place: Partial<KeyPlace> = {}, answer: Answer = null) =>
    meaningOfKey(key, { ...free, ...place }, yesNo('A1'), answer);

  it('1, 2, 3 answer and Enter and arrows go on', () => {
    expect(['1', '2', '3'].map((key) => press(key))).toEqual([{ answer: 'yes' }, { answer: 'no' }, { answer: 'na' }]);
    expect(['Enter', 'ArrowDown', 'ArrowUp'].map((key) => press(key))).toEqual([
      { go: 'next' },
      { go: 'next' },
      { go: 'previous' },
    ]);
    expect(['4', '0', 'a', ' ', 'Tab', 'toString'].map((key) => press(key))).toEqual(Array(6).fill(null));
  });

  it('belong to the field while one types, to a button that is pressed, to the radio buttons', () => {
    for (const key of ['1', 'Enter', 'ArrowDown']) expect(press(key, { isTyping: true })).toBeNull();
    expect(press('Enter', { isPressable: true })).toBeNull();
    expect(press('ArrowDown', { takesArrows: false })).toBeNull();
    expect(press('2', { isPressable: true, takesArrows: false })).toEqual({ answer: 'no' });
  });

  it('tick signs by their number and 0 says that there are none', () => {
    const signs = signCount('S1', ['x', 'y', 'z']);
    const tick = (key: string, answer: Answer) => meaningOfKey(key, free, signs, answer);
    expect(tick('2', null)).toEqual({ answer: ['y'] });
    expect(tick('1', ['y'])).toEqual({ answer: ['y', 'x'] });
    expect(tick('2', ['y'])).toEqual({ answer: null });
    expect(tick('0', ['x', 'y'])).toEqual({ answer: [] });
    expect(tick('4', null)).toBeNull();
  });
});

describe('signs', () => {
  it('say «none» only explicitly', () => {
    expect(withSign(['x'], 'x')).toBeNull();
    expect(withSign([], 'x')).toEqual(['x']);
    expect(withoutSigns(null)).toEqual([]);
    expect(withoutSigns([])).toBeNull();
  });
});

describe('the form without JavaScript', () => {
  const seen = {
    version: 3,
    answers: { A1: 'no' as const, A2: null, S1: ['x'] },
    comments: { A1: '', A2: '', S1: '' },
  };
  const posted = (entries: [string, string][]) => {
    const form = new FormData();
    for (const [name, value] of entries) form.append(name, value);
    return postedQueue(seen, form, 1);
  };

  it('sends what differs from what the page showed', () => {
    const state = posted([
      ['answer.A1', 'no'],
      ['answer.A2', 'yes'],
      ['sign.S1', 'x'],
      ['sign.S1', 'z'],
      ['comment.A1', ' Приказ № 5 '],
      ['comment.A2', ''],
    ]);
    expect(departing(state)?.flight).toMatchObject({
      version: 3,
      edits: [
        { key: commentField('A1'), value: ' Приказ № 5 ' },
        { key: answerField('A2'), value: 'yes', basis: null },
        { key: answerField('S1'), value: ['x', 'z'], basis: ['x'] },
      ],
    });
  });

  it('overwrites nothing that was changed after the page was made', () => {
    const state = posted([
      ['answer.A1', 'yes'],
      ['answer.A2', 'yes'],
      ['none.S1', 'on'],
    ]);
    const current = fieldsOf(card({ A1: 'na', S1: ['x'] }, { version: 4 }));
    const met = arrived(departing(state)?.state ?? state, { kind: 'stale', current }, 2);
    expect(met.conflicts).toMatchObject([{ theirs: 'na', mine: { value: 'yes' } }]);
    expect(departing(met)?.flight).toMatchObject({ version: 4, edits: [{ value: 'yes' }, { value: [] }] });
  });
});

describe('a file before it is sent', () => {
  it('is refused in words by its ending and its size', () => {
    expect(faultOfFile({ name: 'Протокол.PDF', size: LARGEST_FILE_BYTES })).toBeNull();
    expect(faultOfFile({ name: 'Протокол.pdf', size: LARGEST_FILE_BYTES + 1 })).toContain('20 МБ');
    expect(faultOfFile({ name: 'архив.zip', size: 5 })).toContain('принимаются pdf');
    expect(faultOfFile({ name: 'безымянный', size: 5 })).toContain('принимаются pdf');
    expect(faultOfFile({ name: 'пусто.pdf', size: 0 })).toContain('пуст');
  });
});
