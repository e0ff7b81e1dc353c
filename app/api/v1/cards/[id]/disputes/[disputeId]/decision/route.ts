import { cardRoute } from '@/app/api/v1/cards/card-route';
import { decideDispute } from '@/lib/portal/cards/commands';
import { disputeDecisionSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.decideDispute', body: disputeDecisionSchema },
  (cardId, { viewer, params, body, now }) => decideDispute(viewer, cardId, params.disputeId ?? '', body, now),
);
