import { CalendarCheck, CalendarClock, CalendarX, FilePen } from 'lucide-react';
import Link from 'next/link';
import { DEADLINE_KINDS, EVENT_KINDS, type EventStatus } from '@/lib/domain/events/words';
import { dayOf, formatTime } from '@/lib/domain/russian';
import type { DeadlineRow, EventRow } from '@/lib/portal/events/views';

const LOOKS: Readonly<Record<EventStatus, { icon: typeof CalendarX; said: string; look: string }>> = {
  DRAFT: { icon: FilePen, said: 'Черновик. ', look: 'border-line-strong border-dashed bg-quiet' },
  PUBLISHED: { icon: CalendarCheck, said: '', look: 'border-accent bg-accent-soft' },
  CANCELLED: { icon: CalendarX, said: 'Отменено. ', look: 'border-danger bg-quiet' },
};

/** The hours of an event on one of its days. */
function hoursOn({ startsAt, endsAt }: EventRow, day: string): string {
  const [begins, ends] = [dayOf(startsAt) === day, dayOf(endsAt) === day];
  if (begins && ends) return `${formatTime(startsAt)}–${formatTime(endsAt)}`;
  if (begins) return `с ${formatTime(startsAt)}`;
  return ends ? `до ${formatTime(endsAt)}` : 'весь день';
}

/** What a day of the calendar holds: deadlines first, they last all day, then events in order of time. */
export function EntriesOfDay({
  day,
  events,
  deadlines,
}: {
  day: string;
  events: readonly EventRow[];
  deadlines: readonly DeadlineRow[];
}) {
  return (
    <ul className="space-y-1.5">
      {deadlines
        .filter(({ on }) => on === day)
        .map(({ key, href, title, kind }) => (
          <li key={key}>
            <Link href={href} className="block rounded-sm border-l-4 border-warning px-2 py-1 text-sm no-underline">
              <CalendarClock aria-hidden className="mr-1 inline size-4" />
              <b className="font-medium">Срок. {DEADLINE_KINDS[kind]}.</b>{' '}
              <span className="break-words underline-offset-2 hover:underline">{title}</span>
            </Link>
          </li>
        ))}
      {events
        .filter(({ startsAt, endsAt }) => dayOf(startsAt) <= day && dayOf(endsAt) >= day)
        .map((event) => {
          const { icon: Icon, said, look } = LOOKS[event.status];
          const where = [event.host || event.place, event.online ? 'онлайн' : ''].filter((words) => words !== '');
          return (
            <li key={event.id}>
              <Link
                href={`/calendar/${event.id}`}
                className={`block rounded-sm border-l-4 px-2 py-1 text-sm no-underline ${look}`}
              >
                <span className="block tabular-nums">
                  <Icon aria-hidden className="mr-1 inline size-4" />
                  {hoursOn(event, day)}
                </span>
                {said ? <b className="font-medium">{said}</b> : null}
                <span className="break-words underline-offset-2 hover:underline">{event.title}</span>
                <span className="block text-muted">
                  {[EVENT_KINDS[event.kind] + (event.regional ? ', региональное' : ''), ...where].join('; ')}
                </span>
              </Link>
            </li>
          );
        })}
    </ul>
  );
}
