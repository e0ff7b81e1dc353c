import { reviewRoute } from '@/app/api/v1/objectivity/reviews/review-route';
import { decideReview } from '@/lib/portal/objectivity-reviews/commands';
import { reviewDecisionSchema } from '@/lib/portal/objectivity-reviews/schema';

export const POST = reviewRoute(
  { action: 'objectivity.decide', body: reviewDecisionSchema },
  (id, { viewer, body, now }) => decideReview(viewer, id, body, now),
);
