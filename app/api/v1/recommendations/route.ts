import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { draftRecommendation } from '@/lib/portal/recommendations/commands';
import { recommendationsInScope } from '@/lib/portal/recommendations/queries';
import { recommendationQuerySchema, recommendationSchema } from '@/lib/portal/recommendations/schema';

export const GET = apiRoute({ query: recommendationQuerySchema }, ({ viewer, query }) =>
  recommendationsInScope(viewer, query),
);

export const POST = apiRoute(
  { body: recommendationSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'recommendation.draft') },
  ({ viewer, body, now }) => draftRecommendation(viewer, body, now),
);
