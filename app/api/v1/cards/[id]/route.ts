import { apiRoute } from '@/app/api/api-route';
import { cardOf } from '@/lib/portal/cards/queries';

export const GET = apiRoute({}, ({ viewer, params }) => cardOf(viewer, params.id ?? ''));
