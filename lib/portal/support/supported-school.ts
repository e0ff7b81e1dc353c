import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** A school whose support the viewer works on or reads. */
export interface SupportedSchool {
  id: string;
  code: string;
  municipalityId: string;
  shortName: string;
  gradeFrom: number;
  gradeTo: number;
}

/**
 * The school for an action of its support. NOT_FOUND outside the viewer's sight, and for staff of МОЦ who do not lead a
 * school that others lead (a school without a curator is open to all staff of its centre); FORBIDDEN where the role may
 * not do it. PostgreSQL asks the same of every row (app_supports).
 */
export async function supportedSchool(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  action: Action,
): Promise<Outcome<SupportedSchool>> {
  const school = await db.school.findUnique({
    where: { id: schoolId },
    select: { id: true, code: true, municipalityId: true, shortName: true, gradeFrom: true, gradeTo: true },
  });
  if (!school) return notFound();
  const { municipalityId } = school;
  const outOfSight = refusal(viewer, 'support.read', { schoolId, municipalityId });
  if (outOfSight) return { ok: false, failure: outOfSight };
  if (!(await leads(db, viewer, schoolId))) return notFound();
  const refused = refusal(viewer, action, { schoolId, municipalityId });
  return refused ? { ok: false, failure: refused } : done(school);
}

/** Staff lead a school when they are its curator or nobody is; everybody else is not asked. */
async function leads(db: ScopedDatabase, viewer: Viewer, schoolId: string): Promise<boolean> {
  if (viewer.role !== 'MOC_STAFF') return true;
  const curators = await db.curatorship.findMany({ where: { schoolId, endedOn: null }, select: { accountId: true } });
  return curators.length === 0 || curators.some(({ accountId }) => accountId === viewer.accountId);
}

const notFound = () => failed('NOT_FOUND', 'Школа не найдена среди тех, с кем вы работаете. Вернитесь к списку.');
