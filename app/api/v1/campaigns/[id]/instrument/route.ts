import { apiRoute } from '@/app/api/api-route';
import { campaignInstrument } from '@/lib/portal/campaigns/queries';

export const GET = apiRoute({}, ({ viewer, params }) => campaignInstrument(viewer, params.id ?? ''));
