import { CalendarClock, CalendarX, FilePen } from 'lucide-react';
import Link from 'next/link';
import { DEADLINE_KINDS } from '@/lib/domain/events/words';
import { dayOf, formatTime } from '@/lib/domain/russian';
import type { DeadlineRow, EventRow } from '@/lib/portal/events/views';

const WEEKDAYS = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'];

interface MonthGridProps {
  /** every day shown, whole weeks from Monday, YYYY-MM-DD */
  days: readonly string[];
  /** YYYY-MM */
  month: string;
  today: string;
  events: readonly EventRow[];
  deadlines: readonly DeadlineRow[];
}

/** A month as a table of weeks; on a narrow screen the list under it says the same. */
export function MonthGrid({ days, month, today, events, deadlines }: MonthGridProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Месяц</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th
              key={name}
              scope="col"
              className="border-b border-line px-2 py-2 text-left text-sm font-medium text-muted"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]} className="align-top">
            {week.map((day) => (
              <td
                key={day}
                className={`h-28 border border-line p-1.5 ${day.startsWith(month) ? 'bg-surface' : 'bg-quiet'}`}
              >
                <span
                  className={`mb-1 inline-grid size-6 place-items-center rounded-full text-sm tabular-nums ${
                    day === today ? 'bg-accent font-semibold text-on-accent' : 'text-muted'
                  }`}
                >
                  {Number(day.slice(8))}
                </span>
                <ul className="space-y-1">
                  {events
                    .filter((event) => dayOf(event.startsAt) <= day && dayOf(event.endsAt) >= day)
                    .map((event) => (
                      <li key={event.id}>
                        <Link
                          href={`/calendar/${event.id}`}
                          className={`block rounded-sm border-l-4 px-1.5 py-0.5 text-sm no-underline hover:underline ${
                            event.status === 'CANCELLED'
                              ? 'border-danger bg-quiet line-through'
                              : event.status === 'DRAFT'
                                ? 'border-line-strong border-dashed bg-quiet'
                                : 'border-accent bg-accent-soft'
                          }`}
                        >
                          {event.status === 'CANCELLED' ? (
                            <>
                              <CalendarX aria-hidden className="mr-1 inline size-4" />
                              <span className="sr-only">Отменено: </span>
                            </>
                          ) : null}
                          {event.status === 'DRAFT' ? (
                            <>
                              <FilePen aria-hidden className="mr-1 inline size-4" />
                              <span className="sr-only">Черновик: </span>
                            </>
                          ) : null}
                          <span className="tabular-nums">{formatTime(event.startsAt)}</span> {event.title}
                        </Link>
                      </li>
                    ))}
                  {deadlines
                    .filter(({ on }) => on === day)
                    .map(({ href, title, kind }) => (
                      <li key={href + title}>
                        <Link
                          href={href}
                          className="block rounded-sm border-l-4 border-warning px-1.5 py-0.5 text-sm no-underline hover:underline"
                        >
                          <CalendarClock aria-hidden className="mr-1 inline size-4" />
                          <span className="sr-only">Срок: </span>
                          <span className="line-clamp-3">
                            <b className="font-medium">{DEADLINE_KINDS[kind]}.</b> {title}
                          </span>
                        </Link>
                      </li>
                    ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
