import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changeEvent } from '@/lib/portal/events/commands';
import { eventOf, refusalOfEvent } from '@/lib/portal/events/queries';
import { eventChangeSchema } from '@/lib/portal/events/schema';

export const GET = apiRoute({}, ({ viewer, params }) => eventOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'event.change', body: eventChangeSchema, refusal: refusalOfEvent },
  (id, { viewer, body, now }) => changeEvent(viewer, id, body, now),
);
