/** The effect of measures, by hand, by properties and by drawing regions without and with an effect. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselineEffect } from '@/lib/domain/effectiveness/baseline-model';
import { comparableSchools } from '@/lib/domain/effectiveness/comparable';
import type { PastPair, SchoolChange } from '@/lib/domain/effectiveness/observation';
import { expectedChange, reliabilityOf } from '@/lib/domain/effectiveness/regression-to-mean';
import { reviewEffect } from '@/lib/domain/effectiveness/review';
import { simulateRegion } from '@/lib/domain/effectiveness/simulated-schools';

const school = (schoolId: string, before: number, after: number, supported = false, cityId = 'a'): SchoolChange => ({
  ...{ schoolId, cityId, before, after, supported },
});

/** 32 pairs of one year in which half of the distance from the mean is kept: (−2, −1) and (2, 1) about a mean of 10. */
const HALF_KEPT: PastPair[] = Array.from({ length: 32 }, (_, index) => ({
  ...{ cityId: 'a', schoolYear: '2015-2016' },
  before: index % 2 ? 12 : 8,
  after: index % 2 ? 11 : 9,
}));

describe('by hand', () => {
  test('the model with the baseline takes the line of the unsupported away', () => {
    // Unsupported: after = 2 + 0.5·before. The supported one began at 12: 8 expected, 5 seen.
    const schools = [school('1', 4, 4), school('2', 8, 6), school('3', 10, 7), school('4', 12, 5, true)];
    expect(baselineEffect(schools, false).value).toBeCloseTo(-3, 10);
  });

  test('levels of municipalities are no effect', () => {
    const schools = [
      ...[school('1', 4, 4), school('2', 8, 6), school('3', 12, 7, true)],
      ...[school('4', 4, 14, false, 'b'), school('5', 8, 16, false, 'b'), school('6', 12, 17, true, 'b')],
    ];
    expect(baselineEffect(schools, false).value).toBeCloseTo(-1, 10);
  });

  test('nobody supported, or everybody: no figure', () => {
    expect(baselineEffect([school('1', 4, 4), school('2', 5, 4)], true).value).toBeNull();
    expect(baselineEffect([school('1', 4, 4, true), school('2', 5, 4, true)], true).value).toBeNull();
  });

  test('reliability is the slope within years; few pairs give none', () => {
    expect(reliabilityOf(HALF_KEPT)).toEqual({ pairs: 32, value: 0.5 });
    expect(reliabilityOf(HALF_KEPT.slice(0, 29)).value).toBeNull();
  });

  test('half of the distance from the mean is expected to go by itself, a quarter stays after two years', () => {
    // Mean before 10; the unsupported at 8 would rise by 1 and did: no drift. The supported at 12 falls by 1.
    const schools = [school('1', 8, 9), school('2', 12, 11, true)];
    expect(expectedChange(schools, HALF_KEPT, 1).value).toBeCloseTo(-1, 10);
    // Two years: the unsupported would rise by 1.5 and rose by 1: drift −0.5; −1.5 − 0.5.
    expect(expectedChange(schools, HALF_KEPT, 2).value).toBeCloseTo(-2, 10);
  });

  test('comparable schools lie within half a standard deviation, in the same municipality, each once', () => {
    const schools = [
      ...[school('1', 10, 9, true), school('2', 10, 9, true), school('3', 9, 8), school('4', 2, 2), school('5', 4, 4)],
      school('6', 10, 1, false, 'b'),
    ];
    expect(comparableSchools(schools).map((one) => one.schoolId)).toEqual(['3']);
  });

  test('below the minimum numbers nothing is estimated, and what happened still stands', () => {
    const schools = Array.from({ length: 30 }, (_, at) => school(`${at}`, at % 7, (at * 3) % 5, at < 4));
    const review = reviewEffect(schools, HALF_KEPT, 1);
    expect(review.words).toBe('данных недостаточно');
    expect(review.effect).toEqual({ value: null, low: null, high: null });
    expect(review.supported.change).not.toBeNull();
    expect(review.supported).toMatchObject({ n: 4, low: null, high: null });
  });
});

describe('properties', () => {
  const sums = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    ...{ minLength: 20, maxLength: 40 },
  });

  test('points given to all alike change no effect, points taken from the supported do by as many', () => {
    fc.assert(
      fc.property(sums, fc.integer({ min: -5, max: 5 }), (drawn, points) => {
        const schools = drawn.map(([before, after], at) => school(`${at}`, before, after, at % 3 === 0));
        const value = baselineEffect(schools, false).value ?? Number.NaN;
        const all = schools.map((one) => ({ ...one, after: one.after + points }));
        const some = schools.map((one) => ({ ...one, after: one.supported ? one.after + points : one.after }));
        expect(baselineEffect(all, false).value).toBeCloseTo(value, 8);
        expect(baselineEffect(some, false).value).toBeCloseTo(value + points, 8);
      }),
    );
  });

  test('the same schools give the same interval, with the estimate inside', () => {
    fc.assert(
      fc.property(sums, (drawn) => {
        const schools = drawn.map(([before, after], at) => school(`${at}`, before, after, at % 3 === 0));
        const once = baselineEffect(schools, true, 99);
        expect(baselineEffect(schools, true, 99)).toEqual(once);
        if (once.low === null || once.high === null) return;
        expect(once.low).toBeLessThanOrEqual(once.high);
      }),
      { numRuns: 30 },
    );
  });
});

describe('drawn regions', () => {
  const CITY = { cities: 1, schoolsPerCity: 43, chosenPerCity: 8, reliability: 0.62 };
  const found = (plan: Parameters<typeof simulateRegion>[0], runs: number) =>
    Array.from({ length: runs }, (_, run) => baselineEffect(simulateRegion(plan, run).schools, true, 199)).filter(
      ({ high }) => high !== null && high < 0,
    ).length / runs;

  test('without an effect a city is told of one in about 5 % of draws, with 0.5 SD in about a third', () => {
    expect(found({ ...CITY, effect: 0 }, 400)).toBeLessThan(0.08);
    const power = found({ ...CITY, effect: 0.5 }, 300);
    expect(power).toBeGreaterThan(0.22);
    expect(power).toBeLessThan(0.42);
  });

  test('a region of 400 schools finds 0.5 SD', () => {
    const region = { cities: 20, schoolsPerCity: 20, chosenPerCity: 4, reliability: 0.62 };
    expect(found({ ...region, effect: 0.5 }, 60)).toBeGreaterThan(0.85);
    expect(found({ ...region, effect: 0 }, 100)).toBeLessThan(0.12);
  });
});
