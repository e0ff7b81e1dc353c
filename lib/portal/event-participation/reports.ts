/** What came of events: of one event school by school, and of a year's events for the schools that are supported. */
import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { doorOpensAt } from '@/lib/domain/event-participation/door';
import { presenceOf } from '@/lib/domain/event-participation/presence';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { startOfSchoolYear } from '@/lib/domain/school-year';
import { leadsRegional, openedEvent } from '@/lib/portal/events/queries';
import { listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import { participationOf } from './participation';
import type { DoorView, EventReport, Presence, SupportedSchool, YearReport } from './views';

/** The event as those see it who lead it; principals and readers are refused. */
function ledEvent(viewer: Viewer, id: string): Promise<Outcome<{ title: string; startsAt: Date; endsAt: Date }>> {
  return forViewer(viewer, async (db) => {
    const found = await openedEvent(db, viewer, id, 'event.read');
    if (!found.ok) return found;
    if (!leadsRegional(viewer, found.value) && !may(viewer, 'event.attendance'))
      return { ok: false, failure: refusal(viewer, 'event.attendance') ?? NOT_LED };
    if (found.value.status !== 'PUBLISHED') return failed('NOT_FOUND', 'Мероприятия нет в календаре.');
    const { title, startsAt, endsAt } = found.value;
    return done({ title, startsAt, endsAt });
  });
}

const NOT_LED = { code: 'FORBIDDEN', detail: 'Отмечает тот, кто проводит мероприятие.' } as const;

/** Who is expected at the door, and since when it is open. */
export async function doorOf(viewer: Viewer, id: string, now: Date): Promise<Outcome<DoorView>> {
  const event = await ledEvent(viewer, id);
  if (!event.ok) return event;
  const participation = await participationOf(viewer, id, now);
  if (!participation.ok) return participation;
  return done({
    event: event.value,
    opensAt: doorOpensAt(event.value.startsAt),
    participation: participation.value,
  });
}

/** What came of one event: signed up, came, said afterwards, and the schools it was for that did not answer. */
export async function eventReport(viewer: Viewer, id: string, now: Date): Promise<Outcome<EventReport>> {
  const event = await ledEvent(viewer, id);
  if (!event.ok) return event;
  const participation = await participationOf(viewer, id, now);
  if (!participation.ok) return participation;
  const silent = await forViewer(viewer, (db) =>
    db.school.findMany({
      where: {
        eventInvitations: { some: { eventId: id } },
        eventSignUps: { none: { eventId: id, OR: [{ state: { not: 'WITHDRAWN' } }, { attended: { gt: 0 } }] } },
      },
      orderBy: { code: 'asc' },
      select: { shortName: true },
    }),
  );
  const { signUps, feedback, useful, applicable } = participation.value;
  return done({
    ...{ id, ...event.value, signUps, feedback, useful, applicable },
    silent: silent.map(({ shortName }) => shortName),
    signedUp: sum(signUps.filter(({ state }) => state !== 'WITHDRAWN').map(({ participants }) => participants)),
    came: participation.value.attended,
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Which of the schools on that year's list came to what of the year's events in the viewer's scope, by school. */
export function yearReport(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<YearReport>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'event.report');
    if (refused) return { ok: false, failure: refused };
    const years = await supportYears(db);
    const schoolYear = asked ?? (await newestListedYear(db)) ?? years[0] ?? null;
    if (schoolYear === null) return done({ schoolYear: null, years, events: [], schools: [] });
    const autumn = startOfSchoolYear(schoolYear) ?? 0;
    const listed = await listedSchools(db, { schoolYear });
    const ids = listed.map(({ id }) => id);
    const events = await db.event.findMany({
      where: {
        status: 'PUBLISHED',
        startsAt: {
          gte: new Date(`${autumn}-09-01T00:00:00+03:00`),
          lt: new Date(`${autumn + 1}-09-01T00:00:00+03:00`),
        },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, title: true, startsAt: true, openToAll: true, municipalityId: true },
        invitations: { where: { schoolId: { in: ids } }, select: { schoolId: true } },
        signUps: { where: { schoolId: { in: ids } }, select: { schoolId: true, state: true, attended: true } },
      },
    });
    const past = events.filter(({ startsAt }) => startsAt <= now);
    const schools = listed.map(({ id, shortName, municipalityId }): SupportedSchool => {
      const presence = past.flatMap((event): Presence[] => {
        if (event.municipalityId !== null && event.municipalityId !== municipalityId) return [];
        const signUp = event.signUps.find(({ schoolId }) => schoolId === id);
        const invited = event.invitations.some(({ schoolId }) => schoolId === id);
        const state = presenceOf(signUp, invited || event.openToAll);
        return state === null ? [] : [{ eventId: event.id, state, people: signUp?.attended ?? null }];
      });
      return {
        ...{ id, name: shortName, presence },
        came: presence.filter(({ state }) => state === 'CAME').length,
        people: sum(presence.map(({ people }) => people ?? 0)),
      };
    });
    return done({
      ...{ schoolYear, years, schools },
      events: past.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    });
  });
}
