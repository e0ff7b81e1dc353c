import { apiRoute } from '@/app/api/api-route';
import { schoolsInScope } from '@/lib/portal/schools/api-queries';
import { schoolListQuerySchema } from '@/lib/portal/schools/api-schema';

export const GET = apiRoute({ query: schoolListQuerySchema }, ({ viewer, query }) => schoolsInScope(viewer, query));
