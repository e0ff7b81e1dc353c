import type { CardJson } from '@/lib/portal/cards/schema';
import { answerField, commentField, criterionOf, type Flight, isAnswerField, type ServerFields } from './queue-state';

type Answered = Pick<CardJson, 'version' | 'answers' | 'declared' | 'comments'>;

/** The answers as the school gave them: where МОЦ verified one, `answers` holds what counts instead. */
export function declaredAnswers({ answers, declared }: Pick<Answered, 'answers' | 'declared'>): CardJson['answers'] {
  return { ...answers, ...declared };
}

/** The card of the API as the queue's fields. */
export function fieldsOf(card: Answered): ServerFields {
  return {
    version: card.version,
    values: Object.fromEntries([
      ...Object.entries(declaredAnswers(card)).map(([criterion, answer]) => [answerField(criterion), answer]),
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
