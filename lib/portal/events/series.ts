/** Series: events planned by a rule, put into the calendar together, changed and cancelled from one of them on. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { datesOfSeries, MOST_DATES } from '@/lib/domain/events/series';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { movePeopleUp } from '@/lib/portal/event-participation/commands';
import { CANCELLED, CHANGED, gatheredTelling, INVITED } from './changing';
import { cancelIn, changeIn, discardIn, planIn, publishIn } from './commands';
import type { CancelEvent, EventChange, EventJson, NewEvent, SeriesPlan } from './schema';
import { openedEvent, type StoredEvent } from './stored';
import type { SeriesView } from './views';

/** How many events the command concerned. */
interface SeriesResult {
  events: number;
}

/** Drafts on every day of the rule; when one of them clashes, none is stored. Answers with the first. */
export function planSeries(
  viewer: Viewer,
  input: NewEvent,
  { rule, until }: SeriesPlan,
  now: Date,
): Promise<Outcome<EventJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<EventJson>> => {
    const { municipalityId, regionId } = viewer;
    const refused = refusal(viewer, 'event.plan');
    if (refused) return { ok: false, failure: refused };
    if (!regionId) return failed('FORBIDDEN', 'Мероприятия планируют МОЦ и СОИРО.');
    const firstDay = dayOf(input.startsAt);
    const days = datesOfSeries(firstDay, rule, until);
    if (days.length < 2 || days.length > MOST_DATES) {
      const message =
        days.length < 2
          ? 'До этого дня мероприятие не повторится ни разу: выберите день позже.'
          : `В серии не больше ${MOST_DATES} встреч: выберите день раньше.`;
      return failed('INVALID', message, { errors: [{ path: 'until', message }] });
    }
    const { id: seriesId } = await db.eventSeries.create({
      data: { regionId, municipalityId, title: input.title },
      select: { id: true },
    });
    const planned: EventJson[] = [];
    for (const day of days) {
      const after = momentInMoscow(day, '00:00').getTime() - momentInMoscow(firstDay, '00:00').getTime();
      const event = { ...input, startsAt: later(input.startsAt, after), endsAt: later(input.endsAt, after) };
      const stored = await planIn(db, viewer, event, now, seriesId);
      if (!stored.ok) return stored;
      planned.push(stored.value);
    }
    const [first] = planned;
    return first ? done(first) : failed('INVALID', 'В серии нет ни одной встречи.');
  });
}

const later = (moment: Date, byMs: number) => new Date(moment.getTime() + byMs);

/** The events of the series that the viewer sees, in order of time; null when the event stands alone. */
export function seriesOf(viewer: Viewer, id: string): Promise<Outcome<SeriesView | null>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedEvent(db, viewer, id, 'event.read');
    if (!opened.ok) return opened;
    const { seriesId, startsAt } = opened.value;
    if (seriesId === null) return done(null);
    const events = await db.event.findMany({
      where: { seriesId },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true, status: true, startsAt: true, endsAt: true },
    });
    return done({
      events,
      drafts: events.filter(({ status }) => status === 'DRAFT').length,
      later: events.filter((one) => one.startsAt > startsAt && one.status !== 'CANCELLED').length,
    });
  });
}

/** Puts all drafts of the event's series into the calendar; each school that they are for hears of it once. */
export function publishSeries(viewer: Viewer, id: string, now: Date): Promise<Outcome<SeriesResult>> {
  return forViewer(viewer, async (db): Promise<Outcome<SeriesResult>> => {
    const opened = await openedEvent(db, viewer, id, 'event.change');
    if (!opened.ok) return opened;
    const { seriesId } = opened.value;
    if (seriesId === null) return failed('WRONG_STATE', 'Мероприятие не входит в серию.');
    const drafts = await db.event.findMany({
      where: { seriesId, status: 'DRAFT' },
      orderBy: { startsAt: 'asc' },
      select: { id: true, version: true },
    });
    if (drafts.length === 0) return failed('WRONG_STATE', 'В серии нет черновиков: все встречи уже в календаре.');
    const { told, tellAll } = gatheredTelling({ [INVITED]: 'Вас приглашают на серию мероприятий' });
    for (const { id: draft, version } of drafts) {
      const published = await publishIn(db, viewer, draft, { version }, now, told);
      if (!published.ok) return published;
    }
    await tellAll(db, now);
    return done({ events: drafts.length });
  });
}

/** The event itself and those after it in its series that are not cancelled, the nearest first. */
const fromThisOn = (db: ScopedDatabase, { seriesId, startsAt, id }: StoredEvent) =>
  db.event.findMany({
    where: {
      OR: [{ id }, ...(seriesId === null ? [] : [{ seriesId, startsAt: { gt: startsAt } }])],
      status: { not: 'CANCELLED' },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true, status: true, startsAt: true },
  });

/** Changes this event and those after it alike; they move by as much as this one moves and then last as long. */
export async function changeFollowing(
  viewer: Viewer,
  id: string,
  input: EventChange,
  now: Date,
): Promise<Outcome<SeriesResult>> {
  const changed = await forViewer(viewer, async (db): Promise<Outcome<string[]>> => {
    const opened = await openedEvent(db, viewer, id, 'event.change');
    if (!opened.ok) return opened;
    const event = opened.value;
    const startsAt = input.startsAt ?? event.startsAt;
    const endsAt = input.endsAt ?? event.endsAt;
    const [moved, lasts] = [startsAt.getTime() - event.startsAt.getTime(), endsAt.getTime() - startsAt.getTime()];
    const timed = input.startsAt !== undefined || input.endsAt !== undefined;
    const events = await fromThisOn(db, event);
    const { told, tellAll } = gatheredTelling({ [CHANGED]: 'Серия мероприятий изменилась' });
    // whoever moves ahead makes room first, or a series would clash with itself
    for (const one of moved > 0 ? events.toReversed() : events) {
      const from = later(one.startsAt, moved);
      const next = await changeIn(
        db,
        viewer,
        one.id,
        {
          ...input,
          version: one.id === id ? input.version : one.version,
          ...(timed && { startsAt: from, endsAt: later(from, lasts) }),
        },
        now,
        told,
      );
      if (!next.ok) return next;
    }
    await tellAll(db, now);
    return done(events.map((one) => one.id));
  });
  if (!changed.ok) return changed;
  if (input.capacity !== undefined) for (const one of changed.value) await movePeopleUp(one, null, now);
  return done({ events: changed.value.length });
}

/** Cancels this event and those after it; drafts among them are thrown away. Each school hears of it once. */
export function cancelFollowing(
  viewer: Viewer,
  id: string,
  { version, reason }: CancelEvent,
  now: Date,
): Promise<Outcome<SeriesResult>> {
  return forViewer(viewer, async (db): Promise<Outcome<SeriesResult>> => {
    const opened = await openedEvent(db, viewer, id, 'event.change');
    if (!opened.ok) return opened;
    if (opened.value.status === 'CANCELLED') return failed('WRONG_STATE', 'Мероприятие уже отменено.');
    const events = await fromThisOn(db, opened.value);
    const { told, tellAll } = gatheredTelling({ [CANCELLED]: 'Отменены мероприятия серии' });
    for (const one of events) {
      const at = one.id === id ? version : one.version;
      const ended: Outcome<unknown> =
        one.status === 'DRAFT'
          ? await discardIn(db, viewer, one.id, { version: at }, now)
          : await cancelIn(db, viewer, one.id, { version: at, reason }, now, told);
      if (!ended.ok) return ended;
    }
    await tellAll(db, now);
    return done({ events: events.length });
  });
}
