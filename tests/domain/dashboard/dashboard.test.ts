import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupShares, mainGroups, schoolsBySum } from '@/lib/domain/dashboard/groups';
import { type MovingProgramme, stuckOf } from '@/lib/domain/dashboard/stuck';
import { schoolsByWork } from '@/lib/domain/dashboard/works';

const programme = (more: Partial<MovingProgramme>): MovingProgramme => ({
  ...{ status: 'DRAFT', dueOn: null, submittedOn: null, stages: [] },
  ...more,
});
const stage = (more: object = {}) => ({ title: 'I', dueOn: '2020-03-10', reportedOn: null, assessed: false, ...more });

describe('a programme that does not move', () => {
  it.each([
    ['a draft without a term', programme({}), null],
    ['a draft on its last day', programme({ dueOn: '2020-03-20' }), null],
    ['a draft the day after', programme({ dueOn: '2020-03-19' }), ['школа', '2020-03-20']],
    ['one returned', programme({ status: 'RETURNED', dueOn: '2020-03-01' }), ['школа', '2020-03-02']],
    ['one sent two weeks ago', programme({ status: 'SUBMITTED', submittedOn: '2020-03-06' }), ['МОЦ', '2020-03-20']],
    ['one sent a day later', programme({ status: 'SUBMITTED', submittedOn: '2020-03-07' }), null],
    ['a stage without a report', programme({ status: 'RUNNING', stages: [stage()] }), ['школа', '2020-03-11']],
    [
      'a report that nobody looked at',
      programme({ status: 'RUNNING', stages: [stage({ reportedOn: '2020-03-01' })] }),
      ['МОЦ', '2020-03-15'],
    ],
    [
      'a stage that was assessed',
      programme({ status: 'RUNNING', stages: [stage({ reportedOn: '2020-03-01', assessed: true })] }),
      null,
    ],
    ['a finished one', programme({ status: 'FINISHED', stages: [stage()] }), null],
  ] as const)('%s', (_, given, expected) => {
    const stuck = stuckOf(given, '2020-03-20');
    expect(stuck && [stuck.who, stuck.since]).toEqual(expected);
  });

  it('tells what is late for the longest time', () => {
    const stages = [stage({ title: 'II', dueOn: '2020-03-15' }), stage()];
    expect(stuckOf(programme({ status: 'RUNNING', stages }), '2020-03-20')?.what).toBe('Нет отчёта этапа «I»');
  });
});

describe('sums over schools', () => {
  it('are shares of what was possible, by group', () => {
    const shares = groupShares([
      [
        { group: 'ОГЭ', points: 2, maximum: 4 },
        { group: 'ЕГЭ', points: 0, maximum: 0 },
      ],
      [
        { group: 'ОГЭ', points: 1, maximum: 4 },
        { group: 'ЕГЭ', points: 0, maximum: 0 },
      ],
    ]);
    expect([...shares]).toEqual([
      ['ОГЭ', 37.5],
      ['ЕГЭ', null],
    ]);
  });

  it('count every school once', () => {
    expect(schoolsBySum([])).toEqual([]);
    expect(schoolsBySum([3, 1, 1])).toEqual([
      { sum: 0, schools: 0 },
      { sum: 1, schools: 2 },
      { sum: 2, schools: 0 },
      { sum: 3, schools: 1 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(40)), (sums) => {
        expect(schoolsBySum(sums).reduce((total, { schools }) => total + schools, 0)).toBe(sums.length);
      }),
    );
  });
});

describe('the groups that most points come from', () => {
  const groups = (...sums: number[]) => sums.map((negativeSum, at) => ({ code: String(at), negativeSum }));
  const codes = (...sums: number[]) => mainGroups(groups(...sums)).map(({ code }) => code);

  it('are the largest ones until more than half is told', () => {
    expect(codes(6, 1, 3)).toEqual(['0']);
    expect(codes(5, 0, 5)).toEqual(['0', '2']);
    expect(codes(1, 2, 2, 1)).toEqual(['1', '2']);
    expect(codes(0, 0)).toEqual([]);
    expect(codes()).toEqual([]);
  });

  it('hold more than half, and without the last of them they would not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (sums) => {
        const all = sums.reduce((sum, one) => sum + one, 0);
        const main = mainGroups(groups(...sums)).map(({ negativeSum }) => negativeSum);
        const told = main.reduce((sum, one) => sum + one, 0);
        expect(told * 2 > all).toBe(all > 0);
        expect((told - (main.at(-1) ?? 0)) * 2 <= all).toBe(true);
      }),
    );
  });
});

describe('schools by subject and grade', () => {
  const sign = (schoolId: string, subject: string, grade: number) => ({ schoolId, subject, grade });

  it('count a school once in each, however many signs it has there', () => {
    const found = [sign('a', 'Физика', 7), sign('a', 'Физика', 7), sign('a', 'Алгебра', 5), sign('b', 'Физика', 11)];
    expect(schoolsByWork(found)).toEqual({
      withSigns: 2,
      grades: [5, 7, 11],
      subjects: [
        { subject: 'Физика', schools: 2, cells: [0, 1, 1] },
        { subject: 'Алгебра', schools: 1, cells: [1, 0, 0] },
      ],
    });
    expect(schoolsByWork([])).toEqual({ withSigns: 0, grades: [], subjects: [] });
  });

  it('do not depend on the order of signs', () => {
    const one = fc.record({
      schoolId: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('Физика', 'Химия'),
      grade: fc.integer({ min: 4, max: 11 }),
    });
    fc.assert(
      fc.property(fc.array(one), (found) => {
        expect(schoolsByWork([...found].reverse())).toEqual(schoolsByWork(found));
      }),
    );
  });
});
