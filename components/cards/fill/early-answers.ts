import type { Answer } from '@/lib/domain/answers';
import { answerField, type QueueState, sameValue } from '../answer-queue/queue-state';
import { shownValue } from '../answer-queue/queue-view';
import { asAnswer } from './card-model';

/** Answers that stand ticked in the form but not in the queue: given while the page was still loading its program. */
export function earlyAnswers(form: HTMLFormElement, state: QueueState): [string, Answer][] {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-criterion]:not(:disabled)')];
  const criteria = [...new Set(inputs.map((input) => input.dataset.criterion ?? ''))];
  return criteria.flatMap((criterion): [string, Answer][] => {
    const own = inputs.filter((input) => input.dataset.criterion === criterion);
    const answer = tickedAnswer(criterion, own);
    return answer === null || sameValue(answer, shownValue(state, answerField(criterion))) ? [] : [[criterion, answer]];
  });
}

function tickedAnswer(criterion: string, inputs: readonly HTMLInputElement[]): Answer {
  const ticked = inputs.filter((input) => input.checked);
  const radio = ticked.find((input) => input.type === 'radio');
  if (radio) return asAnswer(radio.value);
  const signs = ticked.filter((input) => input.name === `sign.${criterion}`).map((input) => input.value);
  return signs.length > 0 ? signs : ticked.length > 0 ? [] : null;
}
