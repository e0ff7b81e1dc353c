import type { Answer } from '@/lib/domain/answers';
import { answerField, commentField, type FieldKey, type FieldValue } from '../answer-queue/queue-state';
import { asAnswer } from './card-model';

export const formId = (cardId: string) => `card-form-${cardId}`;

/**
 * What was ticked and written in the form that the server sent while its program was still loading. Has to be read
 * before React takes the form over: it puts radio buttons back to what the server rendered.
 */
export function earlyEntries(cardId: string): [FieldKey, FieldValue][] {
  const form = typeof document === 'undefined' ? null : document.getElementById(formId(cardId));
  if (!form) return [];
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[data-criterion]')];
  const touched = inputs.filter((input) => input.checked !== input.defaultChecked);
  const criteria = [...new Set(touched.map((input) => input.dataset.criterion ?? ''))];
  const notes = [...form.querySelectorAll('textarea')].filter((area) => area.value !== area.defaultValue);
  return [
    ...criteria.map((criterion): [FieldKey, FieldValue] => [
      answerField(criterion),
      tickedAnswer(
        criterion,
        inputs.filter((input) => input.dataset.criterion === criterion),
      ),
    ]),
    ...notes.map((area): [FieldKey, FieldValue] => [commentField(area.name.replace(/^comment\./, '')), area.value]),
  ];
}

function tickedAnswer(criterion: string, inputs: readonly HTMLInputElement[]): Answer {
  const ticked = inputs.filter((input) => input.checked);
  const radio = ticked.find((input) => input.type === 'radio');
  if (radio) return asAnswer(radio.value);
  const signs = ticked.filter((input) => input.name === `sign.${criterion}`).map((input) => input.value);
  return signs.length > 0 ? signs : ticked.length > 0 ? [] : null;
}
