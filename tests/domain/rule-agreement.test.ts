import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, agreementOfCounts, agreementWords, VERDICTS } from '@/lib/domain/rule-agreement';

describe('agreement of two rules', () => {
  it('is reckoned by hand: 20 both, 5 and 10 alone, 15 neither', () => {
    // observed 35/50 = 0.7; expected (25·30 + 25·20)/2500 = 0.5; kappa 0.4
    const agreement = agreementOfCounts(20, 5, 10, 15);
    expect(agreement.share).toBeCloseTo(0.7, 12);
    expect(agreement.kappa).toBeCloseTo(0.4, 12);
    expect(agreementWords(agreement).replaceAll('\u00a0', ' ')).toBe(
      'Правила говорят одно и то же о 70 % школ. Каппа 0,40: согласие слабое.',
    );
  });

  it('of a rule with itself is 1, and has no kappa where the rule says one thing of all', () => {
    expect(agreementOfCounts(3, 0, 0, 9)).toMatchObject({ share: 1, kappa: 1 });
    expect(agreementOfCounts(0, 0, 0, 9)).toMatchObject({ share: 1, kappa: null });
    expect(agreementOfCounts(0, 0, 0, 0)).toEqual({ known: 0, share: null, kappa: null });
    expect(agreementWords(agreementOfCounts(0, 0, 0, 9))).toContain('Каппа не\u00a0считается');
  });

  it('puts each school into one cell and leaves those without data out of the per cent', () => {
    const agreement = agreementOf([
      { schoolCode: 'a', first: 'YES', second: 'YES' },
      { schoolCode: 'b', first: 'YES', second: 'NO_DATA' },
      { schoolCode: 'c', first: 'NO', second: 'YES' },
      { schoolCode: 'd', first: 'NO_DATA', second: 'NO_DATA' },
    ]);
    expect(agreement.cells.YES.NO_DATA).toEqual(['b']);
    expect(agreement.cells.NO.YES).toEqual(['c']);
    expect(agreement).toMatchObject({ known: 2, share: 0.5 });
  });

  it('is the same whichever rule comes first, in any order of schools, and never beyond ±1', () => {
    const verdict = fc.constantFrom(...VERDICTS);
    const schools = fc.array(fc.record({ schoolCode: fc.string(), first: verdict, second: verdict }));
    fc.assert(
      fc.property(schools, (given) => {
        const { share, kappa } = agreementOf(given);
        const turned = agreementOf(
          [...given].reverse().map(({ schoolCode, first, second }) => ({ schoolCode, first: second, second: first })),
        );
        expect(turned).toMatchObject({ share, kappa });
        if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
