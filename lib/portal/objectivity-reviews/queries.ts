import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import { schoolsInSight } from '@/lib/access/sight';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import { openReview } from './open-review';
import { reviewJson, WITH_SCHOOL } from './review-json';
import type { ReviewJson, ReviewListQuery } from './schema';

const NEWEST_FIRST = [{ schoolYear: 'desc' }, { recheckAt: 'desc' }, { id: 'desc' }] as const;

/** The reviews that a condition names, in the scope of `db`, the newest first. */
export async function reviewsOfCells(
  db: ScopedDatabase,
  where: Prisma.ObjectivityReviewWhereInput,
): Promise<ReviewJson[]> {
  const rows = await db.objectivityReview.findMany({ where, include: WITH_SCHOOL, orderBy: [...NEWEST_FIRST] });
  return rows.map(reviewJson);
}

/** The reviews that the viewer may see, the newest first; NOT_FOUND for a municipality outside the scope. */
export function reviewList(viewer: Viewer, query: ReviewListQuery): Promise<Outcome<Page<ReviewJson>>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId, schoolYear, page, pageSize } = query;
    const refused = refusal(viewer, 'objectivity.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const where = {
      AND: [schoolsInSight(viewer), ...(municipalityId ? [{ municipalityId }] : [])],
      ...(schoolYear !== undefined && { schoolYear }),
    };
    const total = await db.objectivityReview.count({ where });
    const rows = await db.objectivityReview.findMany({
      where,
      include: WITH_SCHOOL,
      orderBy: [...NEWEST_FIRST],
      ...pageOfRows({ page, pageSize }),
    });
    return done({ items: rows.map(reviewJson), page, pageSize, total });
  });
}

/** Why this viewer may not take a step of a review, whatever the step says; null when it may. */
export function refusalOfReview(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  return forViewer(viewer, async (db) => {
    const opened = await openReview(db, viewer, id, action);
    return opened.ok ? null : opened.failure;
  });
}
