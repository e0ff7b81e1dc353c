/** Answers of a card: what may be given, and which one counts. contract.md, `GET /api/v1/cards/{id}`. */
import type { CriterionDefinition } from './instrument';

/** YES_NO: 'yes' | 'no' | 'na'; SIGN_COUNT: a list of sign codes (an empty list: no sign found); null: not answered. */
export type Answer = 'yes' | 'no' | 'na' | string[] | null;

/** Where a counted answer comes from. */
export type AnswerSource = 'DECLARED' | 'COMPUTED' | 'VERIFIED';

/**
 * The answer of the principal beside the one that МОЦ verified; undefined `verified`: МОЦ did not look at it. `computed` is
 * given where the campaign counts what data answer; null: the data do not tell.
 */
export interface StoredAnswer {
  declared: Answer;
  computed?: Answer;
  verified?: Answer;
}

const ANSWER_NAMES = { yes: 'да', no: 'нет', na: 'не применимо' } as const;

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

/** The answer that is counted: verified above computed (where given and counted) above declared. contract.md, «Scoring rule» */
export function countedAnswer(stored: StoredAnswer): { answer: Answer; source: AnswerSource } {
  if (stored.verified !== undefined && stored.verified !== null) return { answer: stored.verified, source: 'VERIFIED' };
  if (stored.computed !== undefined && stored.computed !== null) return { answer: stored.computed, source: 'COMPUTED' };
  return { answer: stored.declared, source: 'DECLARED' };
}

/** Whether two answers say the same; the order and repetitions of signs do not matter. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.every((code) => b.includes(code)) && b.every((code) => a.includes(code));
}

/** Whether the answer says something about the school: «нет» and an empty list do, «не применимо» and none do not. */
export function isDefinite(answer: Answer): boolean {
  return answer !== null && answer !== 'na';
}

/** The answer in words: «да», «нет», «не применимо», «нет ответа», «признаков нет», «признаки: S1, S4». */
export function answerWords(answer: Answer): string {
  if (Array.isArray(answer)) return answer.length === 0 ? 'признаков нет' : `признаки: ${answer.join(', ')}`;
  return answer === null ? 'нет ответа' : ANSWER_NAMES[answer];
}
