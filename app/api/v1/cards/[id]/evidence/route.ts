import { apiRoute } from '@/app/api/api-route';
import { evidenceOfCard } from '@/lib/portal/evidence/queries';

export const GET = apiRoute({}, ({ viewer, params }) => evidenceOfCard(viewer, params.id ?? ''));
