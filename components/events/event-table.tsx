import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { EVENT_KINDS } from '@/lib/domain/events/words';
import type { EventRow } from '@/lib/portal/events/views';
import { EventStatusMark, whenOf } from './event-words';

const whereOf = ({ host, place, online }: EventRow): string =>
  [host || place, online ? 'онлайн' : ''].filter((words) => words !== '').join(', ') || '—';

/** Events in order of time; on a narrow screen when and where stand under the title. */
export function EventTable({ events, now }: { events: readonly EventRow[]; now: Date }) {
  if (events.length === 0) {
    return <EmptyState title="Мероприятий нет">В этом периоде по этим условиям ничего не запланировано.</EmptyState>;
  }
  return (
    <Table caption="Мероприятия">
      <TableHead>
        <tr>
          <HeaderCell>Мероприятие</HeaderCell>
          <HeaderCell className="hidden sm:table-cell">Когда</HeaderCell>
          <HeaderCell className="hidden sm:table-cell">Где</HeaderCell>
          <HeaderCell>Состояние</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id}>
            <RowHeader className="max-w-xl font-normal">
              <Link className="link" href={`/calendar/${event.id}`}>
                {event.title}
              </Link>
              <span className="mt-0.5 block text-sm text-muted">
                {EVENT_KINDS[event.kind]}
                {event.regional ? ', региональное' : ''}
              </span>
              <span className="mt-0.5 block text-sm sm:hidden">
                {[whenOf(event), whereOf(event)].filter((words) => words !== '—').join('; ')}
              </span>
              {event.invited ? (
                <Status tone="accent" look="line">
                  для вашей школы
                </Status>
              ) : null}
            </RowHeader>
            <Cell className="hidden whitespace-nowrap sm:table-cell">{whenOf(event)}</Cell>
            <Cell className="hidden sm:table-cell">{whereOf(event)}</Cell>
            <Cell>
              <EventStatusMark status={event.status} past={event.endsAt < now} />
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
