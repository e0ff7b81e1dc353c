/** Planning, changing, publishing and cancelling events. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import type { Occupied } from '@/lib/domain/events/clash';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatMoment } from '@/lib/domain/russian';
import { movePeopleUp } from '@/lib/portal/event-participation/commands';
import {
  CANCELLED,
  CHANGED,
  concerned,
  INVITED,
  journaled,
  NOT_INVITED,
  nextVersion,
  signedUp,
  type Teller,
  tell,
} from './changing';
import { clashing } from './clashing';
import { refusedLink } from './links';
import type { CancelEvent, EventChange, EventJson, NewEvent } from './schema';
import { eventJson, openedEvent, WHOLE } from './stored';

async function refusedForClash(db: ScopedDatabase, wanted: Occupied, itself: string | null, now: Date) {
  const [clash] = await clashing(db, wanted, itself);
  if (!clash) return null;
  const words = `В это время там же «${clash.title}», ${formatMoment(clash.startsAt, now)}.`;
  return failed('CONFLICT', `${words} Измените время или место либо отметьте «Сохранить всё равно».`, {
    errors: [{ path: 'despiteClash', message: words }],
  });
}

/** Why the host or one of the schools may not be named; their municipalities otherwise. */
async function municipalitiesOf(
  db: ScopedDatabase,
  viewer: Viewer,
  hostSchoolId: string | null,
  schoolIds: readonly string[],
): Promise<Outcome<Map<string, string>>> {
  const wanted = [...new Set([...schoolIds, ...(hostSchoolId ? [hostSchoolId] : [])])];
  const found = await db.school.findMany({
    where: { id: { in: wanted }, closedOn: null, municipalityId: { in: viewer.municipalityIds } },
    select: { id: true, municipalityId: true },
  });
  if (found.length === wanted.length) return done(new Map(found.map((one) => [one.id, one.municipalityId])));
  const message = 'Выберите действующие школы своего муниципалитета.';
  return failed('INVALID', message, { errors: [{ path: 'schoolIds', message }] });
}

async function invite(
  db: ScopedDatabase,
  eventId: string,
  schoolIds: readonly string[],
  municipalities: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const wanted = [...new Set(schoolIds)];
  await db.eventInvitation.deleteMany({ where: { eventId, schoolId: { notIn: wanted } } });
  await db.eventInvitation.createMany({
    // those who were there before are not looked up again
    data: wanted.flatMap((schoolId) => {
      const municipalityId = municipalities.get(schoolId);
      return municipalityId ? [{ eventId, schoolId, municipalityId, invitedAt: now }] : [];
    }),
    skipDuplicates: true,
  });
}

/** A new draft. CONFLICT names the event that takes the place, until `despiteClash` says that it is meant. */
export const planEvent = (viewer: Viewer, input: NewEvent, now: Date): Promise<Outcome<EventJson>> =>
  forViewer(viewer, (db) => planIn(db, viewer, input, now, null));

/** As `planEvent`, within the transaction of a series. */
export async function planIn(
  db: ScopedDatabase,
  viewer: Viewer,
  input: NewEvent,
  now: Date,
  seriesId: string | null,
): Promise<Outcome<EventJson>> {
  const { municipalityId, regionId } = viewer;
  const refused = refusal(viewer, 'event.plan');
  if (refused || !regionId) return { ok: false, failure: refused ?? NO_REGION };
  const { schoolIds, despiteClash, ...event } = input;
  const municipalities = await municipalitiesOf(db, viewer, event.hostSchoolId, schoolIds);
  if (!municipalities.ok) return municipalities;
  const stray = await refusedLink(db, viewer, event);
  if (stray) return stray;
  const clash = despiteClash ? null : await refusedForClash(db, event, null, now);
  if (clash) return clash;
  const by = { changedBy: viewer.name, changedAt: now };
  const { id } = await db.event.create({
    data: { ...event, ...by, regionId, municipalityId, seriesId },
    select: { id: true },
  });
  await invite(db, id, schoolIds, municipalities.value, now);
  await journaled(db, viewer, now, { id, municipalityId }, { to: 'DRAFT', detail: event.title });
  return done(eventJson(await db.event.findUniqueOrThrow({ where: { id }, include: WHOLE })));
}

