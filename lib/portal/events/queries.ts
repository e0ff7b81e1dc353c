/** Events and deadlines in the viewer's scope. */
import { forViewer } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { readEventProgramme, readSpeakers } from '@/lib/domain/events/content';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import type { EventKind, WorkDirection } from '@/lib/domain/events/words';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { dayAfter } from '@/lib/domain/support/days';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import { listedSchools, newestListedYear, schoolNames } from '@/lib/portal/support/queries';
import { clashing } from './clashing';
import { deadlinesOf } from './deadlines';
import { linkChoices, linksOf } from './links';
import type { EventJson } from './schema';
import { eventJson, openedEvent, type StoredEvent, WHOLE } from './stored';
import type { EventCalendar, EventChoices, EventRow, EventView } from './views';

export { calendarFeed, eventFile } from './calendar-feed';
export { leadsRegional, openedEvent, type StoredEvent } from './stored';

export interface EventFilter {
  /** first and last day, YYYY-MM-DD, in Moscow */
  from?: string | undefined;
  to?: string | undefined;
  kind?: EventKind | undefined;
  direction?: WorkDirection | undefined;
  /** the host or one of those it is for */
  schoolId?: string | undefined;
  /** part of the title, of what it is about or of the place */
  q?: string | undefined;
}

function whereOf({ from, to, kind, direction, schoolId, q = '' }: EventFilter): Prisma.EventWhereInput {
  const text = { contains: q.trim(), mode: 'insensitive' } as const;
  return {
    ...(from && { endsAt: { gt: momentInMoscow(from, '00:00') } }),
    ...(to && { startsAt: { lt: momentInMoscow(dayAfter(to, 1), '00:00') } }),
    ...(kind && { kind }),
    ...(direction && { direction }),
    AND: [
      ...(schoolId ? [{ OR: [{ hostSchoolId: schoolId }, { invitations: { some: { schoolId } } }] }] : []),
      ...(text.contains ? [{ OR: [{ title: text }, { about: text }, { place: text }, { audience: text }] }] : []),
    ],
  };
}

function rowOf(viewer: Viewer, event: StoredEvent, names: ReadonlyMap<string, string>): EventRow {
  const { id, title, kind, direction, status, startsAt, endsAt, place, link, hostSchoolId, municipalityId } = event;
  return {
    ...{ id, title, kind, direction, status, startsAt, endsAt, place },
    online: link !== '',
    host: names.get(hostSchoolId ?? '') ?? '',
    regional: municipalityId === null,
    invited: viewer.schoolId !== null && event.invitations.some(({ schoolId }) => schoolId === viewer.schoolId),
  };
}

const MOST_EVENTS = 1000;

/** Events of a period with the deadlines beside them, in order of time. */
export function eventCalendar(
  viewer: Viewer,
  filter: EventFilter & { from: string; to: string },
): Promise<Outcome<EventCalendar>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.read');
    if (refused) return { ok: false, failure: refused };
    const { kind, direction, schoolId, from, to, q = '' } = filter;
    const sought = q.trim().toLowerCase();
    const events = await db.event.findMany({
      where: whereOf(filter),
      include: WHOLE,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: MOST_EVENTS,
    });
    const names = await schoolNames(db, viewer);
    return done({
      events: events.map((event) => rowOf(viewer, event, names)),
      // a filter by what only events have leaves them out
      deadlines:
        kind || direction
          ? []
          : (await deadlinesOf(db, names, { from, to, schoolId })).filter(({ title }) =>
              title.toLowerCase().includes(sought),
            ),
      schools: [...names].map(([id, name]) => ({ id, name })),
      mayPlan: may(viewer, 'event.plan'),
    });
  });
}

/** The month to open with, «2020-01»: this one when it has or will have events, else that of the latest event. */
export function newestEventMonth(viewer: Viewer, now: Date): Promise<Outcome<string>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.read');
    if (refused) return { ok: false, failure: refused };
    const thisMonth = dayOf(now).slice(0, 7);
    const latest = await db.event.findFirst({
      where: { status: 'PUBLISHED' },
      orderBy: { startsAt: 'desc' },
      select: { startsAt: true },
    });
    const month = latest && dayOf(latest.startsAt).slice(0, 7);
    return done(month && month < thisMonth ? month : thisMonth);
  });
}

