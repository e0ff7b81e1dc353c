import { apiRoute } from '@/app/api/api-route';
import { municipalitiesInScope } from '@/lib/portal/municipalities/queries';
import { municipalityListQuerySchema } from '@/lib/portal/municipalities/schema';

export const GET = apiRoute({ query: municipalityListQuerySchema }, ({ viewer, query }) =>
  municipalitiesInScope(viewer, query),
);
