import { apiRoute } from '@/app/api/api-route';
import { whatIfOf } from '@/lib/portal/lists/queries';
import { whatIfInputSchema } from '@/lib/portal/lists/schema';

export const POST = apiRoute({ body: whatIfInputSchema }, ({ viewer, params, body }) =>
  whatIfOf(viewer, params.id ?? '', body.rule),
);
