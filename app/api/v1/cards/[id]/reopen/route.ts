import { cardRoute } from '@/app/api/v1/cards/card-route';
import { reopenCard } from '@/lib/portal/cards/commands';
import { reopeningSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.reopen', body: reopeningSchema },
  (cardId, { viewer, body, now, repeatable }) => reopenCard(viewer, cardId, body, now, repeatable),
);
