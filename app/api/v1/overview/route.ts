import { apiRoute } from '@/app/api/api-route';
import { overviewOf } from '@/lib/portal/overview/queries';
import { overviewQuerySchema } from '@/lib/portal/overview/schema';

export const GET = apiRoute({ query: overviewQuerySchema }, ({ viewer, query, now }) => overviewOf(viewer, query, now));