const NO_REGION = { code: 'FORBIDDEN', detail: 'Мероприятия планируют МОЦ и СОИРО.' } as const;

/** Where and when it is. */
const PLACED = ['startsAt', 'endsAt', 'place', 'hostSchoolId'] as const;
/** What subscribers of the calendar must hear of. */
const NEWS = ['title', 'startsAt', 'endsAt', 'place', 'link', 'hostSchoolId'] as const;

/** Changes what is named; when a published event moves, those whom it concerns are told. */
export async function changeEvent(
  viewer: Viewer,
  id: string,
  input: EventChange,
  now: Date,
): Promise<Outcome<EventJson>> {
  const changed = await forViewer(viewer, (db) => changeIn(db, viewer, id, input, now, tell));
  if (changed.ok && input.capacity !== undefined) await movePeopleUp(id, null, now);
  return changed;
}

/** As `changeEvent`, within the transaction of a series; nobody moves up yet. */
export async function changeIn(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  { version, despiteClash, schoolIds, ...change }: EventChange,
  now: Date,
  told: Teller,
): Promise<Outcome<EventJson>> {
  const opened = await openedEvent(db, viewer, id, 'event.change');
  if (!opened.ok) return opened;
  const event = opened.value;
  if (event.status === 'CANCELLED') return failed('WRONG_STATE', 'Мероприятие отменено и больше не меняется.');
  const data = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Prisma.EventUncheckedUpdateManyInput;
  const next = {
    title: change.title ?? event.title,
    startsAt: change.startsAt ?? event.startsAt,
    endsAt: change.endsAt ?? event.endsAt,
    place: change.place ?? event.place,
    hostSchoolId: change.hostSchoolId === undefined ? event.hostSchoolId : change.hostSchoolId,
  };
  if (next.startsAt >= next.endsAt) {
    const message = 'Конец должен быть позже начала.';
    return failed('INVALID', message, { errors: [{ path: 'endsAt', message }] });
  }
  const before = event.invitations.map((one) => one.schoolId);
  const added = (schoolIds ?? []).filter((one) => !before.includes(one));
  const removed = schoolIds ? before.filter((one) => !schoolIds.includes(one) && one !== next.hostSchoolId) : [];
  // those who are there already may have closed meanwhile
  const newHost = next.hostSchoolId === event.hostSchoolId ? null : next.hostSchoolId;
  const municipalities = await municipalitiesOf(db, viewer, newHost, added);
  if (!municipalities.ok) return municipalities;
  const stray = await refusedLink(db, viewer, change);
  if (stray) return stray;
  const moves = PLACED.some((name) => String(next[name]) !== String(event[name]));
  const clash = despiteClash || !moves ? null : await refusedForClash(db, next, id, now);
  if (clash) return clash;
  const news = NEWS.some((name) => change[name] !== undefined && String(change[name]) !== String(event[name]));
  const stored = await nextVersion(db, viewer, now, event, version, {
    ...data,
    ...(news && event.status === 'PUBLISHED' && { sequence: event.sequence + 1 }),
  });
  if (!stored.ok) return stored;
  if (schoolIds) await invite(db, id, schoolIds, municipalities.value, now);
  await journaled(db, viewer, now, event, { detail: next.title });
  if (event.status === 'PUBLISHED') {
    await told(db, id, added, INVITED, next, now);
    // the event itself may be closed to them now
    await told(db, id, removed, NOT_INVITED, next, now, '/calendar');
    const hosts = [event.hostSchoolId, next.hostSchoolId].flatMap((one) => one ?? []);
    const others = [...before, ...hosts, ...(await signedUp(db, id))].filter(
      (one) => !added.includes(one) && !removed.includes(one),
    );
    if (news) await told(db, id, others, CHANGED, next, now);
  }
  return done(eventJson(await db.event.findUniqueOrThrow({ where: { id }, include: WHOLE })));
}

