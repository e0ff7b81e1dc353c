import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation, mean, quantile, standardDeviation } from '../../lib/domain/statistics';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 50 });

describe('quantile', () => {
  it('is R type 7: quantile(c(1, 3, 4, 8), c(.25, .5, .75)) = 2.5, 3.5, 5', () => {
    const values = [8, 1, 4, 3];
    expect([0.25, 0.5, 0.75].map((p) => quantile(values, p))).toEqual([2.5, 3.5, 5]);
    expect([0, 1].map((p) => quantile(values, p))).toEqual([1, 8]);
    expect(values).toEqual([8, 1, 4, 3]);
  });

  it('quantile(c(2, 7, 7, 9, 10, 15), .25 and .75) = 7 and 9.75', () => {
    expect(quantile([10, 2, 7, 15, 7, 9], 0.25)).toBe(7);
    expect(quantile([10, 2, 7, 15, 7, 9], 0.75)).toBe(9.75);
  });

  it('of one number is that number, of none nothing', () => {
    expect(quantile([5], 0.25)).toBe(5);
    expect(quantile([], 0.25)).toBeNull();
  });

  it('grows with the probability and stays between the extremes', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, p, p, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)) ?? 0, quantile(values, Math.max(a, b)) ?? 0];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe('mean and standard deviation', () => {
  it('worked by hand', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
    expect(standardDeviation([3, 3])).toBe(0);
    expect([mean([]), standardDeviation([])]).toEqual([null, null]);
  });
});

describe('correlation', () => {
  it('worked by hand', () => {
    expect(
      correlation([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      correlation([
        [1, 6],
        [2, 4],
        [3, 2],
      ]),
    ).toBeCloseTo(-1, 12);
    expect(
      correlation([
        [1, 1],
        [2, 3],
        [3, 2],
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(
      correlation([
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull();
    expect(correlation([])).toBeNull();
  });

  it('of yes/no is phi = (ad − bc) / √((a+b)(c+d)(a+c)(b+d))', () => {
    const cell = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const table: [number, [number, number]][] = [
          [a, [1, 1]],
          [b, [1, 0]],
          [c, [0, 1]],
          [d, [0, 0]],
        ];
        const pairs = table.flatMap(([count, pair]) => Array.from({ length: count }, () => pair));
        const denominator = Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
        const found = correlation(pairs);
        if (denominator === 0) expect(found).toBeNull();
        else expect(found).toBeCloseTo((a * d - b * c) / denominator, 9);
      }),
    );
  });
});
