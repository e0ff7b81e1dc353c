/** Answers of a card: what may be given, and which one counts. contract.md, `GET /api/v1/cards/{id}`. */
import type { CriterionDefinition } from './instrument';

/** YES_NO: 'yes' | 'no' | 'na'; SIGN_COUNT: a list of sign codes (an empty list: no sign found); null: not answered. */
export type Answer = 'yes' | 'no' | 'na' | string[] | null;

/** Where a counted answer comes from. */
export type AnswerSource = 'DECLARED' | 'COMPUTED' | 'VERIFIED';

/** The answer of the principal beside the one that МОЦ verified; undefined `verified`: МОЦ did not look at it. */
export interface StoredAnswer {
  declared: Answer;
  verified?: Answer;
}

/** A Russian complaint when the answer is not one that this criterion takes, otherwise null. */
export function answerFault(criterion: CriterionDefinition, answer: Answer): string | null {
  if (answer === null) return null;
  if (criterion.type === 'YES_NO') {
    return Array.isArray(answer) ? 'Ожидается «да», «нет» или «не применимо», а не список признаков.' : null;
  }
  if (!Array.isArray(answer)) return 'Ожидается список найденных признаков (пустой, если признаков нет).';
  const known = new Set(criterion.signs.map((sign) => sign.code));
  const unknown = answer.filter((code) => !known.has(code));
  if (unknown.length === 0) return null;
  return `Неизвестный признак: ${unknown.join(', ')}. Допустимы: ${[...known].join(', ')}.`;
}

/** A list of signs without repetitions, in the order of the instrument; other answers as they are. */
export function normalAnswer(criterion: CriterionDefinition, answer: Answer): Answer {
  if (!Array.isArray(answer)) return answer;
  const given = new Set(answer);
  return criterion.signs.map((sign) => sign.code).filter((code) => given.has(code));
}

/** The answer that is counted: what МОЦ verified stands above what the school declared. */
export function countedAnswer(stored: StoredAnswer): { answer: Answer; source: AnswerSource } {
  return stored.verified === undefined || stored.verified === null
    ? { answer: stored.declared, source: 'DECLARED' }
    : { answer: stored.verified, source: 'VERIFIED' };
}

export function sameAnswer(a: Answer, b: Answer): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((code) => b.includes(code));
  return a === b;
}
