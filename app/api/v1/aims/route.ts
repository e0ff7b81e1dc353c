import { apiRoute } from '@/app/api/api-route';
import { aimsItems } from '@/lib/portal/aims/queries';
import { aimsListQuerySchema } from '@/lib/portal/aims/schema';

export const GET = apiRoute({ query: aimsListQuerySchema }, ({ viewer, query }) => aimsItems(viewer, query));
