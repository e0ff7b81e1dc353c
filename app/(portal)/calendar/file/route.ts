import { tableFile } from '@/app/(portal)/table-file';
import { whenOf } from '@/components/events/event-words';
import { EVENT_KINDS, EVENT_STATUSES, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { done } from '@/lib/domain/failure';
import { eventCalendar, newestEventMonth } from '@/lib/portal/events/queries';
import { askedEvents, yearOfMonth } from '../asked';

/** The events of a school year as a file, `?format=csv|xlsx&month=&kind=&direction=&school=&q=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked, now) => {
    const newest = await newestEventMonth(viewer, now);
    if (!newest.ok) return newest;
    const { label, ...period } = yearOfMonth(asked.month, newest.value);
    const filter = askedEvents(asked);
    const calendar = await eventCalendar(viewer, { ...filter, ...period });
    if (!calendar.ok) return calendar;
    return done({
      title: `Мероприятия, ${label}`,
      notes: [
        ...(filter.kind ? [`Вид: ${EVENT_KINDS[filter.kind]}`] : []),
        ...(filter.direction ? [`Направление: ${WORK_DIRECTIONS[filter.direction]}`] : []),
        ...(filter.q ? [`Поиск: ${filter.q}`] : []),
      ],
      columns: [
        { header: 'Мероприятие', width: 60 },
        { header: 'Вид', width: 24 },
        { header: 'Направление', width: 30 },
        { header: 'Региональное' },
        { header: 'Когда', width: 34 },
        { header: 'Где', width: 36 },
        { header: 'Онлайн' },
        { header: 'Состояние', width: 18 },
      ],
      rows: calendar.value.events.map((event) => [
        event.title,
        EVENT_KINDS[event.kind],
        WORK_DIRECTIONS[event.direction],
        event.regional ? 'да' : 'нет',
        whenOf(event),
        event.host || event.place,
        event.online ? 'да' : 'нет',
        event.status === 'PUBLISHED' && event.endsAt < now ? 'Прошло' : EVENT_STATUSES[event.status],
      ]),
    });
  });
}
