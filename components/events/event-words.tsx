import { CalendarCheck, CalendarX, FilePen } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { EVENT_STATUSES, type EventStatus } from '@/lib/domain/events/words';
import { formatDate, formatDayAndMonth, formatTime } from '@/lib/domain/russian';

const LOOKS = {
  DRAFT: { tone: 'neutral', icon: FilePen },
  PUBLISHED: { tone: 'info', icon: CalendarCheck },
  CANCELLED: { tone: 'danger', icon: CalendarX },
} as const;

export function EventStatusMark({ status, past }: { status: EventStatus; past: boolean }) {
  if (status === 'PUBLISHED' && past) {
    return (
      <Status tone="success" icon={CalendarCheck}>
        Прошло
      </Status>
    );
  }
  return <Status {...LOOKS[status]}>{EVENT_STATUSES[status]}</Status>;
}

/** «17 января 2020, 10:00–12:00», over several days both. */
export function whenOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  const day = formatDate(startsAt);
  if (day === formatDate(endsAt)) return `${day}, ${formatTime(startsAt)}–${formatTime(endsAt)}`;
  return `${formatDayAndMonth(startsAt)} ${formatTime(startsAt)} — ${formatDate(endsAt)} ${formatTime(endsAt)}`;
}
