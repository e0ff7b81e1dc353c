import { apiRoute } from '@/app/api/api-route';
import { importInScope } from '@/lib/portal/imports/queries';

export const GET = apiRoute({}, ({ viewer, params }) => importInScope(viewer, params.id ?? ''));
