import { changeRoute } from '@/app/api/v1/support-route';
import { issueRecommendation } from '@/lib/portal/recommendations/commands';
import { refusalOfRecommendation } from '@/lib/portal/recommendations/queries';
import { issueSchema } from '@/lib/portal/recommendations/schema';

export const POST = changeRoute(
  { action: 'recommendation.issue', body: issueSchema, refusal: refusalOfRecommendation },
  (id, { viewer, body, now, repeatable }) => issueRecommendation(viewer, id, body, now, repeatable),
);
