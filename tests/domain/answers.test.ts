import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  answerFault,
  answerWords,
  countedAnswer,
  isDefinite,
  normalAnswer,
  sameAnswer,
} from '../../lib/domain/answers';
import { anyAnswer, signCount, yesNo } from './arbitrary-cards';

const question = yesNo('Q');
const signs = signCount('S', ['S1', 'S2', 'S3']);

describe('answerFault', () => {
  it('takes what the criterion asks for, and no answer', () => {
    for (const answer of ['yes', 'no', 'na', null] as const) expect(answerFault(question, answer)).toBeNull();
    for (const answer of [null, [], ['S2'], ['S1', 'S1', 'S3']]) expect(answerFault(signs, answer)).toBeNull();
  });

  it('refuses a list for yes/no and words for signs', () => {
    expect(answerFault(question, [])).toMatch(/«да», «нет» или «не применимо»/);
    for (const answer of ['yes', 'no', 'na'] as const) expect(answerFault(signs, answer)).toMatch(/список/);
  });

  it('names the unknown signs and the known ones', () => {
    expect(answerFault(signs, ['S1', 'S9', 's2'])).toBe('Неизвестный признак: S9, s2. Допустимы: S1, S2, S3.');
  });
});

describe('normalAnswer', () => {
  it('lists each sign once in the order of the instrument', () => {
    expect(normalAnswer(signs, ['S3', 'S1', 'S3'])).toEqual(['S1', 'S3']);
    expect(normalAnswer(question, 'na')).toBe('na');
    expect(normalAnswer(signs, null)).toBeNull();
  });

  it('says the same as what was given', () => {
    fc.assert(
      fc.property(anyAnswer(signs), (answer) => {
        expect(sameAnswer(normalAnswer(signs, answer), answer)).toBe(true);
        expect(normalAnswer(signs, normalAnswer(signs, answer))).toEqual(normalAnswer(signs, answer));
      }),
    );
  });
});

describe('countedAnswer', () => {
  it('puts the verified answer above the declared one', () => {
    expect(countedAnswer({ declared: 'no', verified: 'yes' })).toEqual({ answer: 'yes', source: 'VERIFIED' });
    expect(countedAnswer({ declared: ['S1'], verified: [] })).toEqual({ answer: [], source: 'VERIFIED' });
    expect(countedAnswer({ declared: null, verified: 'na' })).toEqual({ answer: 'na', source: 'VERIFIED' });
  });

  it('takes the declared one where МОЦ verified nothing', () => {
    expect(countedAnswer({ declared: 'no' })).toEqual({ answer: 'no', source: 'DECLARED' });
    expect(countedAnswer({ declared: 'no', verified: null })).toEqual({ answer: 'no', source: 'DECLARED' });
    expect(countedAnswer({ declared: null })).toEqual({ answer: null, source: 'DECLARED' });
  });
});

describe('sameAnswer', () => {
  it('compares signs as sets', () => {
    expect(sameAnswer(['S1', 'S2'], ['S2', 'S1'])).toBe(true);
    expect(sameAnswer(['S1', 'S1'], ['S1'])).toBe(true);
    expect(sameAnswer(['S1', 'S1'], ['S1', 'S2'])).toBe(false);
    expect(sameAnswer([], null)).toBe(false);
    expect(sameAnswer([], 'no')).toBe(false);
    expect(sameAnswer('yes', 'yes')).toBe(true);
  });

  it('is an equivalence', () => {
    const any = anyAnswer(signs);
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(sameAnswer(a, a)).toBe(true);
        expect(sameAnswer(a, b)).toBe(sameAnswer(b, a));
        if (sameAnswer(a, b) && sameAnswer(b, c)) expect(sameAnswer(a, c)).toBe(true);
      }),
    );
  });
});

describe('what an answer says', () => {
  it('in words', () => {
    const answers: Answer[] = ['yes', 'no', 'na', null, [], ['S1', 'S4']];
    const words = ['да', 'нет', 'не применимо', 'нет ответа', 'признаков нет', 'признаки: S1, S4'];
    expect(answers.map(answerWords)).toEqual(words);
  });

  it('of the school: «нет» and no signs do, «не применимо» and no answer do not', () => {
    expect((['yes', 'no', [], ['S1']] satisfies Answer[]).every(isDefinite)).toBe(true);
    expect((['na', null] satisfies Answer[]).some(isDefinite)).toBe(false);
  });
});
