import { reviewRoute } from '@/app/api/v1/objectivity/reviews/review-route';
import { explainSign } from '@/lib/portal/objectivity-reviews/commands';
import { explanationSchema } from '@/lib/portal/objectivity-reviews/schema';

export const POST = reviewRoute(
  { action: 'objectivity.explain', body: explanationSchema },
  (id, { viewer, body, now }) => explainSign(viewer, id, body, now),
);
