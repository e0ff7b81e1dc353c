import { cardRoute } from '@/app/api/v1/cards/card-route';
import { clearVerification, verifyAnswer } from '@/lib/portal/cards/commands';
import { clearedVerificationSchema, verificationSchema } from '@/lib/portal/cards/schema';

export const PUT = cardRoute(
  { action: 'card.verify', body: verificationSchema },
  (cardId, { viewer, params, body, now }) => verifyAnswer(viewer, cardId, params.code ?? '', body, now),
);

export const DELETE = cardRoute(
  { action: 'card.verify', body: clearedVerificationSchema },
  (cardId, { viewer, params, body, now }) => clearVerification(viewer, cardId, params.code ?? '', body, now),
);
