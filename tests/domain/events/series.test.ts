import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOfSeries, MOST_DATES, SERIES_RULES, type SeriesRule } from '@/lib/domain/events/series';
import { dayAfter } from '@/lib/domain/support/days';

const day = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rule = fc.constantFrom(...(Object.keys(SERIES_RULES) as SeriesRule[]));

describe('the days of a series', () => {
  it.each([
    ['WEEKLY', '2020-09-28', '2020-10-20', ['2020-09-28', '2020-10-05', '2020-10-12', '2020-10-19']],
    ['FORTNIGHTLY', '2020-12-21', '2021-01-18', ['2020-12-21', '2021-01-04', '2021-01-18']],
    ['MONTHLY', '2020-12-31', '2021-03-31', ['2020-12-31', '2021-01-31', '2021-02-28', '2021-03-31']],
    ['WEEKLY', '2020-10-20', '2020-10-19', []],
  ] as const)('%s from %s until %s', (one, first, until, dates) => {
    expect(datesOfSeries(first, one, until)).toEqual(dates);
  });

  it('begin with the first, rise, never pass the last and are never endless', () => {
    fc.assert(
      fc.property(day, rule, fc.nat(4000), (first, one, days) => {
        const until = dayAfter(first, days);
        const dates = datesOfSeries(first, one, until);
        expect(dates[0]).toBe(first);
        expect(dates).toEqual([...new Set(dates)].sort());
        expect(dates.every((date) => date <= until)).toBe(true);
        expect(dates.length).toBeLessThanOrEqual(MOST_DATES + 1);
      }),
    );
  });

  it('keep their weekday, or their number in the month unless the month is shorter', () => {
    fc.assert(
      fc.property(day, rule, (first, one) => {
        for (const date of datesOfSeries(first, one, dayAfter(first, 400))) {
          if (one === 'MONTHLY') {
            const short = dayAfter(date, 1).slice(8) === '01' && date.slice(8) < first.slice(8);
            expect(date.slice(8) === first.slice(8) || short).toBe(true);
          } else {
            expect(new Date(date).getUTCDay()).toBe(new Date(first).getUTCDay());
          }
        }
      }),
    );
  });
});
