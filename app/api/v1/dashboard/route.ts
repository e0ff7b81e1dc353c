import { apiRoute } from '@/app/api/api-route';
import { dashboardOf } from '@/lib/portal/dashboard/queries';
import { dashboardQuerySchema } from '@/lib/portal/dashboard/schema';

export const GET = apiRoute({ query: dashboardQuerySchema }, ({ viewer, query, now }) =>
  dashboardOf(viewer, query, now),
);
