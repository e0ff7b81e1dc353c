import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causeFaults,
  cellFaults,
  cellKey,
  DEFAULT_CAUSES,
  failureReport,
  type KnownGroup,
  nextCauseCode,
  placeOfKey,
  typedPupils,
} from '@/lib/domain/failure-matrix';

const form = {
  causes: [
    { code: 'C01', text: 'Пробелы' },
    { code: 'C02', text: 'Пропуски' },
  ],
  subjects: ['Русский язык', 'Математика'],
  grades: { from: 5, to: 9 },
};
const group = (cause: string, grade: number, subject: string, pupils: number, hidden = false): KnownGroup => ({
  cause,
  grade,
  subject,
  pupils,
  hidden,
  schools: 1,
});

describe('a cell of the matrix', () => {
  it('is named by cause, grade and subject, whatever the subject is called', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), fc.string({ minLength: 1 }), (grade, subject) => {
        const place = { cause: 'C01', grade, subject };
        expect(placeOfKey(cellKey(place))).toEqual(place);
      }),
    );
    expect(placeOfKey('C01')).toBeNull();
  });

  it('takes whole numbers of pupils, an empty one is nobody', () => {
    expect(typedPupils(' 12 ')).toBe(12);
    expect(typedPupils('1 200')).toBe(1200);
    expect(typedPupils('')).toBeNull();
    expect(typedPupils('—')).toBeNull();
    for (const wrong of ['много', '3,5', '-2', '=1+1', '<script>']) expect(typedPupils(wrong)).toBeUndefined();
  });

  it('stands where the form has a place for it', () => {
    const cell = { cause: 'C01', grade: 5, subject: 'Математика', pupils: 7 };
    expect(cellFaults(form, [cell])).toEqual([]);
    const faults = cellFaults(form, [
      { ...cell, cause: 'C99' },
      { ...cell, subject: 'Астрономия' },
      { ...cell, grade: 4 },
      { ...cell, pupils: 1000 },
      { ...cell, pupils: -1 },
    ]);
    expect(faults.map(({ path }) => path)).toEqual([
      'C99|5|Математика',
      'C01|5|Астрономия',
      'C01|4|Математика',
      'C01|5|Математика',
      'C01|5|Математика',
    ]);
  });
});

describe('the report', () => {
  const groups = [
    group('C01', 5, 'Русский язык', 12),
    group('C01', 6, 'Русский язык', 0, true),
    group('C01', 6, 'Математика', 9),
    group('C02', 5, 'Математика', 6, true),
  ];

  it('adds shown groups by subject and by grade and counts the hidden ones', () => {
    const bySubject = failureReport(form, groups, 'subject');
    expect(bySubject.columns).toEqual(['Русский язык', 'Математика']);
    expect(bySubject.rows.map(({ cells, total }) => [...cells, total])).toEqual([
      [
        { pupils: 12, hidden: 1 },
        { pupils: 9, hidden: 0 },
        { pupils: 21, hidden: 1 },
      ],
      [
        { pupils: 0, hidden: 0 },
        { pupils: 6, hidden: 1 },
        { pupils: 6, hidden: 1 },
      ],
    ]);
    expect(bySubject.total).toEqual({ pupils: 27, hidden: 2 });
    const byGrade = failureReport(form, groups, 'grade');
    expect(byGrade.columns).toEqual(['5', '6']);
    expect(byGrade.columnTotals).toEqual([
      { pupils: 18, hidden: 1 },
      { pupils: 9, hidden: 1 },
    ]);
    expect(byGrade.total).toEqual(bySubject.total);
  });

  it('has the same sum by rows, by columns and in all', () => {
    const arbitrary = fc.array(
      fc.record({
        cause: fc.constantFrom('C01', 'C02'),
        grade: fc.integer({ min: 5, max: 9 }),
        subject: fc.constantFrom(...form.subjects),
        pupils: fc.integer({ min: 0, max: 300 }),
        hidden: fc.boolean(),
        schools: fc.constant(1),
      }),
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('subject' as const, 'grade' as const), (known, by) => {
        const report = failureReport(form, known, by);
        const sum = known.reduce((all, { pupils }) => all + pupils, 0);
        expect(report.total.pupils).toBe(sum);
        expect(report.rows.reduce((all, { total }) => all + total.pupils, 0)).toBe(sum);
        expect(report.columnTotals.reduce((all, { pupils }) => all + pupils, 0)).toBe(sum);
      }),
    );
  });
});

describe('the list of causes', () => {
  it('begins with eleven of our proposal and gives new codes that were never used', () => {
    expect(DEFAULT_CAUSES).toHaveLength(11);
    expect(causeFaults(DEFAULT_CAUSES)).toEqual([]);
    expect(nextCauseCode(DEFAULT_CAUSES)).toBe('C12');
  });

  it('names each cause once', () => {
    expect(causeFaults([])).toMatchObject([{ path: 'causes' }]);
    const twice = [...form.causes, { code: 'C03', text: ' пропуски ' }, { code: 'C04', text: ' ' }];
    expect(causeFaults(twice).map(({ path }) => path)).toEqual(['C03', 'C04']);
  });
});
