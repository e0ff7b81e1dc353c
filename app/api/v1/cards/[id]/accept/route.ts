import { cardRoute } from '@/app/api/v1/cards/card-route';
import { acceptCard } from '@/lib/portal/cards/commands';
import { acceptanceSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.accept', body: acceptanceSchema },
  (cardId, { viewer, body, now, repeatable }) => acceptCard(viewer, cardId, body, now, repeatable),
);
