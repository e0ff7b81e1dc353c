import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomialTail } from '../../../lib/domain/objectivity/beta-binomial';
import { type JournalCounts, journalMismatch, pooledJournal } from '../../../lib/domain/objectivity/journal-mismatch';
import { DEFAULT_SETTINGS } from '../../../lib/domain/objectivity/settings';

const school = (lowered: number, confirmed: number, raised: number, gap2: number | null = null): JournalCounts => ({
  ...{ lowered, confirmed, raised, gap2 },
});

describe('tail of a beta-binomial distribution', () => {
  it('is binomial without likeness', () => {
    // P(X ≥ 2 of 3) at 1/2 = 1/2; P(X ≥ 1 of 2) at 1/5 = 9/25
    expect(betaBinomialTail(2, 3, 0.5, 0)).toBeCloseTo(0.5, 12);
    expect(betaBinomialTail(1, 2, 0.2, 0)).toBeCloseTo(0.36, 12);
  });

  it('is uniform for a = b = 1, which is ρ = 1/3 at 1/2', () => {
    for (const count of [0, 1, 2, 3, 4]) {
      expect(betaBinomialTail(count, 4, 0.5, 1 / 3)).toBeCloseTo((5 - count) / 5, 12);
    }
  });

  it('falls with the count, rises with the share, and stays a chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        (n, share, spread) => {
          const tails = Array.from({ length: n + 1 }, (_, count) => betaBinomialTail(count, n, share, spread));
          for (const [count, tail] of tails.entries()) {
            expect(tail).toBeGreaterThanOrEqual(0);
            expect(tail).toBeLessThanOrEqual((tails[count - 1] ?? 1) + 1e-9);
            expect(tail).toBeLessThanOrEqual(betaBinomialTail(count, n, share + 0.05, spread) + 1e-9);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('S2, worked by hand', () => {
  it('the share is held against the tolerated one or the reference, whichever is greater', () => {
    // 3 of 10 against 1/5 without likeness: 1 − (0.8¹⁰ + 10·0.2·0.8⁹ + 45·0.04·0.8⁸) = 0.3222
    const plain = { ...DEFAULT_SETTINGS, s2Spread: 0 };
    expect(journalMismatch(school(2, 7, 1), null, plain).pValue).toBeCloseTo(0.3222, 4);
    const reference = { value: school(300, 500, 200), isMunicipality: true };
    // against 1/2: 1 − 56/1024
    const held = journalMismatch(school(2, 7, 1), reference, plain);
    expect(held.pValue).toBeCloseTo(1 - 56 / 1024, 6);
    expect(held.figures).toMatchObject({ tolerated: 0.5, referenceIsMunicipality: 1, direction: -1, mismatch: 0.3 });
  });

  it('either share may bring the sign, at twice its chance', () => {
    const plain = { ...DEFAULT_SETTINGS, s2Spread: 0 };
    // nobody differs, except 2 of 10 by 2 marks against 2 %: 1 − 0.98¹⁰ − 10·0.02·0.98⁹ = 0.01618
    const sign = journalMismatch(school(2, 8, 0, 2), null, plain);
    expect(sign.figures.pGap2).toBeCloseTo(0.01618, 4);
    expect(sign.pValue).toBeCloseTo(2 * 0.01618, 4);
  });

  it('simple rules stay as a figure, direction is shown, few pupils abstain', () => {
    expect(journalMismatch(school(1, 6, 3), null, DEFAULT_SETTINGS).figures).toMatchObject({
      simpleRule: 1,
      direction: 1,
      raisedShare: 0.3,
    });
    expect(journalMismatch(school(1, 7, 2), null, DEFAULT_SETTINGS).figures.simpleRule).toBe(0);
    expect(journalMismatch(school(9, 0, 0), null, DEFAULT_SETTINGS)).toMatchObject({ result: 'NO_DATA', pValue: null });
    expect(journalMismatch(null, null, DEFAULT_SETTINGS).result).toBe('NO_DATA');
  });

  it('schools together: those without the number of 2 marks do not thin it out', () => {
    expect(pooledJournal([school(1, 8, 1, 2), school(2, 8, 0)])).toEqual(school(3, 16, 1, 4));
    expect(pooledJournal([school(0, 0, 0)])).toBeNull();
  });

  it('one more differing pupil never makes it likelier', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.integer({ min: 1, max: 80 }), (lowered, confirmed) => {
        const one = journalMismatch(school(lowered, confirmed, 5), null, DEFAULT_SETTINGS);
        const more = journalMismatch(school(lowered + 1, confirmed - 1, 5), null, DEFAULT_SETTINGS);
        if (one.pValue !== null) expect(more.pValue ?? 2).toBeLessThanOrEqual(one.pValue + 1e-12);
      }),
    );
  });
});
