/** Answering by keys: 1, 2, 3 answer the current question, Enter and arrows go on. Pure: what a key means where. */
import type { Answer } from '@/lib/domain/answers';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { withoutSigns, withSign } from './sign-answer';

/** Where the focus stands when a key is pressed. */
export interface KeyPlace {
  /** a field for text, a list of choices: keys belong to it */
  isTyping: boolean;
  /** a button, link or summary: Enter belongs to it */
  isPressable: boolean;
  /** inside a question, but not on a radio button: arrows neither scroll nor choose among answers there */
  takesArrows: boolean;
}

export type KeyMeaning = { go: 'next' | 'previous' } | { answer: Answer } | null;

const YES_NO_KEYS = new Map<string, Answer>([
  ['1', 'yes'],
  ['2', 'no'],
  ['3', 'na'],
]);

/** What the key does to the current question; null: nothing of ours. */
export function meaningOfKey(key: string, place: KeyPlace, criterion: CriterionDefinition, answer: Answer): KeyMeaning {
  if (place.isTyping) return null;
  if (key === 'Enter') return place.isPressable ? null : { go: 'next' };
  if (key === 'ArrowDown' || key === 'ArrowRight') return place.takesArrows ? { go: 'next' } : null;
  if (key === 'ArrowUp' || key === 'ArrowLeft') return place.takesArrows ? { go: 'previous' } : null;
  if (criterion.type === 'YES_NO') {
    const chosen = YES_NO_KEYS.get(key);
    return chosen === undefined ? null : { answer: chosen };
  }
  if (key === '0') return { answer: withoutSigns(answer) };
  const sign = /^[1-9]$/.test(key) ? criterion.signs[Number(key) - 1] : undefined;
  return sign ? { answer: withSign(answer, sign.code) } : null;
}

/** Reads the place from the element that has the focus. */
export function placeOf(element: Element | null): KeyPlace {
  const type = element instanceof HTMLInputElement ? element.type : '';
  return {
    isTyping:
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement ||
      (element instanceof HTMLElement && element.isContentEditable) ||
      (type !== '' && type !== 'radio' && type !== 'checkbox'),
    isPressable: (element?.closest('button, a[href], summary') ?? null) !== null,
    takesArrows: type !== 'radio' && (element?.closest('[data-question]') ?? null) !== null,
  };
}
