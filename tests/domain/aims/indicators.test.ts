/** Values, targets and the forecast of indicators: worked by hand, and as properties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast, INDICATOR_CODES, indicatorValue, isIndicatorCode, targetState } from '@/lib/domain/aims/indicators';
import { indicatorFigure } from '@/lib/domain/aims/words';

describe('indicatorValue', () => {
  it('gives the shares of the seed: 5 and 8 of 43 schools are 11.6 % and 18.6 %', () => {
    expect(indicatorValue('PERCENT', 5, 43)).toBeCloseTo(11.628, 3);
    expect(indicatorFigure(indicatorValue('PERCENT', 5, 43), 'PERCENT')).toBe('11,6\u00a0%');
    expect(indicatorFigure(indicatorValue('PERCENT', 8, 43), 'PERCENT')).toBe('18,6\u00a0%');
  });

  it('gives points a school, a count as it is, and nothing instead of a division by nothing', () => {
    expect(indicatorValue('POINTS', 9, 4)).toBe(2.25);
    expect(indicatorValue('COUNT', 6, 0)).toBe(6);
    expect(indicatorValue('PERCENT', 0, 0)).toBeNull();
    expect(indicatorFigure(null, 'PERCENT')).toBe('—');
  });
});

describe('targetState', () => {
  it.for([
    [18.6, 12, false, 'NOT_REACHED'],
    [11.6, 12, false, 'REACHED'],
    [100, 100, true, 'REACHED'],
    [99.9, 100, true, 'NOT_REACHED'],
    [null, 100, true, 'NO_FACT'],
    [5, null, true, 'NO_TARGET'],
    [null, null, true, 'NO_TARGET'],
  ] as const)('fact %s, target %s, more is better %s: %s', ([fact, target, more, expected]) => {
    expect(targetState(fact, target, more)).toBe(expected);
  });

  it('counts a fact that equals its target in spite of binary fractions', () => {
    expect(targetState(0.1 + 0.2, 0.3, false)).toBe('REACHED');
  });
});

describe('forecast', () => {
  it('goes on along a straight line: 10, 12, 14 give 16', () => {
    expect(forecast([10, 12, 14], 'POINTS')).toBeCloseTo(16);
  });

  it('is not bent by one odd year: 10, 12, 90, 16, 18 give 20', () => {
    // the ten slopes are −74, −36, six times 2, 40 and 78
    expect(forecast([10, 12, 90, 16, 18], 'POINTS')).toBeCloseTo(20);
  });

  it('passes over a year without data, and says nothing of too few or of a year that has no fact', () => {
    expect(forecast([10, null, 14, 16], 'POINTS')).toBeCloseTo(18);
    expect(forecast([10, 12], 'POINTS')).toBeNull();
    expect(forecast([null, null, 10, 12], 'POINTS')).toBeNull();
    expect(forecast([10, 12, 14, null], 'POINTS')).toBeNull();
  });

  it('stays within what can be: 90, 95, 100 % give 100 %, 2, 1, 0 give 0', () => {
    expect(forecast([90, 95, 100], 'PERCENT')).toBe(100);
    expect(forecast([2, 1, 0], 'COUNT')).toBe(0);
  });

  it('is finite and within bounds whatever the facts are', () => {
    const facts = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 6 });
    fc.assert(
      fc.property(facts, (series) => {
        const next = forecast(series, 'PERCENT');
        if (next !== null) expect(next >= 0 && next <= 100).toBe(true);
        else expect(series.filter((value) => value !== null).length < 3 || series.at(-1) === null).toBe(true);
      }),
    );
  });

  it('moves with its facts: the same more in every year is the same more in the forecast', () => {
    const facts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(facts, fc.integer({ min: 1000, max: 2000 }), (series, more) => {
        const lifted = forecast(
          series.map((value) => value + 5000),
          'COUNT',
        );
        const higher = forecast(
          series.map((value) => value + 5000 + more),
          'COUNT',
        );
        expect((higher ?? 0) - (lifted ?? 0)).toBeCloseTo(more, 6);
      }),
    );
  });
});

it('knows its own codes and no property of an object', () => {
  expect(INDICATOR_CODES).toHaveLength(9);
  expect(isIndicatorCode('coverage')).toBe(true);
  expect(isIndicatorCode('own:курсы')).toBe(false);
  expect(isIndicatorCode('toString')).toBe(false);
});
