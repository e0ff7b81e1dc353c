/** Answers as people write them into a cell of a table: «Да », «нет», «н/п», «-», 1, 0. */
import type { Answer } from './answers';

const WORDS: Record<string, 'yes' | 'no' | 'na'> = {
  да: 'yes',
  д: 'yes',
  yes: 'yes',
  '+': 'yes',
  '1': 'yes',
  true: 'yes',
  истина: 'yes',
  нет: 'no',
  н: 'no',
  no: 'no',
  '0': 'no',
  false: 'no',
  ложь: 'no',
  'не применимо': 'na',
  неприменимо: 'na',
  'не применяется': 'na',
  'н/п': 'na',
  нп: 'na',
  'н.п': 'na',
  na: 'na',
  'n/a': 'na',
  '-': 'na',
};

/** A text without what does not matter: case, outer and doubled spaces, a final full stop, kinds of dashes and spaces. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase();
}

/** The answer that is written there; null: nothing is; undefined: no answer that could be understood. */
export function writtenAnswer(written: string | number | boolean | null): Exclude<Answer, string[]> | undefined {
  const text = plainText(String(written ?? ''));
  if (text === '') return null;
  return Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
}
