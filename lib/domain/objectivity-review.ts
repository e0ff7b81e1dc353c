/**
 * A sign looked into: re-check → second result → the school's explanation → confirmed or withdrawn (domain.md 2.4, the
 * workflow of регионы that re-check). «Подтверждён» says that the re-check found the sign again, never that anybody is to
 * blame.
 */

export const REVIEW_STATES = ['RECHECK', 'SECOND_RESULT', 'EXPLAINED', 'CONFIRMED', 'WITHDRAWN'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export type ReviewDecision = 'CONFIRMED' | 'WITHDRAWN';

/** What both sides have said until now. */
export interface ReviewWords {
  secondResult: string | null;
  explanation: string | null;
}

/** The state of a review that is not decided: the school may explain before the second result is there. */
export function stateOfWords({ secondResult, explanation }: ReviewWords): ReviewState {
  if (secondResult === null) return 'RECHECK';
  return explanation === null ? 'SECOND_RESULT' : 'EXPLAINED';
}

export function isDecided(state: ReviewState): state is ReviewDecision {
  return state === 'CONFIRMED' || state === 'WITHDRAWN';
}

/** A decision needs the second result; the school's explanation is waited for, but its silence stops nobody. */
export function mayBeDecided(state: ReviewState): boolean {
  return state !== 'RECHECK';
}

export const REVIEW_WORDS: Record<ReviewState, string> = {
  RECHECK: 'назначена перепроверка',
  SECOND_RESULT: 'есть второй результат',
  EXPLAINED: 'есть пояснение школы',
  CONFIRMED: 'признак подтверждён перепроверкой',
  WITHDRAWN: 'признак снят',
};
