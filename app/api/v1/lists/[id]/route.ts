import { apiRoute } from '@/app/api/api-route';
import { confirmedListOf } from '@/lib/portal/lists/queries';

export const GET = apiRoute({}, ({ viewer, params }) => confirmedListOf(viewer, params.id ?? ''));
