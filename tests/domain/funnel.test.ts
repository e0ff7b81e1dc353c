import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonShare, expectedCounts, funnelPlace } from '@/lib/domain/funnel';

describe('expectedCounts', () => {
  // reckoned in exact fractions, apart from the code
  test.each([
    [6, 0.1, 0, 2],
    [12, 0.1, 0, 4],
    [43, 0.1, 1, 8],
    [43, 0.5, 15, 28],
    [100, 0.186, 11, 26],
    [1000, 0.1, 82, 119],
  ])('%d schools at %d', (schools, share, low, high) => {
    expect(expectedCounts(schools, share)).toEqual({ low, high });
  });

  test('at the ends nothing is left to chance', () => {
    expect(expectedCounts(20, 0)).toEqual({ low: 0, high: 0 });
    expect(expectedCounts(20, 1)).toEqual({ low: 20, high: 20 });
    expect(expectedCounts(0, 0.3)).toEqual({ low: 0, high: 0 });
  });

  test('holds the expected number itself', () => {
    const sizes = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (schools, share) => {
        const { low, high } = expectedCounts(schools, share);
        return low <= Math.ceil(schools * share) && high >= Math.floor(schools * share) && low >= 0 && high <= schools;
      }),
    );
  });
});

test('the region’s share weighs municipalities by their schools', () => {
  expect(
    commonShare([
      { schools: 10, flagged: 5 },
      { schools: 90, flagged: 5 },
    ]),
  ).toBe(0.1);
  expect(commonShare([])).toBeNull();
});

test('a small municipality may bounce where a large one stands out', () => {
  expect(funnelPlace({ schools: 6, flagged: 2 }, 0.1)).toBe('INSIDE');
  expect(funnelPlace({ schools: 60, flagged: 20 }, 0.1)).toBe('ABOVE');
  expect(funnelPlace({ schools: 60, flagged: 0 }, 0.1)).toBe('BELOW');
});
