import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedOverAnswers } from '../../lib/domain/carry-over';
import { applies, placedCriteria } from '../../lib/domain/instrument';
import { anyCard, anyGrades, declared, FULL_SCHOOL, instrumentOf, signCount, yesNo } from './arbitrary-cards';

const stable = { stable: true };

describe('carriedOverAnswers', () => {
  it('carries over stable conditions only', () => {
    const instrument = instrumentOf(yesNo('SHIFTS', stable), yesNo('EXAM'), yesNo('PSYCHOLOGIST', stable));
    const answers = declared({ SHIFTS: 'yes', EXAM: 'yes', PSYCHOLOGIST: 'no' });
    expect(carriedOverAnswers(instrument, FULL_SCHOOL, { instrument, answers })).toEqual({
      SHIFTS: 'yes',
      PSYCHOLOGIST: 'no',
    });
  });

  it('carries over what counted: verified above declared', () => {
    const instrument = instrumentOf(yesNo('A', stable));
    const answers = { A: { declared: 'no', verified: 'yes' } } as const;
    expect(carriedOverAnswers(instrument, FULL_SCHOOL, { instrument, answers })).toEqual({ A: 'yes' });
  });

  it('never carries over signs, a missing answer or a criterion that does not apply', () => {
    const instrument = instrumentOf(
      signCount('S', ['S1'], stable),
      yesNo('NEVER', stable),
      yesNo('SENIOR', { ...stable, applicability: 'GRADE11' }),
    );
    const answers = declared({ S: ['S1'], NEVER: null, SENIOR: 'yes' });
    expect(carriedOverAnswers(instrument, { from: 1, to: 9 }, { instrument, answers })).toEqual({});
  });

  it('never carries over an answer to another question under the same code', () => {
    const before = instrumentOf(yesNo('A', { ...stable, text: 'Есть психолог' }), signCount('B', ['S1'], stable));
    const now = instrumentOf(yesNo('A', { ...stable, text: 'Нет психолога' }), yesNo('B', stable));
    const earlier = { instrument: before, answers: declared({ A: 'yes', B: ['S1'] }) };
    expect(carriedOverAnswers(now, FULL_SCHOOL, earlier)).toEqual({});
  });

  it('spacing of the wording does not matter, nor does another group or explanation', () => {
    const before = instrumentOf(yesNo('A', { ...stable, text: 'Две  смены ', help: 'старое' }));
    const now = instrumentOf(yesNo('B'), yesNo('A', { ...stable, text: 'Две\u00a0смены', help: 'новое' }));
    const earlier = { instrument: before, answers: declared({ A: 'na' }) };
    expect(carriedOverAnswers(now, FULL_SCHOOL, earlier)).toEqual({ A: 'na' });
  });

  it('gives only answers that the criterion takes and that the school is asked', () => {
    fc.assert(
      fc.property(anyCard, anyGrades, ({ instrument, answers }, grades) => {
        const carried = carriedOverAnswers(instrument, grades, { instrument, answers });
        const criteria = new Map(placedCriteria(instrument).map(({ criterion }) => [criterion.code, criterion]));
        for (const [code, answer] of Object.entries(carried)) {
          const criterion = criteria.get(code);
          expect(criterion?.stable && criterion.type === 'YES_NO' && applies(criterion.applicability, grades)).toBe(
            true,
          );
          expect(['yes', 'no', 'na']).toContain(answer);
        }
      }),
    );
  });
});
