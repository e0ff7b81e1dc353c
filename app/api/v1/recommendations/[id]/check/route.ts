import { changeRoute } from '@/app/api/v1/support-route';
import { checkRecommendation } from '@/lib/portal/recommendations/commands';
import { refusalOfRecommendation } from '@/lib/portal/recommendations/queries';
import { checkSchema } from '@/lib/portal/recommendations/schema';

export const POST = changeRoute(
  { action: 'recommendation.check', body: checkSchema, refusal: refusalOfRecommendation },
  (id, { viewer, body, now, repeatable }) => checkRecommendation(viewer, id, body, now, repeatable),
);
