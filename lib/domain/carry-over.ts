/** Answers of last year that are offered again with «проверьте»: conditions that hardly change from year to year. */
import { type Answer, countedAnswer } from './answers';
import { applicableCriteria, type InstrumentDefinition, placedCriteria, type SchoolGrades } from './instrument';
import type { StoredAnswers } from './scoring';

/** Last year's card with the instrument by which it was filled in. */
export interface EarlierCard {
  instrument: InstrumentDefinition;
  answers: StoredAnswers;
}

/**
 * The answers to begin this year's card with, by criterion code. Carried over is what counted last year («да», «нет» or
 * «не применимо», verified above declared) for a stable criterion of the same code and the same wording that applies to
 * the school this year. Signs of objectivity are found anew each year and never carried over, nor is an answer to a
 * question that was worded differently.
 */
export function carriedOverAnswers(
  instrument: InstrumentDefinition,
  grades: SchoolGrades,
  earlier: EarlierCard,
): Record<string, Answer> {
  const asked = new Map(placedCriteria(earlier.instrument).map(({ criterion }) => [criterion.code, criterion]));
  const carried = applicableCriteria(instrument, grades).flatMap(({ criterion }): [string, Answer][] => {
    const before = asked.get(criterion.code);
    const stored = earlier.answers[criterion.code];
    if (!criterion.stable || criterion.type !== 'YES_NO' || before === undefined || stored === undefined) return [];
    if (wordingOf(before.text) !== wordingOf(criterion.text)) return [];
    const { answer } = countedAnswer(stored);
    return answer === null || Array.isArray(answer) ? [] : [[criterion.code, answer]];
  });
  return Object.fromEntries(carried);
}

/** Wording without differences of spacing. */
function wordingOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
