import { type Answer, sameAnswer } from '@/lib/domain/answers';
import { NBSP } from '@/lib/domain/russian';
import type { ComputedView, CriterionState } from '@/lib/portal/cards/schema';
import { answerInWords } from '../answer-in-words';

export type Reader = 'SCHOOL' | 'CENTRE';

export type Verdict = 'differs' | 'agrees' | 'unanswered' | 'abstains';

/** How what data answer stands to what people answered. */
export function verdictOf({ answer }: Pick<ComputedView, 'answer'>, given: Answer): Verdict {
  if (answer === null) return 'abstains';
  if (given === null) return 'unanswered';
  return sameAnswer(answer, given) ? 'agrees' : 'differs';
}

/** Whether the school answered otherwise than data do and nobody has settled it. */
export function differsFromData({ declared, verified, computed }: CriterionState): boolean {
  return computed !== null && verified === null && verdictOf(computed, declared) === 'differs';
}

/** «По данным ОГЭ: да». */
export const saidByData = ({ data, answer }: Pick<ComputedView, 'data' | 'answer'>) =>
  `По${NBSP}данным ${data}: ${answerInWords(answer)}`;

/** What data say by themselves, or why they say nothing. */
export function dataInWords(computed: ComputedView): string {
  return computed.answer === null
    ? `По${NBSP}данным ${computed.data} ответа нет: ${computed.abstention ?? 'данных мало'}`
    : saidByData(computed);
}

/** «По данным ОГЭ: да; вы ответили нет». */
export function computedInWords(computed: ComputedView, given: Answer, reader: Reader): string {
  const who = reader === 'SCHOOL' ? `вы${NBSP}ответили` : 'школа ответила';
  switch (verdictOf(computed, given)) {
    case 'abstains':
    case 'unanswered':
      return dataInWords(computed);
    case 'agrees':
      return `${saidByData(computed)}, как и${NBSP}${who}`;
    case 'differs':
      return `${saidByData(computed)}; ${who} ${Array.isArray(given) ? `«${answerInWords(given)}»` : answerInWords(given)}`;
  }
}