/** The events of a partnership, a network or a project that the viewer sees, the newest first. */
export function eventsOf(
  viewer: Viewer,
  of: { partnershipId: string } | { networkId: string } | { projectId: string },
): Promise<Outcome<EventRow[]>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.read');
    if (refused) return { ok: false, failure: refused };
    const events = await db.event.findMany({
      where: of,
      include: WHOLE,
      orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      take: 100,
    });
    const names = await schoolNames(db, viewer);
    return done(events.map((event) => rowOf(viewer, event, names)));
  });
}

/** All of one event. */
export function eventView(viewer: Viewer, id: string): Promise<Outcome<EventView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedEvent(db, viewer, id, 'event.read');
    if (!opened.ok) return opened;
    const event = opened.value;
    const { municipalityId, regionId } = event;
    const names = await schoolNames(db, viewer);
    const schoolIds = event.invitations.map(({ schoolId }) => schoolId);
    const mayChange =
      event.status !== 'CANCELLED' &&
      (municipalityId === null
        ? may(viewer, 'event.changeRegional', { regionId })
        : may(viewer, 'event.change', { municipalityId }));
    return done({
      ...rowOf(viewer, event, names),
      ...{ version: event.version, about: event.about, link: event.link, hostSchoolId: event.hostSchoolId },
      ...{ audience: event.audience, openToAll: event.openToAll, capacity: event.capacity },
      speakers: readSpeakers(event.speakers),
      programme: readEventProgramme(event.programme),
      schoolIds,
      forSchools: schoolIds.flatMap((one) => names.get(one) ?? []).sort((a, b) => a.localeCompare(b, 'ru')),
      ...{ partnershipId: event.partnershipId, networkId: event.networkId, projectId: event.projectId },
      belongsTo: await linksOf(db, event),
      ...{ cancelReason: event.cancelReason, changedBy: event.changedBy, changedAt: event.changedAt },
      clashes: mayChange
        ? (await clashing(db, event, id)).map(({ id: other, title, startsAt }) => ({ id: other, title, startsAt }))
        : [],
      mayChange,
    });
  });
}

/** The schools that an event may name; the supported ones of the newest list are marked. */
export function eventChoices(viewer: Viewer): Promise<Outcome<EventChoices>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.plan');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = await newestListedYear(db);
    const listed = new Set(schoolYear ? (await listedSchools(db, { schoolYear })).map(({ id }) => id) : []);
    const schools = await db.school.findMany({
      where: { municipalityId: { in: viewer.municipalityIds }, closedOn: null },
      orderBy: { code: 'asc' },
      select: { id: true, shortName: true },
    });
    return done({
      ...(await linkChoices(db, viewer)),
      schools: schools.map(({ id, shortName }) => ({ id, name: shortName, supported: listed.has(id) })),
    });
  });
}

/** Events in the viewer's scope for the API, in order of time. */
export function eventsInScope(
  viewer: Viewer,
  { page, pageSize, ...filter }: Paging & EventFilter,
): Promise<Outcome<Page<EventJson>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.read');
    if (refused) return { ok: false, failure: refused };
    const where = whereOf(filter);
    const rows = await db.event.findMany({
      where,
      include: WHOLE,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      ...pageOfRows({ page, pageSize }),
    });
    return done({ items: rows.map(eventJson), page, pageSize, total: await db.event.count({ where }) });
  });
}

export function eventOf(viewer: Viewer, id: string): Promise<Outcome<EventJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedEvent(db, viewer, id, 'event.read');
    return opened.ok ? done(eventJson(opened.value)) : opened;
  });
}

export async function refusalOfEvent(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const opened = await forViewer(viewer, (db) => openedEvent(db, viewer, id, action));
  return opened.ok ? null : opened.failure;
}
