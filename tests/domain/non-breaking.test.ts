import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundText } from '../../lib/domain/non-breaking';

describe('boundText', () => {
  it('binds short words, figures and dashes', () => {
    const text = 'Доля «2» у 30 % в школе № 10 — из 9 класса, «да» и нет.';
    expect(boundText(text).replaceAll('\u00a0', '_')).toBe('Доля «2» у_30_% в_школе №_10_— из_9_класса, «да» и_нет.');
  });

  it('binds several short words in a row', () => {
    expect(boundText('и в 9 и на 11').replaceAll('\u00a0', '_')).toBe('и_в_9_и_на_11');
  });

  it('changes nothing but spaces, and nothing more the second time', () => {
    const words = fc.array(fc.constantFrom('и', 'на', 'школа', '30', '%', '—', '№', '«да»', 'оценка,'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const bound = boundText(text);
        expect(bound.replaceAll('\u00a0', ' ')).toBe(text);
        expect(boundText(bound)).toBe(bound);
      }),
    );
  });
});
