import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changePartnership } from '@/lib/portal/partnerships/commands';
import { partnershipOf, refusalOfPartnership } from '@/lib/portal/partnerships/queries';
import { partnershipChangeSchema } from '@/lib/portal/partnerships/schema';

export const GET = apiRoute({}, ({ viewer, params }) => partnershipOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'partnership.change', body: partnershipChangeSchema, refusal: refusalOfPartnership },
  (id, { viewer, body, now }) => changePartnership(viewer, id, body, now),
);
