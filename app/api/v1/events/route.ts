import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { planEvent } from '@/lib/portal/events/commands';
import { eventsInScope } from '@/lib/portal/events/queries';
import { eventQuerySchema, newEventSchema } from '@/lib/portal/events/schema';

export const GET = apiRoute({ query: eventQuerySchema }, ({ viewer, query }) => eventsInScope(viewer, query));

export const POST = apiRoute(
  { body: newEventSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'event.plan') },
  ({ viewer, body, now }) => planEvent(viewer, body, now),
);
