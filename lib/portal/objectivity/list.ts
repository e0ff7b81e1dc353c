import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import { schoolsInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import type { ObjectivityItem, ObjectivityQuery } from './schema';
import { signName, storedOutcomes } from './stored-signs';

/**
 * The signs that the viewer may see, as the API gives them: principals those of the own school alone. NOT_FOUND for a
 * municipality outside the scope. By year, grade, subject and code of the school.
 */
export function objectivityList(viewer: Viewer, query: ObjectivityQuery): Promise<Outcome<Page<ObjectivityItem>>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId, schoolYear, page, pageSize } = query;
    const refused = refusal(viewer, 'objectivity.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const where = {
      AND: [schoolsInSight(viewer), ...(municipalityId ? [{ municipalityId }] : [])],
      ...(schoolYear !== undefined && { schoolYear }),
    };
    const total = await db.objectivityResult.count({ where });
    const outcomes = await storedOutcomes(db, where, pageOfRows({ page, pageSize }));
    const withdrawn = await withdrawnSigns(db, { schoolId: { in: outcomes.map((one) => one.schoolId) } });
    const items = outcomes.map(({ schoolId, schoolCode, schoolYear: year, grade, subject, signs }) => ({
      ...{ schoolId, schoolCode, schoolYear: year, grade, subject },
      signs: signs.map((sign) => ({
        ...sign,
        withdrawn: withdrawn.has(signName({ schoolId, schoolYear: year, grade, subject, sign: sign.code })),
      })),
    }));
    return done({ items, page, pageSize, total });
  });
}

/** Names of the signs that a re-check took away. */
export async function withdrawnSigns(
  db: ScopedDatabase,
  where: { schoolId: { in: string[] } } | { municipalityId: string; schoolYear: string },
): Promise<Set<string>> {
  const reviews = await db.objectivityReview.findMany({ where: { ...where, state: 'WITHDRAWN' } });
  return new Set(reviews.map(signName));
}
