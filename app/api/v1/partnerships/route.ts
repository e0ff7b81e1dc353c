import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { proposePartnership } from '@/lib/portal/partnerships/commands';
import { partnershipsInScope } from '@/lib/portal/partnerships/queries';
import { newPartnershipSchema, partnershipQuerySchema } from '@/lib/portal/partnerships/schema';

export const GET = apiRoute({ query: partnershipQuerySchema }, ({ viewer, query }) =>
  partnershipsInScope(viewer, query),
);

export const POST = apiRoute(
  { body: newPartnershipSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'partnership.change') },
  ({ viewer, body, now }) => proposePartnership(viewer, body, now),
);
