import { describe, expect, it } from 'vitest';
import { writtenAnswer } from '@/lib/domain/written-answer';

describe('writtenAnswer', () => {
  it.each(['да', 'Да ', ' ДА.', 'д', '+', 1, '1', true, 'да\u00a0', 'ИСТИНА'])('takes %j for «да»', (text) => {
    expect(writtenAnswer(text)).toBe('yes');
  });

  it.each(['нет', ' Нет', 'НЕТ.', 'н', 0, '0', false])('takes %j for «нет»', (text) => {
    expect(writtenAnswer(text)).toBe('no');
  });

  it.each(['н/п', 'Н/П.', '-', '—', '–', 'не применимо', 'Не  применимо', 'не\u00a0применимо', 'n/a'])(
    'takes %j for «не применимо»',
    (text) => {
      expect(writtenAnswer(text)).toBe('na');
    },
  );

  it.each([null, '', '   ', '\u200b', '.'])('takes %j for no answer', (text) => {
    expect(writtenAnswer(text)).toBeNull();
  });

  it.each(['может быть', '2', 'данет', 'constructor', '=1+1', 1.5])('does not guess what %j means', (text) => {
    expect(writtenAnswer(text)).toBeUndefined();
  });
});
