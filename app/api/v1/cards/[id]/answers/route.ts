import { cardRoute } from '@/app/api/v1/cards/card-route';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { answersPatchSchema } from '@/lib/portal/cards/schema';

export const PATCH = cardRoute({ action: 'card.answer', body: answersPatchSchema }, (cardId, { viewer, body, now }) =>
  saveAnswers(viewer, cardId, body, now),
);
