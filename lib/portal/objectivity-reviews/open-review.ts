import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { reviewJson, type StoredReview, WITH_SCHOOL } from './review-json';
import type { ReviewJson } from './schema';

const NO_REVIEW = failed('NOT_FOUND', 'Перепроверка не найдена.');

/** A review in the viewer's scope for an action; NOT_FOUND outside it, FORBIDDEN when the role may not do this. */
export async function openReview(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<StoredReview>> {
  const stranger = refusal(viewer, 'objectivity.read');
  if (stranger) return { ok: false, failure: stranger };
  const review = await db.objectivityReview.findUnique({ where: { id }, include: WITH_SCHOOL });
  if (!review) return NO_REVIEW;
  const { schoolId, municipalityId } = review;
  const refused = refusal(viewer, action, { schoolId, municipalityId });
  return refused ? { ok: false, failure: refused } : done(review);
}

const BEHIND = (current: ReviewJson) =>
  failed('STALE_VERSION', 'Пока вы писали, перепроверку изменили. Прочитайте новое и отправьте ещё раз.', {
    extra: { current },
  });

/** STALE_VERSION with the review as it is when the caller worked with an older one. */
export function notBehind(review: StoredReview, version: number): Outcome<never> | null {
  return review.version === version ? null : BEHIND(reviewJson(review));
}

/** Stores the next version; STALE_VERSION when somebody was faster between reading and writing. */
export async function reviewStored(
  db: ScopedDatabase,
  review: StoredReview,
  change: Prisma.ObjectivityReviewUpdateManyMutationInput,
): Promise<Outcome<ReviewJson>> {
  const { id, version } = review;
  const { count } = await db.objectivityReview.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1 },
  });
  const stored = await db.objectivityReview.findUniqueOrThrow({ where: { id }, include: WITH_SCHOOL });
  return count === 1 ? done(reviewJson(stored)) : BEHIND(reviewJson(stored));
}
