import { describe, expect, it } from 'vitest';
import { daysOfWeek, isDay } from '@/lib/domain/events/week';

describe('a week', () => {
  it.each(['2020-12-28', '2020-12-31', '2021-01-03'])('around %s begins on Monday and may cross the year', (day) => {
    expect(daysOfWeek(day)).toEqual([
      ...['2020-12-28', '2020-12-29', '2020-12-30', '2020-12-31'],
      ...['2021-01-01', '2021-01-02', '2021-01-03'],
    ]);
  });

  it.each([
    ['2020-02-29', true],
    ['2021-02-29', false],
    ['2020-13-01', false],
    ['2020-1-1', false],
    ['', false],
  ])('%s as a day of an address: %s', (text, day) => {
    expect(isDay(text)).toBe(day);
  });
});
