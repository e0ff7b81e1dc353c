import { cardRoute } from '@/app/api/v1/cards/card-route';
import { returnCard } from '@/lib/portal/cards/commands';
import { returnSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.return', body: returnSchema },
  (cardId, { viewer, body, now, repeatable }) => returnCard(viewer, cardId, body, now, repeatable),
);
