import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { askRecheck } from '@/lib/portal/objectivity-reviews/commands';
import { reviewList } from '@/lib/portal/objectivity-reviews/queries';
import { recheckSchema, reviewListQuerySchema } from '@/lib/portal/objectivity-reviews/schema';

export const GET = apiRoute({ query: reviewListQuerySchema }, ({ viewer, query }) => reviewList(viewer, query));

export const POST = apiRoute(
  { body: recheckSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'objectivity.recheck') },
  ({ viewer, body, now }) => askRecheck(viewer, body, now),
);
