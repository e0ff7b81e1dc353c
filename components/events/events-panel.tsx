import { Panel } from '@/components/ui/panel';
import type { EventRow } from '@/lib/portal/events/views';
import { EventTable } from './event-table';

/** The events of a partnership, a network or a project; nothing while there are none. */
export function EventsPanel({ events, now }: { events: readonly EventRow[]; now: Date }) {
  if (events.length === 0) return null;
  return (
    <Panel title="Мероприятия" padding="flush" className="mb-6">
      <EventTable events={events} now={now} />
    </Panel>
  );
}
