import { changeRoute } from '@/app/api/v1/support-route';
import { cancelEvent } from '@/lib/portal/events/commands';
import { refusalOfEvent } from '@/lib/portal/events/queries';
import { cancelEventSchema } from '@/lib/portal/events/schema';

export const POST = changeRoute(
  { action: 'event.change', body: cancelEventSchema, refusal: refusalOfEvent },
  (id, { viewer, body, now }) => cancelEvent(viewer, id, body, now),
);
