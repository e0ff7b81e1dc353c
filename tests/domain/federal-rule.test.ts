import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactSource, FactsOfYear, GiaFact, Sourced, VprMarksFact } from '@/lib/domain/evidence/facts';
import { PROCEDURE_CODES, procedureApplies, procedureName, procedureResult } from '@/lib/domain/federal-procedures';
import {
  FEDERAL_RULE_DEFAULTS,
  type FederalRuleSettings,
  federalRuleSettingsSchema,
  federalVerdict,
} from '@/lib/domain/federal-rule';
import { federalRuleWords, verdictWords, yearWords } from '@/lib/domain/federal-words';

const source: FactSource = { importId: 'i', sheet: '', row: 2 };

function vpr(grade: number, subject: string, n2: number, participants: number): Sourced<VprMarksFact> {
  return { grade, subject, participants, n2, n3: participants - n2, n4: 0, n5: 0, source };
}

function gia(fact: Pick<GiaFact, 'exam' | 'subject' | 'participants'> & Partial<GiaFact>): Sourced<GiaFact> {
  const none = { meanScore: null, meanMark: null, n2: null, n3: null, n4: null, n5: null };
  return { ...none, level: null, belowMinimum: null, n81to99: null, n100: null, ...fact, source };
}

/** ВПР 5 Russian and mathematics as [«2», participants]. */
const year = (russian: [number, number], mathematics: [number, number]): FactsOfYear => ({
  VPR_MARKS: [vpr(5, 'Русский язык', ...russian), vpr(5, 'Математика', ...mathematics)],
});

const OR: FederalRuleSettings = { ...FEDERAL_RULE_DEFAULTS, mode: 'OR' };

describe('procedures', () => {
  it('reads «2» of ВПР and ОГЭ and what lies below the minimum of ЕГЭ', () => {
    const facts: FactsOfYear = {
      ...year([3, 10], [0, 9]),
      GIA_AGGREGATE: [
        gia({ exam: 'OGE', subject: 'Математика', participants: 40, n2: 12 }),
        gia({ exam: 'EGE', subject: 'Русский язык', participants: 20, belowMinimum: 1 }),
      ],
    };
    expect(procedureResult('VPR_5_RUSSIAN', facts)).toEqual({ participants: 10, below: 3, sources: [source] });
    expect(procedureResult('OGE_MATHEMATICS', facts)).toMatchObject({ participants: 40, below: 12 });
    expect(procedureResult('EGE_RUSSIAN', facts)).toMatchObject({ participants: 20, below: 1 });
    expect(procedureResult('VPR_6_RUSSIAN', facts)).toBeNull();
  });

  it('adds base and profile of ЕГЭ in mathematics up, or reads one of them', () => {
    const facts: FactsOfYear = {
      GIA_AGGREGATE: [
        // of the base level the mark «2» stands in for the number below the minimum
        gia({ exam: 'EGE', subject: 'Математика', level: 'BASIC', participants: 12, n2: 3 }),
        gia({ exam: 'EGE', subject: 'Математика', level: 'PROFILE', participants: 8, belowMinimum: 4 }),
      ],
    };
    expect(procedureResult('EGE_MATHEMATICS', facts)).toMatchObject({ participants: 20, below: 7 });
    expect(procedureResult('EGE_MATHEMATICS_BASIC', facts)).toMatchObject({ participants: 12, below: 3 });
    expect(procedureResult('EGE_MATHEMATICS_PROFILE', facts)).toMatchObject({ participants: 8, below: 4 });
  });

  it('says nothing where a file does not tell how many stayed below', () => {
    const facts: FactsOfYear = { GIA_AGGREGATE: [gia({ exam: 'EGE', subject: 'Русский язык', participants: 20 })] };
    expect(procedureResult('EGE_RUSSIAN', facts)).toBeNull();
  });

  it('has a name for each and knows whom it concerns', () => {
    expect(new Set(PROCEDURE_CODES.map(procedureName)).size).toBe(PROCEDURE_CODES.length);
    expect(procedureApplies('EGE_RUSSIAN', { from: 1, to: 9 })).toBe(false);
    expect(procedureApplies('OGE_RUSSIAN', { from: 1, to: 9 })).toBe(true);
  });
});

