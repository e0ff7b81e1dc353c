/** What every change of an event does: its version, the journal, and telling the schools. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatMoment } from '@/lib/domain/russian';
import { record } from '@/lib/portal/journal/commands';
import { tellSchool } from '@/lib/portal/support/commands';
import { eventJson, type StoredEvent, WHOLE } from './stored';

/** A line of the journal about the event. */
export async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id, municipalityId }: { id: string; municipalityId: string | null },
  what: { from?: string; to?: string; detail?: string; reason?: string },
): Promise<void> {
  await record(db, viewer, now, {
    ...{ action: 'event.change', subjectType: 'event', subjectId: id, municipalityId },
    ...what,
  });
}

/** Stores the change on the version that was read; STALE_VERSION brings the stored event along. */
export async function nextVersion(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id }: StoredEvent,
  version: number,
  data: Prisma.EventUncheckedUpdateManyInput,
): Promise<Outcome<StoredEvent>> {
  const { count } = await db.event.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  const stored = await db.event.findUniqueOrThrow({ where: { id }, include: WHOLE });
  if (count === 1) return done(stored);
  return failed('STALE_VERSION', `Пока вы писали, мероприятие изменили: ${stored.changedBy}.`, {
    extra: { current: eventJson(stored) },
  });
}

/** Titles of what schools are told. */
export const CHANGED = 'Мероприятие изменилось';
export const CANCELLED = 'Мероприятие отменено';
export const NOT_INVITED = 'Ваша школа больше не среди приглашённых на мероприятие';
export const INVITED = 'Вас приглашают на мероприятие';

interface ToldEvent {
  title: string;
  startsAt: Date;
}

/** Tells each school once, with a link to the event unless another is named. */
export async function tell(
  db: ScopedDatabase,
  id: string,
  schoolIds: readonly string[],
  title: string,
  event: ToldEvent,
  now: Date,
  href = `/calendar/${id}`,
): Promise<void> {
  const text = `«${event.title}», ${formatMoment(event.startsAt, now)}.`;
  for (const schoolId of new Set(schoolIds)) await tellSchool(db, schoolId, { title, text, href }, now);
}

export type Teller = typeof tell;

/** Gathers what a series would tell: each school hears of it once, with the earliest event that concerns it. */
export function gatheredTelling(words: Readonly<Record<string, string>>) {
  const heard = new Map<string, { title: string; schoolId: string; id: string; event: ToldEvent; href?: string }>();
  const told: Teller = async (_db, id, schoolIds, title, event, _now, href) => {
    for (const schoolId of schoolIds) {
      const key = `${schoolId} ${title}`;
      const earlier = heard.get(key);
      if (earlier && earlier.event.startsAt <= event.startsAt) continue;
      heard.set(key, { title: words[title] ?? title, schoolId, id, event, ...(href !== undefined && { href }) });
    }
  };
  const tellAll = async (db: ScopedDatabase, now: Date): Promise<void> => {
    for (const { id, schoolId, title, event, href } of heard.values()) {
      await tell(db, id, [schoolId], title, event, now, href);
    }
  };
  return { told, tellAll };
}

/** The schools that come or wait for a place. */
export const signedUp = async (db: ScopedDatabase, eventId: string): Promise<string[]> =>
  (await db.eventSignUp.findMany({ where: { eventId, state: { not: 'WITHDRAWN' } }, select: { schoolId: true } })).map(
    ({ schoolId }) => schoolId,
  );

/** The schools that it is for, and the host. */
export const concerned = ({ invitations, hostSchoolId }: StoredEvent): string[] => [
  ...invitations.map(({ schoolId }) => schoolId),
  ...(hostSchoolId ? [hostSchoolId] : []),
];
