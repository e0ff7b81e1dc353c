import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftTemplate, draftsFrom, isOverdue, mayBecome } from '@/lib/domain/support/recommendation';
import { DEFAULT_FACTORS, dictionaryFaults, hintsAt, proposedSignificance } from '@/lib/domain/support/risk';

describe('significance of a risk', () => {
  const hints = { hints: ['T1.OGE'] };
  const criteria = (...points: number[]) => points.map((value, at) => ({ code: `T1.OGE.0${at + 1}`, points: value }));

  it.each([
    [criteria(1, 1, 1, 0, 0), 'HIGH'],
    [criteria(1, 1, 0, 0, 0), 'MEDIUM'],
    [criteria(1, 0, 0, 0, 0), 'LOW'],
    [criteria(0, 0), 'NONE'],
  ])('is proposed from the share of hinting criteria with points', (given, significance) => {
    expect(proposedSignificance(hints, given)?.significance).toBe(significance);
  });

  it('is not proposed where the card says nothing', () => {
    expect(proposedSignificance(hints, [{ code: 'T1.EGE.01', points: 1 }])).toBeNull();
  });

  it('is hinted at by a code or by the beginning of one, never by a part of a word', () => {
    expect(hintsAt(hints, 'T1.OGE.01')).toBe(true);
    expect(hintsAt({ hints: ['T1.OGE.01'] }, 'T1.OGE.01')).toBe(true);
    expect(hintsAt(hints, 'T1.OGEX.01')).toBe(false);
  });

  it('never falls when a criterion gains a point', () => {
    const rank = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), fc.nat(), (given, at) => {
        const points = given.map((one) => (one ? 1 : 0));
        const more = points.map((value, index) => (index === at % points.length ? 1 : value));
        const of = (list: number[]) => rank.indexOf(proposedSignificance(hints, criteria(...list))?.significance ?? '');
        expect(of(more)).toBeGreaterThanOrEqual(of(points));
      }),
    );
  });
});

describe('the dictionary of risks', () => {
  it('keeps every factor and each code once', () => {
    const [first, second] = DEFAULT_FACTORS;
    if (!first || !second) throw new Error('no factors');
    expect(dictionaryFaults(DEFAULT_FACTORS, DEFAULT_FACTORS)).toEqual([]);
    expect(dictionaryFaults([first, second], [first])).toEqual([expect.stringContaining('нельзя убрать')]);
    expect(dictionaryFaults([first], [first, { ...second, code: first.code }])).toEqual([
      `Код ${first.code} записан дважды.`,
    ]);
  });
});

describe('drafts of recommendations', () => {
  const template = (more: Partial<DraftTemplate> = {}): DraftTemplate => ({
    ...{ id: 't-1', title: 'План', text: 'Составить план', addressee: 'SCHOOL', subject: '', days: 30, active: true },
    ...{ criteria: ['T1.OGE'], risks: ['R11'] },
    ...more,
  });
  const grounds = {
    criteria: ['T1.OGE.01', 'T1.OGE.02', 'T1.INT.01'],
    risks: ['R03'],
    findings: [
      { id: 'f-1', criteria: ['T1.OGE.01'] },
      { id: 'f-2', criteria: ['T1.OGE.01', 'T1.OGE.02'] },
    ],
  };

  it('follow from the points that call for them and from the finding that explains most', () => {
    expect(draftsFrom([template()], grounds, new Set())).toEqual([
      {
        ...{ templateId: 't-1', addressee: 'SCHOOL', subject: '', text: 'Составить план', days: 30 },
        ...{ criteria: ['T1.OGE.01', 'T1.OGE.02'], risks: [], findingId: 'f-2' },
        why: 'Шаблон «План»: баллы по критериям T1.OGE.01, T1.OGE.02.',
      },
    ]);
  });

  it('come from a risk as well, and never twice, from nothing or from a template that is switched off', () => {
    const byRisk = template({ criteria: [], risks: ['R03'] });
    expect(draftsFrom([byRisk], grounds, new Set())[0]).toMatchObject({ risks: ['R03'], findingId: null });
    expect(draftsFrom([template()], grounds, new Set(['t-1']))).toEqual([]);
    expect(draftsFrom([template({ active: false })], grounds, new Set())).toEqual([]);
    expect(draftsFrom([template({ criteria: ['T2'], risks: [] })], grounds, new Set())).toEqual([]);
  });
});

describe('a recommendation', () => {
  it('goes from draft to addressee to check, and never back into a draft', () => {
    expect(mayBecome('DRAFT', 'ISSUED')).toBe(true);
    expect(mayBecome('ISSUED', 'ANSWERED')).toBe(true);
    expect(mayBecome('ANSWERED', 'DONE')).toBe(true);
    expect(mayBecome('DONE', 'CANCELLED')).toBe(false);
    expect(mayBecome('DRAFT', 'DONE')).toBe(false);
  });

  it('is overdue the day after its day while it is not carried out', () => {
    expect(isOverdue({ status: 'ISSUED', dueOn: '2020-03-16' }, '2020-03-16')).toBe(false);
    expect(isOverdue({ status: 'ANSWERED', dueOn: '2020-03-16' }, '2020-03-17')).toBe(true);
    expect(isOverdue({ status: 'DONE', dueOn: '2020-03-16' }, '2020-03-17')).toBe(false);
  });
});
