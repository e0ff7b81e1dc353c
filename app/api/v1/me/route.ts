import { apiRoute } from '@/app/api/api-route';
import { done } from '@/lib/domain/failure';
import { meOf } from '@/lib/portal/accounts/queries';

export const GET = apiRoute({}, async ({ viewer }) => done(meOf(viewer)));
