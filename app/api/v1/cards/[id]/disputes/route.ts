import { cardRoute } from '@/app/api/v1/cards/card-route';
import { raiseDispute } from '@/lib/portal/cards/commands';
import { disputeSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.dispute', body: disputeSchema, status: 201 },
  (cardId, { viewer, body, now }) => raiseDispute(viewer, cardId, body, now),
);
