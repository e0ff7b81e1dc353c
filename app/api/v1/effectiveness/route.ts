import { apiRoute } from '@/app/api/api-route';
import { effectivenessOf } from '@/lib/portal/effectiveness/queries';
import { effectivenessQuerySchema } from '@/lib/portal/effectiveness/schema';

export const GET = apiRoute({ query: effectivenessQuerySchema }, ({ viewer, query }) => effectivenessOf(viewer, query));
