import { apiRoute } from '@/app/api/api-route';
import { historyOfCard } from '@/lib/portal/cards/queries';
import { pagingSchema } from '@/lib/portal/paging';

export const GET = apiRoute({ query: pagingSchema }, ({ viewer, params, query }) =>
  historyOfCard(viewer, params.id ?? '', query),
);
