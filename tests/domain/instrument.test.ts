import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Applicability, applicableCriteria, applies, placedCriteria } from '../../lib/domain/instrument';
import { anyGrades, anyInstrument, instrumentOf, yesNo } from './arbitrary-cards';

describe('applies', () => {
  const schools = { primary: [1, 4], basic: [1, 9], full: [1, 11], senior: [10, 11], middle: [5, 8] } as const;
  const expected: Record<Applicability, (keyof typeof schools)[]> = {
    ALL: ['primary', 'basic', 'full', 'senior', 'middle'],
    PRIMARY: ['primary', 'basic', 'full'],
    GRADE7_11: ['basic', 'full', 'senior', 'middle'],
    GRADE9: ['basic', 'full'],
    GRADE11: ['full', 'senior'],
  };

  it('asks a school only about the grades that it teaches', () => {
    for (const applicability of Object.keys(expected) as Applicability[]) {
      const asked = Object.entries(schools).filter(([, [from, to]]) => applies(applicability, { from, to }));
      expect(
        asked.map(([name]) => name),
        applicability,
      ).toEqual(expected[applicability]);
    }
  });

  it('never asks less of a school that teaches more grades', () => {
    const applicability = fc.constantFrom(...(Object.keys(expected) as Applicability[]));
    fc.assert(
      fc.property(applicability, anyGrades, anyGrades, (given, a, b) => {
        const wider = { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
        if (applies(given, a)) expect(applies(given, wider)).toBe(true);
      }),
    );
  });
});

describe('criteria in the order of the card', () => {
  it('stand with their table and group', () => {
    const placed = placedCriteria(instrumentOf(yesNo('A'), yesNo('B')));
    expect(placed.map(({ table, group, criterion }) => [table.code, group.code, criterion.code])).toEqual([
      ['T1', 'T1G', 'A'],
      ['T1', 'T1G', 'B'],
    ]);
  });

  it('those that apply are the card without the rest, in the same order', () => {
    fc.assert(
      fc.property(anyInstrument, anyGrades, (instrument, grades) => {
        const asked = new Set(applicableCriteria(instrument, grades).map(({ criterion }) => criterion.code));
        const inOrder = placedCriteria(instrument).filter(({ criterion }) => asked.has(criterion.code));
        expect(applicableCriteria(instrument, grades)).toEqual(inOrder);
        for (const { criterion } of placedCriteria(instrument)) {
          expect(asked.has(criterion.code)).toBe(applies(criterion.applicability, grades));
        }
      }),
    );
  });
});
