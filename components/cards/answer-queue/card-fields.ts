import type { CardJson } from '@/lib/portal/cards/schema';
import { answerField, commentField, criterionOf, type Flight, isAnswerField, type ServerFields } from './queue-state';

/**
 * The card of the API as the queue's fields: the answers that count. Where МОЦ verified one, another answer of the school
 * takes its place.
 */
export function fieldsOf(card: Pick<CardJson, 'version' | 'answers' | 'comments'>): ServerFields {
  return {
    version: card.version,
    values: Object.fromEntries([
      ...Object.entries(card.answers).map(([criterion, answer]) => [answerField(criterion), answer]),
      ...Object.entries(card.comments).map(([criterion, text]) => [commentField(criterion), text]),
    ]),
  };
}

/** A flight as the body of `PATCH /api/v1/cards/{id}/answers`. */
export function patchOf({ version, edits }: Flight) {
  const part = (answers: boolean) =>
    Object.fromEntries(
      edits
        .filter(({ key }) => isAnswerField(key) === answers)
        .map(({ key, value }) => [criterionOf(key), answers ? value : (value ?? '')]),
    );
  return { version, answers: part(true), comments: part(false) };
}
