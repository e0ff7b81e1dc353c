import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import { schoolsInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { School } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** A school with the municipality through which the viewer sees it: today's, or one where it has cards. */
export interface SchoolInSight {
  school: School;
  municipalityId: string;
}

/**
 * The school for an action of this viewer. A school that moved away stays in sight of the municipality where it filled in
 * cards. NOT_FOUND outside the scope, FORBIDDEN when the role may not do this.
 */
export async function schoolInSight(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<SchoolInSight>> {
  const school = await db.school.findUnique({ where: { id } });
  if (!school) return failed('NOT_FOUND', 'Школа не найдена. Проверьте адрес или вернитесь к списку школ.');
  const today = refusal(viewer, action, { schoolId: id, municipalityId: school.municipalityId });
  if (today?.code !== 'NOT_FOUND') {
    return today ? { ok: false, failure: today } : done({ school, municipalityId: school.municipalityId });
  }
  const past = await db.card.findFirst({
    where: { AND: [{ schoolId: id }, schoolsInSight(viewer)] },
    select: { municipalityId: true },
    orderBy: { campaign: { schoolYear: 'desc' } },
  });
  const refused = past ? refusal(viewer, action, { schoolId: id, ...past }) : today;
  return refused || !past ? { ok: false, failure: refused ?? today } : done({ school, ...past });
}
