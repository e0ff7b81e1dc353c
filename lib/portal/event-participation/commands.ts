/** Signing up for an event, coming to it, and what schools say of it afterwards. */
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { doorIsOpen, tookPart } from '@/lib/domain/event-participation/door';
import { settledQueue } from '@/lib/domain/event-participation/queue';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { leadsRegional, openedEvent, type StoredEvent } from '@/lib/portal/events/queries';
import { record } from '@/lib/portal/journal/commands';
import { tellSchool } from '@/lib/portal/support/commands';
import type { AttendanceInput, FeedbackInput, SignUpInput } from './schema';

/** Two people never take the last place together: the second waits for the first. */
const lockEvent = (db: ScopedDatabase, id: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`event ${id}`}, 0))`;

const PAST = 'Мероприятие уже прошло.';

type Action = 'event.signUp' | 'event.attendance';

/** The event, published, and the municipality of the school; NOT_FOUND outside the scope. */
async function opened(
  db: ScopedDatabase,
  viewer: Viewer,
  eventId: string,
  schoolId: string,
  action: Action,
): Promise<Outcome<{ event: StoredEvent; municipalityId: string }>> {
  const event = await openedEvent(db, viewer, eventId, 'event.read');
  if (!event.ok) return event;
  const school = await db.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } });
  if (!school) return failed('NOT_FOUND', 'Школа не найдена.');
  const { municipalityId } = school;
  const { regionId } = event.value;
  const refused = leadsRegional(viewer, event.value)
    ? refusal(viewer, 'event.changeRegional', { regionId })
    : refusal(viewer, action, { schoolId, municipalityId });
  if (refused) return { ok: false, failure: refused };
  if (event.value.status !== 'PUBLISHED') return failed('WRONG_STATE', 'На это мероприятие сейчас не записывают.');
  return done({ event: event.value, municipalityId });
}

/**
 * Takes places for a school, or changes how many, and gives the state that follows; who does not fit waits. A school that
 * has its places keeps them: more than fit are refused (INVALID). One that waits and asks for more goes to the end.
 */
export async function signUp(
  viewer: Viewer,
  eventId: string,
  input: SignUpInput,
  now: Date,
): Promise<Outcome<{ state: 'CONFIRMED' | 'WAITING' | 'WITHDRAWN' }>> {
  const { schoolId, participants, posts } = input;
  const asked = await forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const found = await opened(db, viewer, eventId, schoolId, 'event.signUp');
    if (!found.ok) return found;
    const { event, municipalityId } = found.value;
    if (event.endsAt < now) return failed('WRONG_STATE', PAST);
    await lockEvent(db, eventId);
    const key = { eventId_schoolId: { eventId, schoolId } };
    const before = await db.eventSignUp.findUnique({ where: key });
    const fits = before?.state === 'CONFIRMED' && (await fitsBeside(db, event, before.participants, participants));
    if (before?.state === 'CONFIRMED' && !fits) {
      const message = 'Столько свободных мест нет. Прежняя запись осталась.';
      return failed('INVALID', message, { errors: [{ path: 'participants', message }] });
    }
    const stays = fits || (before?.state === 'WAITING' && participants <= before.participants);
    const changed = { participants, posts, signedUpBy: viewer.name, changedAt: now };
    await db.eventSignUp.upsert({
      where: key,
      create: { eventId, schoolId, municipalityId, state: 'WAITING', queuedAt: now, ...changed },
      update: { ...changed, version: { increment: 1 }, ...(!stays && { state: 'WAITING', queuedAt: now }) },
    });
    await journaled(db, viewer, now, event, { schoolId, municipalityId }, { to: 'SIGNED_UP', detail: participants });
    return done(undefined);
  });
  if (!asked.ok) return asked;
  await movePeopleUp(eventId, schoolId, now);
  return forViewer(viewer, async (db) => {
    const own = await db.eventSignUp.findUniqueOrThrow({ where: { eventId_schoolId: { eventId, schoolId } } });
    return done({ state: own.state });
  });
}

/** Whether a school with `had` places may have `wanted` without taking anybody else's. */
async function fitsBeside(
  db: ScopedDatabase,
  { id, capacity }: StoredEvent,
  had: number,
  wanted: number,
): Promise<boolean> {
  if (capacity === null || wanted <= had) return true;
  const [taken] = await db.$queryRaw<
    { confirmed: number }[]
  >`SELECT confirmed FROM event_places_taken(ARRAY[${id}]::uuid[])`;
  return (taken?.confirmed ?? 0) - had + wanted <= capacity;
}

/** Gives the places of a school back; those who wait move up. */
export async function withdrawSignUp(
  viewer: Viewer,
  eventId: string,
  schoolId: string,
  now: Date,
): Promise<Outcome<void>> {
  const withdrawn = await forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const found = await opened(db, viewer, eventId, schoolId, 'event.signUp');
    if (!found.ok) return found;
    const { event, municipalityId } = found.value;
    if (event.endsAt < now) return failed('WRONG_STATE', PAST);
    await lockEvent(db, eventId);
    const { count } = await db.eventSignUp.updateMany({
      where: { eventId, schoolId, state: { not: 'WITHDRAWN' } },
      data: { state: 'WITHDRAWN', version: { increment: 1 }, signedUpBy: viewer.name, changedAt: now },
    });
    if (count === 0) return failed('WRONG_STATE', 'Школа не записана на это мероприятие.');
    await journaled(db, viewer, now, event, { schoolId, municipalityId }, { to: 'WITHDRAWN' });
    return done(undefined);
  });
  if (withdrawn.ok) await movePeopleUp(eventId, schoolId, now);
  return withdrawn;
}

/** Gives free places to those who wait, and tells them; `itself` did it by its own hand and is not told. */
export function movePeopleUp(eventId: string, itself: string | null, now: Date): Promise<void> {
  return forSystem('maintenance', async (db) => {
    await lockEvent(db, eventId);
    const event = await db.event.findUnique({ where: { id: eventId } });
    // what has begun has no free places any more
    if (event?.status !== 'PUBLISHED' || event.startsAt <= now) return;
    const rows = await db.eventSignUp.findMany({ where: { eventId, state: { not: 'WITHDRAWN' } } });
    const queued = rows.flatMap(({ schoolId, participants, queuedAt, state }) =>
      state === 'WITHDRAWN' ? [] : [{ schoolId, participants, queuedAt, state }],
    );
    const waited = new Set(queued.filter(({ state }) => state === 'WAITING').map(({ schoolId }) => schoolId));
    for (const { schoolId, state } of settledQueue(event.capacity, queued)) {
      if (state !== 'CONFIRMED' || !waited.has(schoolId)) continue;
      await db.eventSignUp.update({
        where: { eventId_schoolId: { eventId, schoolId } },
        data: { state: 'CONFIRMED', version: { increment: 1 }, changedAt: now },
      });
      if (schoolId === itself) continue;
      const tidings = { title: 'Место на мероприятии освободилось', text: `«${event.title}»: вы записаны.` };
      await tellSchool(db, schoolId, { ...tidings, href: `/calendar/${eventId}` }, now);
    }
  });
}

/** How many came from a school, also from one that did not sign up. */
export function markAttendance(
  viewer: Viewer,
  eventId: string,
  { schoolId, attended }: AttendanceInput,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const found = await opened(db, viewer, eventId, schoolId, 'event.attendance');
    if (!found.ok) return found;
    const { event, municipalityId } = found.value;
    if (!doorIsOpen(event.startsAt, now)) {
      return failed('WRONG_STATE', 'Отмечать пришедших можно за час до начала и позже.');
    }
    const key = { eventId_schoolId: { eventId, schoolId } };
    if (attended === 0 && !(await db.eventSignUp.findUnique({ where: key }))) {
      const message = 'Школа не записывалась: отметьте, сколько человек пришло.';
      return failed('INVALID', message, { errors: [{ path: 'attended', message }] });
    }
    const changed = { attended, changedAt: now };
    await db.eventSignUp.upsert({
      where: key,
      create: {
        ...{ eventId, schoolId, municipalityId, queuedAt: now, signedUpBy: viewer.name, state: 'CONFIRMED' },
        ...{ participants: Math.max(1, attended), ...changed },
      },
      update: { ...changed, version: { increment: 1 } },
    });
    await journaled(db, viewer, now, event, { schoolId, municipalityId }, { to: 'CAME', detail: attended });
    return done(undefined);
  });
}

/** What a school says of an event that it took part in; the last word counts. */
export function giveFeedback(viewer: Viewer, eventId: string, input: FeedbackInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const refused = refusal(viewer, 'event.feedback');
    const { schoolId, municipalityId } = viewer;
    if (refused || !schoolId || !municipalityId) return { ok: false, failure: refused ?? NO_SCHOOL };
    const found = await openedEvent(db, viewer, eventId, 'event.read');
    if (!found.ok) return found;
    const key = { eventId_schoolId: { eventId, schoolId } };
    const own = await db.eventSignUp.findUnique({ where: key });
    if (!tookPart(own) || found.value.startsAt > now || found.value.status !== 'PUBLISHED') {
      return failed('WRONG_STATE', 'Отзыв оставляет школа, которая была на мероприятии, после его начала.');
    }
    await db.eventFeedback.upsert({
      where: key,
      create: { eventId, schoolId, municipalityId, ...input, givenAt: now },
      update: { ...input, version: { increment: 1 }, givenAt: now },
    });
    await journaled(db, viewer, now, found.value, { schoolId, municipalityId }, { to: 'FEEDBACK' });
    return done(undefined);
  });
}

const NO_SCHOOL = { code: 'FORBIDDEN', detail: 'Отзыв оставляет школа.' } as const;

async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id }: StoredEvent,
  place: { schoolId: string; municipalityId: string },
  what: { to: string; detail?: number },
): Promise<void> {
  await record(db, viewer, now, {
    ...{ action: 'event.signUp', subjectType: 'event', subjectId: id, ...place, to: what.to },
    ...(what.detail !== undefined && { detail: String(what.detail) }),
  });
}
