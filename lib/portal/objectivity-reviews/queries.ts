import type { ScopedDatabase } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import { reviewJson, WITH_SCHOOL } from './review-json';
import type { ReviewJson } from './schema';

/** The reviews that a condition names, in the scope of `db`, the newest first. */
export async function reviewsOfCells(
  db: ScopedDatabase,
  where: Prisma.ObjectivityReviewWhereInput,
): Promise<ReviewJson[]> {
  const rows = await db.objectivityReview.findMany({
    where,
    include: WITH_SCHOOL,
    orderBy: [{ schoolYear: 'desc' }, { recheckAt: 'desc' }],
  });
  return rows.map(reviewJson);
}
