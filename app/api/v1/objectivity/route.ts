import { apiRoute } from '@/app/api/api-route';
import { objectivityList } from '@/lib/portal/objectivity/queries';
import { objectivityQuerySchema } from '@/lib/portal/objectivity/schema';

export const GET = apiRoute({ query: objectivityQuerySchema }, ({ viewer, query }) => objectivityList(viewer, query));
