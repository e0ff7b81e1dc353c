import { apiRoute } from '@/app/api/api-route';
import { confirmList } from '@/lib/portal/lists/commands';
import { listsOfCampaign } from '@/lib/portal/lists/queries';
import { confirmationSchema } from '@/lib/portal/lists/schema';
import { pagingSchema } from '@/lib/portal/paging';

export const GET = apiRoute({ query: pagingSchema }, ({ viewer, params, query }) =>
  listsOfCampaign(viewer, params.id ?? '', query),
);

export const POST = apiRoute({ body: confirmationSchema, status: 201 }, ({ viewer, params, body, now, repeatable }) =>
  confirmList(viewer, params.id ?? '', body, now, repeatable),
);
