import { apiRoute } from '@/app/api/api-route';
import { revokeToken } from '@/lib/portal/accounts/tokens';

export const DELETE = apiRoute({}, ({ viewer, params, now }) => revokeToken(viewer, params.id ?? '', now));
