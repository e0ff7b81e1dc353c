import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, type Occupied, overlap } from '@/lib/domain/events/clash';
import { daysOfMonth, isMonth, monthAfter, monthInWords } from '@/lib/domain/events/month';
import { dayAndTime, momentInMoscow } from '@/lib/domain/events/moscow-time';

const at = (day: string, from: string, to: string, place = '', hostSchoolId: string | null = null): Occupied => ({
  ...{ startsAt: momentInMoscow(day, from), endsAt: momentInMoscow(day, to), place, hostSchoolId },
});

describe('a clash', () => {
  const morning = at('2020-01-17', '10:00', '12:00', 'Актовый зал, школа № 40');

  it('is the same place at the same time, however it is written', () => {
    expect(clashesOf(at('2020-01-17', '11:00', '13:00', 'актовый зал   школа №40'), [morning])).toEqual([morning]);
    expect(clashesOf(at('2020-01-17', '11:00', '13:00', 'Библиотека'), [morning])).toEqual([]);
  });

  it('is the same host school, and never a place that nobody named', () => {
    const host = at('2020-01-17', '10:00', '12:00', '', 'school');
    expect(clashesOf(at('2020-01-17', '11:59', '13:00', '', 'school'), [host])).toEqual([host]);
    expect(clashesOf(at('2020-01-17', '10:00', '12:00'), [at('2020-01-17', '10:00', '12:00')])).toEqual([]);
  });

  it('is not what begins when the other ends', () => {
    expect(clashesOf({ ...morning, ...at('2020-01-17', '12:00', '14:00', morning.place) }, [morning])).toEqual([]);
  });

  it('of two events is one of both', () => {
    const hour = fc.integer({ min: 0, max: 200 });
    const event = fc.record({ from: hour, length: fc.integer({ min: 1, max: 9 }) }).map(({ from, length }) => ({
      ...{ startsAt: new Date(from * 3.6e6), endsAt: new Date((from + length) * 3.6e6) },
      ...{ place: 'Зал', hostSchoolId: null },
    }));
    fc.assert(
      fc.property(event, event, (one, other) => {
        expect(overlap(one, other)).toBe(overlap(other, one));
        expect(clashesOf(one, [other]).length).toBe(clashesOf(other, [one]).length);
        expect(clashesOf(one, [one])).toEqual([one]);
      }),
    );
  });
});

describe('time in Moscow', () => {
  it('is three hours before Greenwich and comes back as it was written', () => {
    expect(momentInMoscow('2020-01-17', '10:00').toISOString()).toBe('2020-01-17T07:00:00.000Z');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (moment) => {
          const { day, time } = dayAndTime(moment);
          expect(dayAndTime(momentInMoscow(day, time))).toEqual({ day, time });
        },
      ),
    );
  });
});

describe('a month', () => {
  it('is shown in whole weeks from Monday', () => {
    const days = daysOfMonth('2020-01');
    expect([days[0], days.at(-1), days.length]).toEqual(['2019-12-30', '2020-02-02', 35]);
  });

  it('has its own days once and nothing torn, whatever month it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (number) => {
        const month = monthAfter('1990-01', number);
        expect(isMonth(month)).toBe(true);
        const days = daysOfMonth(month);
        expect(days.length % 7).toBe(0);
        expect(new Set(days).size).toBe(days.length);
        expect(days).toEqual(days.toSorted());
        expect(days.filter((day) => day.startsWith(month)).length).toBeGreaterThanOrEqual(28);
        expect(new Date(`${days[0]}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(monthAfter(month, -number)).toBe('1990-01');
      }),
    );
  });

  it('is no other text', () => {
    expect(['2020-13', '2020-1', '', '2020-00'].map(isMonth)).toEqual([false, false, false, false]);
    expect(monthInWords('2020-02')).toBe('февраль 2020');
  });
});
