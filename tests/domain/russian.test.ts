import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as russian from '../../lib/domain/russian';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (moment: string) => new Date(moment);

describe('figures', () => {
  it('separates thousands by a non-breaking space and decimals by a comma', () => {
    expect(russian.formatNumber(1234.5, 1)).toBe('1\u00a0234,5');
    expect(russian.formatNumber(1234567)).toBe('1\u00a0234\u00a0567');
    expect(russian.formatNumber(37467)).toBe('37\u00a0467');
  });

  it('writes a true minus and never a negative zero', () => {
    expect(russian.formatNumber(-2)).toBe('\u22122');
    expect(russian.formatNumber(-0)).toBe('0');
    expect(russian.formatNumber(-0.04, 1)).toBe('0,0');
  });

  it('gives a dash for what is not there', () => {
    expect(russian.formatNumber(null)).toBe('—');
    expect(russian.formatPercent(undefined)).toBe('—');
    expect(russian.formatChange(Number.NaN)).toBe('—');
  });

  it('writes the shares of the seed', () => {
    expect(russian.formatPercent(5 / 43)).toBe('11,6\u00a0%');
    expect(russian.formatPercent(8 / 43)).toBe('18,6\u00a0%');
    expect(russian.formatPercent(1, 0)).toBe('100\u00a0%');
  });

  it('gives every difference its sign', () => {
    expect(russian.formatChange(3)).toBe('+3');
    expect(russian.formatChange(-2)).toBe('\u22122');
    expect(russian.formatChange(0)).toBe('0');
    expect(russian.formatChange(0.25, 1)).toBe('+0,3');
  });

  it('writes sizes of files', () => {
    expect(plain(russian.formatFileSize(512))).toBe('512 Б');
    expect(plain(russian.formatFileSize(1024))).toBe('1 КБ');
    expect(plain(russian.formatFileSize(1_258_291))).toBe('1,2 МБ');
    expect(plain(russian.formatFileSize(20 * 1024 * 1024))).toBe('20 МБ');
  });
});

describe('counted words', () => {
  it.each([
    [0, '0 школ'],
    [1, '1 школа'],
    [2, '2 школы'],
    [4, '4 школы'],
    [5, '5 школ'],
    [11, '11 школ'],
    [12, '12 школ'],
    [21, '21 школа'],
    [43, '43 школы'],
    [111, '111 школ'],
    [1.5, '1,5 школы'],
  ])('%s', (count, text) => {
    expect(plain(russian.countOf(count, 'школа', 'школы', 'школ'))).toBe(text);
  });
});

describe('dates in Moscow', () => {
  it('writes a day without «г.»', () => {
    expect(russian.formatDate(at('2020-03-12T10:00:00Z'))).toBe('12\u00a0марта\u00a02020');
    expect(plain(russian.formatDayAndMonth(at('2020-03-12T10:00:00Z')))).toBe('12 марта');
    expect(russian.formatShortDate(at('2020-03-12T10:00:00Z'))).toBe('12.03.2020');
  });

  it('counts the day by Moscow, not by UTC', () => {
    expect(russian.dayOf(at('2020-03-12T21:30:00Z'))).toBe('2020-03-13');
    expect(russian.formatTime(at('2020-03-12T21:30:00Z'))).toBe('00:30');
  });

  it.each([
    ['2020-10-15T11:32:00Z', 'сегодня в 14:32'],
    ['2020-10-14T11:32:00Z', 'вчера в 14:32'],
    ['2020-10-16T06:05:00Z', 'завтра в 09:05'],
    ['2020-03-12T11:32:00Z', '12 марта в 14:32'],
    ['2019-03-12T11:32:00Z', '12 марта 2019 в 14:32'],
  ])('%s seen on 15 October 2020', (moment, text) => {
    expect(plain(russian.formatMoment(at(moment), at('2020-10-15T12:00:00Z')))).toBe(text);
  });

  it.each([
    ['2020-10-20T20:59:00Z', 'осталось 5 дней'],
    ['2020-10-16T20:59:00Z', 'остался 1 день'],
    ['2020-11-05T20:59:00Z', 'остался 21 день'],
    ['2020-10-15T20:59:00Z', 'последний день'],
    ['2020-10-15T08:00:00Z', 'срок истёк сегодня'],
    ['2020-10-13T20:59:00Z', 'просрочено на 2 дня'],
    ['2020-07-15T20:59:00Z', 'просрочено на 3 месяца'],
    ['2014-10-14T20:59:00Z', 'просрочено на 6 лет'],
  ])('due %s', (due, text) => {
    expect(plain(russian.timeLeft(at(due), at('2020-10-15T12:00:00Z')))).toBe(text);
  });

  it('writes a school year with a dash', () => {
    expect(russian.formatSchoolYear('2020-2021')).toBe('2020–2021');
    expect(plain(russian.formatSchoolYear('2020-2021', true))).toBe('2020–2021 учебный год');
  });
});

describe('places where a line must not end', () => {
  it.each([
    ['МБОУ «СШ № 10»', 'МБОУ «СШ_№_10»'],
    ['Гимназия № 1 им. Н.М. Пржевальского', 'Гимназия №_1 им._Н.М._Пржевальского'],
    ['и в 9 и на 11', 'и_в_9_и_на_11'],
    [
      'Доля «2» у 30 % в школе № 10 — из 9 класса, «да» и нет.',
      'Доля «2» у_30_% в_школе №_10_— из_9_класса, «да» и_нет.',
    ],
    ['', ''],
  ])('%s', (typed, shown) => {
    expect(russian.typeset(typed).replaceAll('\u00a0', '_')).toBe(shown);
  });

  it('nothing but spaces changes, and nothing more the second time', () => {
    const words = fc.array(fc.constantFrom('и', 'на', 'школа', '30', '%', '—', '№', '«да»', 'оценка,', 'Н.М.'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const bound = russian.typeset(text);
        expect(bound.replaceAll('\u00a0', ' ')).toBe(text);
        expect(russian.typeset(bound)).toBe(bound);
      }),
    );
  });
});

describe('a capital at the beginning', () => {
  it.each([
    ['город Смоленск', 'Город Смоленск'],
    ['Вяземский', 'Вяземский'],
    ['', ''],
  ])('%s', (text, shown) => {
    expect(russian.capitalised(text)).toBe(shown);
  });
});
