import { describe, expect, test } from 'vitest';
import { dayOf, formatTime } from '@/lib/domain/russian';
import { demoId } from '@/prisma/demo/identifiers';
import { moscow } from '@/prisma/demo/moments';
import { quartile } from '@/prisma/demo/quartiles';
import { randomSource } from '@/prisma/demo/random';

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('repeatable randomness', () => {
  test('the same key gives the same numbers, another key or seed gives others', () => {
    const numbers = (seed: number, ...key: string[]) => {
      const random = randomSource(seed)(...key);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    expect(numbers(1, 'a', 'b')).toEqual(numbers(1, 'a', 'b'));
    expect(numbers(1, 'a', 'b')).not.toEqual(numbers(1, 'a', 'c'));
    expect(numbers(1, 'a', 'b')).not.toEqual(numbers(2, 'a', 'b'));
  });

  test('uniform and normal numbers have the moments of their distributions', () => {
    const random = randomSource(7)('moments');
    const uniform = Array.from({ length: 20_000 }, () => random.uniform());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value ** 2))).toBeCloseTo(1, 1);
  });

  test('first numbers of neighbouring keys are not alike', () => {
    const draw = randomSource(7);
    const firsts = Array.from({ length: 2_000 }, (_, index) => draw('school', index).uniform());
    expect(mean(firsts)).toBeCloseTo(0.5, 1);
    const products = firsts.slice(1).map((value, index) => (value - 0.5) * ((firsts[index] ?? 0) - 0.5) * 12);
    expect(Math.abs(mean(products))).toBeLessThan(0.1);
  });

  test('a shuffle keeps every item, successes stay within trials', () => {
    const random = randomSource(3)('shuffle');
    expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(random.successes(50, 0)).toBe(0);
    expect(random.successes(50, 1)).toBe(50);
  });
});

describe('quartiles of type 7', () => {
  test.each([
    // quantile(x, p, type = 7) of R
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.75, 3.25],
    [[15, 20, 35, 40, 50], 0.25, 20],
    [[7], 0.75, 7],
    [[3, 1, 2], 0.25, 1.5],
  ])('%j at %d is %d', (values, part, expected) => {
    expect(quartile(values, part)).toBeCloseTo(expected, 12);
  });

  test('nothing measured has no quartile', () => {
    expect(quartile([], 0.25)).toBeNull();
  });
});

test('moments are those of the clocks in Moscow, whatever its offset was in that year', () => {
  for (let year = 2010; year <= 2020; year += 1) {
    for (const [month, day] of [
      [1, 15],
      [9, 1],
      [10, 16],
      [11, 25],
    ] as const) {
      const moment = moscow(year, month, day, 9, 30);
      expect([dayOf(moment), formatTime(moment)]).toEqual([
        `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        '09:30',
      ]);
    }
  }
});

test('identifiers are repeatable UUIDs of version 7 that sort by their moment', () => {
  const early = demoId('card', 'a', new Date('2018-09-01T00:00:00Z'));
  const late = demoId('card', 'a', new Date('2019-09-01T00:00:00Z'));
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early).toBe(demoId('card', 'a', new Date('2018-09-01T00:00:00Z')));
  expect(early < late).toBe(true);
  expect(demoId('card', 'b', new Date('2018-09-01T00:00:00Z'))).not.toBe(early);
});
