/** An event opened for an action, and its JSON. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { readEventProgramme, readSpeakers } from '@/lib/domain/events/content';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { EventJson } from './schema';

export const WHOLE = {
  invitations: { select: { schoolId: true } },
  signUps: { where: { attended: { gt: 0 } }, select: { schoolId: true, attended: true } },
} satisfies Prisma.EventInclude;
export type StoredEvent = Prisma.EventGetPayload<{ include: typeof WHOLE }>;

export function eventJson(stored: StoredEvent): EventJson {
  const { id, version, title, kind, direction, status, about, place, link, municipalityId, hostSchoolId } = stored;
  const { audience, openToAll, capacity, cancelReason, invitations } = stored;
  return {
    ...{ id, version, title, kind, direction, status, about },
    ...{ startsAt: stored.startsAt.toISOString(), endsAt: stored.endsAt.toISOString() },
    ...{ place, link, municipalityId, hostSchoolId, audience, openToAll, capacity, cancelReason },
    ...{ speakers: readSpeakers(stored.speakers), programme: readEventProgramme(stored.programme) },
    ...{ partnershipId: stored.partnershipId, networkId: stored.networkId, projectId: stored.projectId },
    // PostgreSQL shows a school its own invitation alone
    schoolIds: invitations.map(({ schoolId }) => schoolId),
    attendance: stored.signUps.map(({ schoolId, attended }) => ({ schoolId, attended: attended ?? 0 })),
  };
}

/** NOT_FOUND outside the scope (a draft for a school among it), FORBIDDEN for the wrong role or another's event. */
export async function openedEvent(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<StoredEvent>> {
  const stranger = refusal(viewer, 'event.read');
  if (stranger) return { ok: false, failure: stranger };
  const event = await db.event.findUnique({ where: { id }, include: WHOLE });
  if (!event) return failed('NOT_FOUND', 'Мероприятие не найдено. Вернитесь к календарю.');
  const { municipalityId, regionId } = event;
  const refused =
    municipalityId === null && action === 'event.change'
      ? refusal(viewer, 'event.changeRegional', { regionId })
      : refusal(viewer, action, { municipalityId });
  // the row itself was shown by PostgreSQL: whoever sees it may read it
  return refused && action !== 'event.read' ? { ok: false, failure: { ...refused, code: 'FORBIDDEN' } } : done(event);
}

/** An event of the region is led by СОИРО, by nobody's city. */
export const leadsRegional = (viewer: Viewer, { municipalityId }: { municipalityId: string | null }): boolean =>
  municipalityId === null && viewer.role === 'REGION_COORDINATOR';
