import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changeRecommendation } from '@/lib/portal/recommendations/commands';
import { recommendationOf, refusalOfRecommendation } from '@/lib/portal/recommendations/queries';
import { recommendationChangeSchema } from '@/lib/portal/recommendations/schema';

export const GET = apiRoute({}, ({ viewer, params }) => recommendationOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'recommendation.draft', body: recommendationChangeSchema, refusal: refusalOfRecommendation },
  (id, { viewer, body, now }) => changeRecommendation(viewer, id, body, now),
);
