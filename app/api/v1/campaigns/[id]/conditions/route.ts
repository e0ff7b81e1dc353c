import { apiRoute } from '@/app/api/api-route';
import { pagingSchema } from '@/lib/portal/paging';
import { conditionsOf } from '@/lib/portal/social-conditions/queries';

export const GET = apiRoute({ query: pagingSchema }, ({ viewer, params, query }) =>
  conditionsOf(viewer, params.id ?? '', query),
);
