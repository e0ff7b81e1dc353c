import { changeRoute } from '@/app/api/v1/support-route';
import { publishEvent } from '@/lib/portal/events/commands';
import { refusalOfEvent } from '@/lib/portal/events/queries';
import { publishEventSchema } from '@/lib/portal/events/schema';

export const POST = changeRoute(
  { action: 'event.change', body: publishEventSchema, refusal: refusalOfEvent },
  (id, { viewer, body, now }) => publishEvent(viewer, id, body, now),
);
