import { apiRoute } from '@/app/api/api-route';
import { rulesOf } from '@/lib/portal/federal-rule/queries';
import { pagingSchema } from '@/lib/portal/paging';

export const GET = apiRoute({ query: pagingSchema }, ({ viewer, params, query }) =>
  rulesOf(viewer, params.id ?? '', query),
);
