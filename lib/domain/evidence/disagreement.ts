/** Where the data say otherwise than the school. */
import { type Answer, answerWords, sameAnswer } from '../answers';
import { NBSP } from '../russian';
import type { ComputedAnswer } from './computed-answer';
import { MEASURES } from './measures';

/** Who reads the words: the school itself, or МОЦ about it. */
export type Reader = 'SCHOOL' | 'CENTRE';

/**
 * Whether a declared and a computed answer contradict each other. An answer that nobody gave yet, and data that do not
 * tell, contradict nothing; «не применимо» where data answer does.
 */
export function disagrees(declared: Answer, computed: Answer): boolean {
  return declared !== null && computed !== null && !sameAnswer(declared, computed);
}

/** «По данным ОГЭ: да; вы ответили нет»; null where the two agree or one of them is missing. */
export function disagreement(
  declared: Answer,
  computed: Pick<ComputedAnswer, 'answer' | 'rule'>,
  reader: Reader = 'SCHOOL',
): string | null {
  if (!disagrees(declared, computed.answer)) return null;
  const answered = reader === 'SCHOOL' ? `вы${NBSP}ответили` : 'школа ответила';
  return `По${NBSP}данным ${MEASURES[computed.rule.measure].data}: ${answerWords(computed.answer)}; ${answered} ${given(declared)}`;
}

/** A list of signs is an answer of its own kind: «вы ответили «признаков нет»». */
function given(answer: Answer): string {
  return Array.isArray(answer) ? `«${answerWords(answer)}»` : answerWords(answer);
}
