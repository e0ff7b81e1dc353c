import { apiRoute } from '@/app/api/api-route';
import { rankingOf } from '@/lib/portal/lists/queries';
import { rankingQuerySchema } from '@/lib/portal/lists/schema';

export const GET = apiRoute({ query: rankingQuerySchema }, ({ viewer, params, query }) =>
  rankingOf(viewer, params.id ?? '', query),
);
