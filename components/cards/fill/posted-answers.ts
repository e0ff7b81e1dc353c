/** The form of a group as it is sent without JavaScript: what the person changed against what the page showed. */
import { z } from 'zod';
import type { Answer } from '@/lib/domain/answers';
import { edited, emptyQueue } from '../answer-queue/queue-rules';
import { answerField, commentField, type FieldValue, type QueueState } from '../answer-queue/queue-state';
import { asAnswer } from './card-model';

const answerSchema = z.union([z.null(), z.enum(['yes', 'no', 'na']), z.array(z.string())]);

/** What stood in the fields when the page was made; only fields that may be changed. */
export const seenSchema = z.object({
  version: z.int(),
  answers: z.record(z.string(), answerSchema),
  comments: z.record(z.string(), z.string()),
});
export type SeenAnswers = z.output<typeof seenSchema>;

/** The posted form as a queue over what was seen: its edits follow the same rules as those of the live form. */
export function postedQueue(seen: SeenAnswers, form: FormData, at: number): QueueState {
  const values: Record<string, FieldValue> = {};
  for (const [code, answer] of Object.entries(seen.answers)) values[answerField(code)] = answer;
  for (const [code, note] of Object.entries(seen.comments)) values[commentField(code)] = note;
  const start = emptyQueue({ version: seen.version, values });
  return Object.keys(seen.answers).reduce((state, code) => {
    const answered = edited(state, { key: answerField(code), value: postedAnswer(form, code), at });
    const note = form.get(`comment.${code}`);
    return typeof note === 'string' ? edited(answered, { key: commentField(code), value: note, at }) : answered;
  }, start);
}

function postedAnswer(form: FormData, code: string): Answer {
  const answer = form.get(`answer.${code}`);
  if (typeof answer === 'string') return asAnswer(answer);
  const signs = form.getAll(`sign.${code}`).map(String);
  if (signs.length > 0) return signs;
  return form.has(`none.${code}`) ? [] : null;
}
