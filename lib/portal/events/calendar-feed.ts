/** Events in the viewer's scope as an iCalendar feed or as a file of one. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { DEADLINE_KINDS, EVENT_KINDS } from '@/lib/domain/events/words';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type CalendarEvent, calendarFile } from '@/lib/exchange/calendar-file';
import { schoolNames } from '@/lib/portal/support/queries';
import { deadlinesOf } from './deadlines';
import { openedEvent, type StoredEvent, WHOLE } from './stored';
import type { DeadlineRow } from './views';

/** The newest so many: a calendar program reads all of them again and again. */
const MOST_EVENTS = 1000;

const entryOf = (event: StoredEvent, address: string, names: ReadonlyMap<string, string>): CalendarEvent => ({
  ...{ id: event.id, title: event.title, startsAt: event.startsAt, endsAt: event.endsAt, sequence: event.sequence },
  about: [EVENT_KINDS[event.kind], event.link].filter((line) => line !== '').join('\n'),
  place: [names.get(event.hostSchoolId ?? '') ?? '', event.place].filter((words) => words !== '').join(', '),
  ...{ url: `${address}/calendar/${event.id}`, changedAt: event.changedAt },
  cancelled: event.status === 'CANCELLED',
});

/** Days of deadlines a feed may name; only what is not done yet is a deadline. */
const ALL_DAYS = { from: '2000-01-01', to: '2100-12-31' };

/** A deadline lasts the whole day; its entry keeps its stamp, so that an unchanged feed stays the same text. */
function deadlineEntry({ key, on, title, href, kind }: DeadlineRow, address: string): CalendarEvent {
  const startsAt = new Date(`${on}T00:00:00Z`);
  return {
    ...{ id: `deadline-${key}`, title: `Срок. ${title}`, about: DEADLINE_KINDS[kind], place: '' },
    ...{ url: address + href, startsAt, endsAt: new Date(startsAt.getTime() + DAY_MS), wholeDay: true },
    ...{ sequence: 0, cancelled: false, changedAt: startsAt },
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Published and cancelled events that the viewer sees, as iCalendar, with `deadlines` what must be done by a day as
 * well; `address` is the portal's own, for the links.
 */
export function calendarFeed(
  viewer: Viewer,
  address: string,
  { deadlines = false }: { deadlines?: boolean } = {},
): Promise<Outcome<string>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.read');
    if (refused) return { ok: false, failure: refused };
    const events = await db.event.findMany({
      where: { status: { not: 'DRAFT' } },
      orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      take: MOST_EVENTS,
      include: WHOLE,
    });
    const names = await schoolNames(db, viewer);
    const due = deadlines ? await deadlinesOf(db, names, { ...ALL_DAYS, schoolId: undefined }) : [];
    const entries = [
      ...events.map((event) => entryOf(event, address, names)),
      ...due.slice(-MOST_EVENTS).map((one) => deadlineEntry(one, address)),
    ];
    return done(calendarFile('События МОЦ', entries));
  });
}

/** One event as a file; NOT_FOUND for a draft: it is nobody's appointment yet. */
export function eventFile(viewer: Viewer, id: string, address: string): Promise<Outcome<string>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedEvent(db, viewer, id, 'event.read');
    if (!opened.ok) return opened;
    if (opened.value.status === 'DRAFT') return failed('NOT_FOUND', 'Черновик ещё не стоит в календаре.');
    return done(calendarFile(opened.value.title, [entryOf(opened.value, address, await schoolNames(db, viewer))]));
  });
}
