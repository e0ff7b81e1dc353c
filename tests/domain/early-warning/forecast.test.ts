/** The forecast of early warning, by hand and by properties. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backTest } from '@/lib/domain/early-warning/back-test';
import { drivingGroups } from '@/lib/domain/early-warning/driving-groups';
import { chanceOf, fitForecast, forecastSums, type History, normalBelow } from '@/lib/domain/early-warning/forecast';

/** Sums that differ school by school and year by year, and a next one that is a known line of them. */
const cohort = (count: number): History[] => {
  const raw = Array.from({ length: count }, (_, at) => [(at * 7) % 11, (at * 5) % 13, (at * 3) % 17] as const);
  const means = [0, 1, 2].map((year) => raw.reduce((sum, one) => sum + (one[year] ?? 0), 0) / count);
  return raw.map((sums, at) => {
    const [first, second, third] = sums.map((sum, year) => sum - (means[year] ?? 0));
    const next = (means[2] ?? 0) + 0.1 * (first ?? 0) + 0.2 * (second ?? 0) + 0.5 * (third ?? 0);
    return { schoolId: `${at}`, cityId: 'a', sums, next };
  });
};

describe('the forecast', () => {
  test('finds the line that made the years', () => {
    const line = fitForecast([cohort(80)]);
    expect(line?.weights[0]).toBeCloseTo(0.1, 5);
    expect(line?.weights[1]).toBeCloseTo(0.2, 5);
    expect(line?.weights[2]).toBeCloseTo(0.5, 5);
    expect(line?.spread).toBeCloseTo(0, 4);
    expect(fitForecast([cohort(59)])).toBeNull();
  });

  test('is the mean of the municipality and what the distances pass on', () => {
    const line = { weights: [0.1, 0.2, 0.5] as const, spread: 2, fittedOn: 100 };
    const two: History[] = [
      { schoolId: 'high', cityId: 'a', sums: [12, 14, 16], next: null },
      { schoolId: 'low', cityId: 'a', sums: [8, 6, 4], next: null },
    ];
    // Means 10, 10, 10; distances 2, 4, 6: 10 + 0.2 + 0.8 + 3.
    expect(forecastSums(line, two).get('high')).toBeCloseTo(14, 10);
    expect(forecastSums(line, two).get('low')).toBeCloseTo(6, 10);
  });

  test('a chance is a half at the threshold and grows with the forecast', () => {
    expect(normalBelow(1.959964)).toBeCloseTo(0.975, 6);
    expect(chanceOf(10.5, 11, 2)).toBeCloseTo(0.5, 6);
    const points = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(points, points, fc.integer({ min: 1, max: 30 }), (a, b, threshold) => {
        const [low, high] = [chanceOf(Math.min(a, b), threshold, 3), chanceOf(Math.max(a, b), threshold, 3)];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('the check on years before counts what was found and what came true', () => {
  const judged = [
    { chance: 0.8, alarm: true, reached: true },
    { chance: 0.6, alarm: true, reached: false },
    { chance: 0.2, alarm: false, reached: true },
    { chance: 0, alarm: false, reached: false },
  ];
  // Brier: (0.04 + 0.36 + 0.64 + 0) / 4.
  expect(backTest(judged)).toEqual({ n: 4, reached: 2, alarms: 2, sensitivity: 0.5, precision: 0.5, brier: 0.26 });
  expect(backTest([])).toEqual({ n: 0, reached: 0, alarms: 0, sensitivity: null, precision: null, brier: null });
});

test('groups drive a sum where the school has more than its municipality, the most first', () => {
  const own = [
    { OGE: 4, VPR: 1, SOC: 2 },
    { OGE: 6, VPR: 1, SOC: 4 },
  ];
  const city = [...own, { OGE: 1, VPR: 1, SOC: 1 }, { OGE: 1, VPR: 1, SOC: 1 }];
  expect(drivingGroups(own, city)).toEqual([
    { code: 'OGE', own: 5, city: 3 },
    { code: 'SOC', own: 3, city: 2 },
  ]);
});
