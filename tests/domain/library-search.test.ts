import { describe, expect, it } from 'vitest';
import { cited } from '@/lib/domain/library/document';
import {
  FOUND_END,
  FOUND_START,
  letterDistance,
  nearestWord,
  segmentsOf,
  spelledWords,
  straightQuotes,
  withCorrections,
} from '@/lib/domain/library/search-words';

describe('the words of a search', () => {
  it('are looked at for misspellings outside of phrases, exclusions and numbers', () => {
    expect(spelledWords('Преказ "точная фраза" -письмо № 161-ОД об')).toEqual(['преказ']);
    expect(straightQuotes(' «точная  фраза» ')).toBe('"точная фраза"');
  });

  it('count a swap of neighbours as one change and take the nearest word alone', () => {
    expect(letterDistance('орагнизации', 'организации')).toBe(1);
    expect(letterDistance('', 'год')).toBe(3);
    expect(nearestWord('преказ', ['показ', 'приказ'])).toBe('приказ');
    expect(nearestWord('преказ', ['мониторинг'])).toBeNull();
    expect(withCorrections('Преказ № 5', new Map([['преказ', 'приказ']]))).toBe('приказ № 5');
  });

  it('come back marked as pieces and never as markup', () => {
    expect(segmentsOf(`<b>${FOUND_START}приказ${FOUND_END} о плане`)).toEqual([
      { text: '<b>', found: false },
      { text: 'приказ', found: true },
      { text: ' о плане', found: false },
    ]);
  });
});

it('an act is cited by what is known of it', () => {
  expect(cited({ type: 'Приказ', issuer: '', issuedOn: '2018-02-26', number: '161-ОД' })).toBe(
    'Приказ от 26.02.2018 № 161-ОД',
  );
});
