import { cardRoute } from '@/app/api/v1/cards/card-route';
import { commentOnCriterion } from '@/lib/portal/cards/commands';
import { commentSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.comment', body: commentSchema, status: 201 },
  (cardId, { viewer, body, now }) => commentOnCriterion(viewer, cardId, body, now),
);
