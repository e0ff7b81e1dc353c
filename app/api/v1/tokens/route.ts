import { apiRoute } from '@/app/api/api-route';
import { done } from '@/lib/domain/failure';
import { newTokenSchema } from '@/lib/portal/accounts/schema';
import { createToken, tokensOf } from '@/lib/portal/accounts/tokens';
import { pageOf, pagingSchema } from '@/lib/portal/paging';

export const GET = apiRoute({ query: pagingSchema }, async ({ viewer, query, now }) =>
  done(pageOf(await tokensOf(viewer, now), query)),
);

export const POST = apiRoute({ body: newTokenSchema, status: 201 }, ({ viewer, body, now }) =>
  createToken(viewer, body, now),
);
