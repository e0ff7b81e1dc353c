/** Who takes part in an event. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { doorIsOpen, tookPart } from '@/lib/domain/event-participation/door';
import { placeInQueue } from '@/lib/domain/event-participation/queue';
import { EVENT_KINDS } from '@/lib/domain/events/words';
import { done, type Outcome } from '@/lib/domain/failure';
import { countOf, dayOf } from '@/lib/domain/russian';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { leadsRegional, openedEvent } from '@/lib/portal/events/queries';
import { schoolNames } from '@/lib/portal/support/queries';
import type { Participation } from './views';

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** PostgreSQL gives a school its own rows alone; the places taken are told to everybody as numbers. */
export function participationOf(viewer: Viewer, eventId: string, now: Date): Promise<Outcome<Participation>> {
  return forViewer(viewer, async (db) => {
    const found = await openedEvent(db, viewer, eventId, 'event.read');
    if (!found.ok) return found;
    const { status, startsAt, endsAt } = found.value;
    const [taken] = await db.$queryRaw<
      { confirmed: number; waiting: number }[]
    >`SELECT confirmed, waiting FROM event_places_taken(ARRAY[${eventId}]::uuid[])`;
    const signUps = await db.eventSignUp.findMany({ where: { eventId }, orderBy: [{ queuedAt: 'asc' }] });
    const [queued] = viewer.schoolId
      ? await db.$queryRaw<{ place: number }[]>`SELECT event_place_in_queue(${eventId}::uuid) AS place`
      : [];
    const feedback = await db.eventFeedback.findMany({ where: { eventId }, orderBy: { givenAt: 'asc' } });
    const names = await schoolNames(db, viewer);
    const queue = signUps.flatMap(({ schoolId, participants, queuedAt, state }) =>
      state === 'WITHDRAWN' ? [] : [{ schoolId, participants, queuedAt, state }],
    );
    const marked = signUps.flatMap(({ attended }) => attended ?? []);
    const own = signUps.find(({ schoolId }) => schoolId === viewer.schoolId);
    const open = status === 'PUBLISHED';
    const regional = leadsRegional(viewer, found.value);
    const mayLead = open && (regional || may(viewer, 'event.attendance'));
    const mayMark = mayLead && doorIsOpen(startsAt, now);
    return done({
      ...{ confirmed: taken?.confirmed ?? 0, waiting: taken?.waiting ?? 0 },
      signUps: signUps.map(({ schoolId, participants, posts, state, attended }) => ({
        ...{ schoolId, school: names.get(schoolId) ?? '', participants, posts, state, attended },
        // a school does not see the others of the queue: PostgreSQL counts its place
        place: viewer.schoolId ? queued?.place || null : placeInQueue(queue, schoolId),
      })),
      feedback: feedback.map(({ schoolId, useful, applicable, text }) => ({
        ...{ school: names.get(schoolId) ?? '', useful, applicable, text },
      })),
      useful: mean(feedback.map(({ useful }) => useful)),
      applicable: mean(feedback.map(({ applicable }) => applicable)),
      attended: marked.length === 0 ? null : marked.reduce((sum, value) => sum + value, 0),
      schools: mayLead ? [...names].map(([id, name]) => ({ id, name })) : [],
      mayLead,
      maySignUp: open && endsAt >= now && (regional || may(viewer, 'event.signUp')),
      mayMark,
      mayGiveFeedback: open && startsAt <= now && tookPart(own) && may(viewer, 'event.feedback'),
    });
  });
}

/** What events add to the time line of a school: those that its people came to. */
export async function participationFacts(db: ScopedDatabase, schoolId: string): Promise<TimelineFact[]> {
  const rows = await db.eventSignUp.findMany({
    where: { schoolId, attended: { gt: 0 }, event: { status: 'PUBLISHED' } },
    select: { attended: true, event: { select: { id: true, title: true, kind: true, startsAt: true } } },
  });
  return rows.map(({ attended, event }) => ({
    ...{ on: dayOf(event.startsAt), lane: 'DONE', title: event.title, href: `/calendar/${event.id}` },
    detail: `${EVENT_KINDS[event.kind]}, от школы ${countOf(attended ?? 0, 'участник', 'участника', 'участников')}`,
  }));
}
