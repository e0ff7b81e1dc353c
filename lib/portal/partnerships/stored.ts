/** A partnership opened for an action, its JSON, and the storing of its next version. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDayOrNull } from '@/lib/domain/support/days';
import { readPlan } from '@/lib/domain/support/partnership';
import { record } from '@/lib/portal/journal/commands';
import type { PartnershipJson } from './schema';

export const WHOLE = { schools: { select: { schoolId: true } } } satisfies Prisma.PartnershipInclude;
export type StoredPartnership = Prisma.PartnershipGetPayload<{ include: typeof WHOLE }>;

export function partnershipJson(viewer: Viewer, stored: StoredPartnership): PartnershipJson {
  const { id, version, title, schoolYear, status, hostSchoolId, schools, reasons, agreementNumber, outcome } = stored;
  return {
    ...{ id, version, title, schoolYear, status, hostSchoolId, schoolIds: schools.map(({ schoolId }) => schoolId) },
    ...(viewer.role !== 'PRINCIPAL' && { reasons }),
    ...{ agreementNumber, agreedOn: isoDayOrNull(stored.agreedOn), plan: readPlan(stored.plan), outcome },
  };
}

/** NOT_FOUND outside the scope (a proposal for a school among it), FORBIDDEN for the wrong role. */
export async function openedPartnership(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<StoredPartnership>> {
  const stranger = refusal(viewer, 'partnership.read');
  if (stranger) return { ok: false, failure: stranger };
  const partnership = await db.partnership.findUnique({ where: { id }, include: WHOLE });
  if (!partnership) return failed('NOT_FOUND', 'Партнёрство не найдено. Вернитесь к списку.');
  const refused = refusal(viewer, action, { municipalityId: partnership.municipalityId });
  // the row itself was shown by PostgreSQL: a school of it may read and nothing else
  return refused && action !== 'partnership.read'
    ? { ok: false, failure: { ...refused, code: 'FORBIDDEN' } }
    : done(partnership);
}

export async function nextVersion(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id }: StoredPartnership,
  version: number,
  data: Prisma.PartnershipUncheckedUpdateManyInput,
): Promise<Outcome<StoredPartnership>> {
  const { count } = await db.partnership.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  const stored = await db.partnership.findUniqueOrThrow({ where: { id }, include: WHOLE });
  if (count === 1) return done(stored);
  return failed('STALE_VERSION', `Пока вы писали, партнёрство изменили: ${stored.changedBy}.`, {
    extra: { current: partnershipJson(viewer, stored) },
  });
}

export async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id, municipalityId }: Pick<StoredPartnership, 'id' | 'municipalityId'>,
  what: { action: Action; detail?: string; from?: unknown; to?: unknown; reason?: string },
): Promise<void> {
  await record(db, viewer, now, { ...what, subjectType: 'partnership', subjectId: id, municipalityId });
}
