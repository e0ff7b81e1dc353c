import { changeRoute } from '@/app/api/v1/support-route';
import { answerRecommendation } from '@/lib/portal/recommendations/commands';
import { refusalOfRecommendation } from '@/lib/portal/recommendations/queries';
import { answerSchema } from '@/lib/portal/recommendations/schema';

export const POST = changeRoute(
  { action: 'recommendation.answer', body: answerSchema, refusal: refusalOfRecommendation },
  (id, { viewer, body, now, repeatable }) => answerRecommendation(viewer, id, body, now, repeatable),
);
