import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../lib/domain/objectivity/benjamini-hochberg';

const anyChances = fc.array(fc.option(fc.integer({ min: 0, max: 200 }).map((value) => value / 200)), { maxLength: 40 });

/** Word for word: the least m·p(j)/rank(j) over the tests j that are no more striking. */
function naive(pValues: readonly (number | null)[]): (number | null)[] {
  const tests = pValues.filter((p) => p !== null);
  return pValues.map((own) => {
    if (own === null) return null;
    const levels = tests
      .filter((p) => p >= own)
      .map((p) => (tests.length * p) / tests.filter((other) => other <= p).length);
    return Math.min(1, ...levels);
  });
}

describe('Benjamini–Hochberg', () => {
  it('worked by hand', () => {
    expect(benjaminiHochberg([0.01, 0.04, 0.03, null, 0.5])).toEqual([0.04, 0.16 / 3, 0.16 / 3, null, 0.5]);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([null])).toEqual([null]);
  });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(anyChances, (pValues) => {
        const expected = naive(pValues);
        benjaminiHochberg(pValues).forEach((q, place) => {
          const own = expected[place] ?? null;
          if (q === null || own === null) expect(q).toBe(own);
          else expect(q).toBeCloseTo(own, 12);
        });
      }),
    );
  });

  it('does not depend on the order, never lies below p, keeps the order of p', () => {
    fc.assert(
      fc.property(anyChances, (pValues) => {
        const qValues = benjaminiHochberg(pValues);
        expect(benjaminiHochberg([...pValues].reverse())).toEqual([...qValues].reverse());
        pValues.forEach((p, i) => {
          if (p !== null) expect(qValues[i]).toBeGreaterThanOrEqual(p - 1e-12);
          pValues.forEach((other, j) => {
            if (p !== null && other !== null && p <= other) expect(qValues[i]).toBeLessThanOrEqual(qValues[j] ?? 0);
          });
        });
      }),
    );
  });
});
