import { cardRoute } from '@/app/api/v1/cards/card-route';
import { submitCard } from '@/lib/portal/cards/commands';
import { submissionSchema } from '@/lib/portal/cards/schema';

export const POST = cardRoute(
  { action: 'card.submit', body: submissionSchema },
  (cardId, { viewer, body, now, repeatable }) => submitCard(viewer, cardId, body, now, repeatable),
);
