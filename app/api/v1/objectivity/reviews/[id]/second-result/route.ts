import { reviewRoute } from '@/app/api/v1/objectivity/reviews/review-route';
import { enterSecondResult } from '@/lib/portal/objectivity-reviews/commands';
import { secondResultSchema } from '@/lib/portal/objectivity-reviews/schema';

export const POST = reviewRoute(
  { action: 'objectivity.secondResult', body: secondResultSchema },
  (id, { viewer, body, now }) => enterSecondResult(viewer, id, body, now),
);
