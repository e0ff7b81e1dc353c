import { apiRoute } from '@/app/api/api-route';
import { campaignsInScope } from '@/lib/portal/campaigns/queries';
import { campaignListQuerySchema } from '@/lib/portal/campaigns/schema';

export const GET = apiRoute({ query: campaignListQuerySchema }, ({ viewer, query }) => campaignsInScope(viewer, query));