describe('federalVerdict', () => {
  it('takes a school with two low procedures of the year, one of them low the year before as well', () => {
    // 30 % exactly and 40 %; the year before 35 % and 10 %
    const verdict = federalVerdict(FEDERAL_RULE_DEFAULTS, year([6, 20], [8, 20]), year([7, 20], [2, 20]));
    expect(verdict).toMatchObject({
      current: true,
      persistent: true,
      federalLow: true,
      riskGroup: false,
      result: 'LOW',
    });
    expect(verdict.procedures.find(({ code }) => code === 'VPR_5_RUSSIAN')).toMatchObject({ lasting: true });
    expect(verdict.procedures.find(({ code }) => code === 'VPR_5_MATHEMATICS')).toMatchObject({ lasting: false });
  });

  it('puts a school with one of the two conditions into the risk group', () => {
    const onlyCurrent = federalVerdict(FEDERAL_RULE_DEFAULTS, year([6, 20], [8, 20]), year([1, 20], [2, 20]));
    expect(onlyCurrent).toMatchObject({ current: true, persistent: false, result: 'RISK' });
    const onlyPersistent = federalVerdict(FEDERAL_RULE_DEFAULTS, year([6, 20], [1, 20]), year([9, 20], [2, 20]));
    expect(onlyPersistent).toMatchObject({ current: false, persistent: true, result: 'RISK' });
    expect(federalVerdict(OR, year([6, 20], [1, 20]), year([9, 20], [2, 20])).result).toBe('LOW');
  });

  it('does not count a procedure with fewer participants than the least number', () => {
    const verdict = federalVerdict(FEDERAL_RULE_DEFAULTS, year([4, 4], [8, 20]), year([4, 4], [8, 20]));
    expect(verdict.procedures[0]).toMatchObject({ year: { share: 1, low: null }, lasting: null });
    expect(verdict).toMatchObject({ current: null, persistent: true, federalLow: null, result: 'LITTLE_DATA' });
  });

  it('abstains where nothing or only the year before is loaded', () => {
    expect(federalVerdict(FEDERAL_RULE_DEFAULTS, {}, {})).toMatchObject({
      current: null,
      persistent: null,
      riskGroup: null,
      result: 'LITTLE_DATA',
    });
    expect(federalVerdict(FEDERAL_RULE_DEFAULTS, {}, year([9, 20], [9, 20])).result).toBe('LITTLE_DATA');
  });

  it('without the year before says «no» only where no procedure is low', () => {
    expect(federalVerdict(FEDERAL_RULE_DEFAULTS, year([1, 20], [1, 20]), {})).toMatchObject({
      current: false,
      persistent: false,
      result: 'NO',
    });
    expect(federalVerdict(FEDERAL_RULE_DEFAULTS, year([9, 20], [9, 20]), {})).toMatchObject({
      current: true,
      persistent: null,
      result: 'LITTLE_DATA',
    });
  });
});

describe('federalVerdict for any results', () => {
  const counts = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const years = fc.tuple(counts, counts).map(([russian, mathematics]) => year(russian, mathematics));

  it('what AND takes OR takes', () => {
    fc.assert(
      fc.property(years, years, (now, then) => {
        if (federalVerdict(FEDERAL_RULE_DEFAULTS, now, then).federalLow)
          expect(federalVerdict(OR, now, then).federalLow).toBe(true);
      }),
    );
  });

  it('a higher bound never takes a school that a lower one does not', () => {
    fc.assert(
      fc.property(years, years, fc.double({ min: 0.01, max: 1, noNaN: true }), (now, then, share) => {
        const [lower, higher] = [Math.min(share, 0.3), Math.max(share, 0.3)].map(
          (bound) => federalVerdict({ ...FEDERAL_RULE_DEFAULTS, share: bound }, now, then).federalLow,
        );
        if (higher) expect(lower).toBe(true);
      }),
    );
  });

  it('the order of procedures and rows changes nothing', () => {
    fc.assert(
      fc.property(years, years, (now, then) => {
        const turned = (facts: FactsOfYear) => ({ VPR_MARKS: [...(facts.VPR_MARKS ?? [])].reverse() });
        const procedures = [...FEDERAL_RULE_DEFAULTS.procedures].reverse();
        const plain = federalVerdict(FEDERAL_RULE_DEFAULTS, now, then);
        const other = federalVerdict({ ...FEDERAL_RULE_DEFAULTS, procedures }, turned(now), turned(then));
        expect(other.result).toBe(plain.result);
        expect([...other.procedures].reverse()).toEqual(plain.procedures);
      }),
    );
  });

  it('is explained in words without gaps', () => {
    fc.assert(
      fc.property(years, years, (now, then) => {
        const verdict = federalVerdict(FEDERAL_RULE_DEFAULTS, now, then);
        for (const words of [verdictWords(verdict, FEDERAL_RULE_DEFAULTS), yearWords(verdict, 'year')])
          expect(words).not.toMatch(/undefined|null|NaN| {2}/);
      }),
    );
  });
});

describe('settings', () => {
  it('are those of the control act and our own', () => {
    expect(federalRuleSettingsSchema.parse(FEDERAL_RULE_DEFAULTS)).toEqual(FEDERAL_RULE_DEFAULTS);
    expect(federalRuleWords(FEDERAL_RULE_DEFAULTS).replaceAll('\u00a0', ' ')).toBe(
      'не меньше 30 % участников ниже порога в 2 и более процедурах года, а также в одной и той же процедуре два года подряд; процедура считается, если участников не меньше 5',
    );
  });

  it.each([
    [{ share: 0 }, 'share'],
    [{ share: Number.NaN }, 'share'],
    [{ minimumN: 2.5 }, 'minimumN'],
    [{ procedures: [] }, 'procedures'],
    [{ procedures: ['OGE_RUSSIAN'] }, 'procedures'],
    [{ procedures: ['EGE_MATHEMATICS', 'EGE_MATHEMATICS_BASIC'] }, 'procedures'],
    [{ mode: 'XOR' }, 'mode'],
  ])('refuse %j', (change, path) => {
    const read = federalRuleSettingsSchema.safeParse({ ...FEDERAL_RULE_DEFAULTS, ...change });
    expect(read.error?.issues[0]?.path[0]).toBe(path);
    expect(read.error?.issues[0]?.message).toMatch(/[а-я]/);
  });
});
