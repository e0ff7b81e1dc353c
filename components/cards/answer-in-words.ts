import type { Answer } from '@/lib/domain/answers';

const WORDS = { yes: 'да', no: 'нет', na: 'не применимо' } as const;

/** An answer as people read it: «да», «нет», «не применимо», «признаки: S1, S4», «нет ответа». */
export function answerInWords(answer: Answer | undefined): string {
  if (answer === null || answer === undefined) return 'нет ответа';
  if (Array.isArray(answer)) return answer.length === 0 ? 'признаков нет' : `признаки: ${answer.join(', ')}`;
  return WORDS[answer];
}

/** Points that the answer costs. */
export function pointsOf(answer: Answer | undefined): number {
  if (Array.isArray(answer)) return answer.length;
  return answer === 'yes' ? 1 : 0;
}