/** Shows a draft to the schools that it is for. */
export const publishEvent = (
  viewer: Viewer,
  id: string,
  input: { version: number },
  now: Date,
): Promise<Outcome<EventJson>> => forViewer(viewer, (db) => publishIn(db, viewer, id, input, now, tell));

/** As `publishEvent`, within the transaction of a series. */
export async function publishIn(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  { version }: { version: number },
  now: Date,
  told: Teller,
): Promise<Outcome<EventJson>> {
  const opened = await openedEvent(db, viewer, id, 'event.change');
  if (!opened.ok) return opened;
  if (opened.value.status !== 'DRAFT') return failed('WRONG_STATE', 'Мероприятие уже в календаре.');
  const stored = await nextVersion(db, viewer, now, opened.value, version, { status: 'PUBLISHED' });
  if (!stored.ok) return stored;
  await journaled(db, viewer, now, opened.value, { from: 'DRAFT', to: 'PUBLISHED' });
  await told(db, id, concerned(stored.value), INVITED, stored.value, now);
  return done(eventJson(stored.value));
}

/** Cancels it with the reason; it stays in the calendar, marked, and those whom it concerned are told. */
export const cancelEvent = (viewer: Viewer, id: string, input: CancelEvent, now: Date): Promise<Outcome<EventJson>> =>
  forViewer(viewer, (db) => cancelIn(db, viewer, id, input, now, tell));

/** As `cancelEvent`, within the transaction of a series. */
export async function cancelIn(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  { version, reason }: CancelEvent,
  now: Date,
  told: Teller,
): Promise<Outcome<EventJson>> {
  const opened = await openedEvent(db, viewer, id, 'event.change');
  if (!opened.ok) return opened;
  const { status, sequence } = opened.value;
  if (status === 'CANCELLED') return failed('WRONG_STATE', 'Мероприятие уже отменено.');
  if (status === 'DRAFT') return failed('WRONG_STATE', 'Черновик школы не видят: его можно удалить.');
  const stored = await nextVersion(db, viewer, now, opened.value, version, {
    ...{ status: 'CANCELLED', cancelReason: reason, sequence: sequence + 1 },
  });
  if (!stored.ok) return stored;
  await journaled(db, viewer, now, opened.value, { from: status, to: 'CANCELLED', reason });
  await told(db, id, [...concerned(stored.value), ...(await signedUp(db, id))], CANCELLED, stored.value, now);
  return done(eventJson(stored.value));
}

/** Throws away a draft, which no school has seen; what was published is cancelled instead. */
export const discardDraft = (
  viewer: Viewer,
  id: string,
  input: { version: number },
  now: Date,
): Promise<Outcome<void>> => forViewer(viewer, (db) => discardIn(db, viewer, id, input, now));

/** As `discardDraft`, within the transaction of a series. */
export async function discardIn(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  { version }: { version: number },
  now: Date,
): Promise<Outcome<void>> {
  const opened = await openedEvent(db, viewer, id, 'event.change');
  if (!opened.ok) return opened;
  const event = opened.value;
  if (event.status !== 'DRAFT') return failed('WRONG_STATE', 'Мероприятие уже в календаре: его можно отменить.');
  const { count } = await db.event.deleteMany({ where: { id, version, status: 'DRAFT' } });
  if (count === 0) {
    return failed('STALE_VERSION', `Пока вы смотрели, черновик изменили: ${event.changedBy}.`, {
      extra: { current: eventJson(event) },
    });
  }
  await journaled(db, viewer, now, event, { from: 'DRAFT', detail: `удалён черновик «${event.title}»` });
  return done(undefined);
}
