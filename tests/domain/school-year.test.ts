import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as years from '../../lib/domain/school-year';

describe('a school year as text', () => {
  it('is two consecutive years', () => {
    expect(years.isSchoolYear('2020-2021')).toBe(true);
    for (const wrong of ['2020-2022', '2020-2020', '2021-2020', '2020/2021', '20-21', ' 2020-2021', '', '9999-10000']) {
      expect(years.isSchoolYear(wrong), wrong).toBe(false);
    }
  });

  it('forgives how a person writes it', () => {
    for (const typed of ['2020-2021', ' 2020 – 2021 ', '2020/2021', '2020/21', '2020—21', '2020\u00a0-\u00a02021']) {
      expect(years.parseSchoolYear(typed), typed).toBe('2020-2021');
    }
    expect(years.parseSchoolYear('2099/00')).toBe('2099-2100');
    expect(years.parseSchoolYear('1999/2000')).toBe('1999-2000');
  });

  it('refuses what is no school year', () => {
    for (const wrong of ['2020-2022', '2020/22', '2020', '2020-2021-2022', 'осень 2020', '']) {
      expect(years.parseSchoolYear(wrong), wrong).toBeNull();
    }
  });

  it('knows its neighbours, its results year and its label', () => {
    expect(years.previousSchoolYear('2020-2021')).toBe('2019-2020');
    expect(years.nextSchoolYear('2020-2021')).toBe('2021-2022');
    expect(years.shiftSchoolYear('2020-2021', -10)).toBe('2010-2011');
    expect(years.resultsYearOf('2019-2020')).toBe('2018-2019');
    expect(years.schoolYearLabel('2020-2021')).toBe('2020/2021\u00a0учебный\u00a0год');
    expect(() => years.nextSchoolYear('2020')).toThrow(RangeError);
  });

  it('comes back after there and back again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (from) => {
        const year = years.schoolYearFrom(from);
        expect(years.previousSchoolYear(years.nextSchoolYear(year))).toBe(year);
        expect(years.startOfSchoolYear(year)).toBe(from);
        expect(years.parseSchoolYear(year.replace('-', '/'))).toBe(year);
      }),
    );
  });
});

describe('the school year of a moment', () => {
  it('begins on 1 September in Moscow, not in Greenwich', () => {
    expect(years.schoolYearAt(new Date('2020-08-31T20:59:59Z'))).toBe('2019-2020');
    expect(years.schoolYearAt(new Date('2020-08-31T21:00:00Z'))).toBe('2020-2021');
    expect(years.schoolYearAt(new Date('2020-12-31T23:59:59Z'))).toBe('2020-2021');
    expect(years.schoolYearAt(new Date('2021-01-15T12:00:00Z'))).toBe('2020-2021');
    expect(years.schoolYearAt(new Date('2021-08-15T12:00:00Z'))).toBe('2020-2021');
  });

  it('never goes back as time goes on', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        expect(years.schoolYearAt(earlier) <= years.schoolYearAt(later)).toBe(true);
      }),
    );
  });
});
