import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLate, readPartContent, reasonsNotToFinish, surveyFault } from '@/lib/domain/support/examination';
import {
  answeredCount,
  answerFault,
  DEFAULT_WORKBOOK,
  nextQuestionId,
  workbookSectionsSchema,
} from '@/lib/domain/support/workbook';

describe('an examination', () => {
  it('may finish when every part is held or cancelled and something was found', () => {
    const parts = [
      { kind: 'DOCUMENTS' as const, state: 'DONE' as const },
      { kind: 'VISIT' as const, state: 'CANCELLED' as const },
    ];
    expect(reasonsNotToFinish(parts, 1)).toEqual([]);
    expect(reasonsNotToFinish(parts, 0)).toHaveLength(1);
    expect(reasonsNotToFinish([...parts, { kind: 'SURVEY', state: 'DOING' }], 1)).toEqual([
      '«Психолого-педагогическое обследование» — идёт: проведите или отмените.',
    ]);
  });

  it('is late with a part from the day after its day until it is held or cancelled', () => {
    expect(isLate({ state: 'PLANNED', dueOn: '2019-12-20' }, '2019-12-20')).toBe(false);
    expect(isLate({ state: 'DOING', dueOn: '2019-12-20' }, '2019-12-21')).toBe(true);
    expect(isLate({ state: 'DONE', dueOn: '2019-12-20' }, '2020-01-01')).toBe(false);
    expect(isLate({ state: 'PLANNED', dueOn: null }, '2020-01-01')).toBe(false);
  });

  it('reads whatever was stored, and what is missing as empty', () => {
    expect(readPartContent('VISIT', {})).toEqual({ checklist: [], summary: '', actNumber: '', actDate: '' });
    expect(readPartContent('INTERVIEW', 'nonsense')).toMatchObject({ theme: '', minutes: '' });
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(readPartContent('DOCUMENTS', stored)).toHaveProperty('reports');
      }),
    );
  });
});

describe('numbers of the survey', () => {
  it.each([
    [{ pupils: 25, consents: 20, examined: 20, atRisk: 4 }, null],
    [{ pupils: 25, consents: 26, examined: 20, atRisk: 4 }, 'Согласий больше, чем учеников.'],
    [{ pupils: 25, consents: 20, examined: 21, atRisk: 4 }, 'Обследовано больше, чем получено согласий.'],
    [{ pupils: 25, consents: 20, examined: 20, atRisk: 21 }, 'В зоне внимания больше, чем обследовано.'],
    [{ pupils: 0, consents: 0, examined: 0, atRisk: 0 }, 'В классе без учеников обследовать некого.'],
    [{ pupils: 25.5, consents: 0, examined: 0, atRisk: 0 }, 'Числа должны быть целыми, от 0 до 99.'],
  ])('%o', (numbers, fault) => {
    expect(surveyFault({ className: '5А', ...numbers })).toBe(fault);
  });
});

describe('the workbook', () => {
  it('has a default that is valid and asks each question once', () => {
    expect(workbookSectionsSchema.parse(DEFAULT_WORKBOOK)).toEqual(DEFAULT_WORKBOOK);
    const ids = DEFAULT_WORKBOOK.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes an answer of the kind that the question asks for, or none', () => {
    const ask = (kind: 'YES_NO' | 'SCALE' | 'NUMBER' | 'TEXT') => ({ id: 'q', text: 'Вопрос', kind });
    for (const kind of ['YES_NO', 'SCALE', 'NUMBER', 'TEXT'] as const) expect(answerFault(ask(kind), '')).toBeNull();
    expect(answerFault(ask('YES_NO'), 'yes')).toBeNull();
    expect(answerFault(ask('YES_NO'), 'может быть')).not.toBeNull();
    expect(answerFault(ask('SCALE'), '5')).toBeNull();
    expect(answerFault(ask('SCALE'), '6')).not.toBeNull();
    expect(answerFault(ask('NUMBER'), '12')).toBeNull();
    expect(answerFault(ask('NUMBER'), '-1')).not.toBeNull();
  });

  it('counts what is answered and gives new questions codes that nobody has', () => {
    const [first] = DEFAULT_WORKBOOK;
    expect(answeredCount(DEFAULT_WORKBOOK, { [first?.questions[0]?.id ?? '']: 'да' }).answered).toBe(1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 }).map((n) => `q-${n}`)), (taken) => {
        expect(taken).not.toContain(nextQuestionId(taken));
      }),
    );
  });
});
