/** The head of МОЦ decides: the re-check found the sign again, or it is withdrawn and no longer counts. */
import { forSystem, forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { mayBeDecided } from '@/lib/domain/objectivity-review';
import { deriveAfterSigns } from '@/lib/portal/evidence/commands';
import { lockSigns } from '@/lib/portal/objectivity/commands';
import { journaled } from './journaled';
import { tellSchool } from './notices';
import { notBehind, openReview, reviewStored } from './open-review';
import type { ReviewDecisionInput, ReviewJson } from './schema';

/**
 * Decides a review with a reason, or decides it otherwise than before; the journal keeps both. A withdrawn sign counts
 * nowhere any more, so that the school's card is derived anew in the same transaction. WRONG_STATE without a second
 * result and when the same was decided already.
 */
export async function decideReview(
  viewer: Viewer,
  id: string,
  { version, decision, reason }: ReviewDecisionInput,
  now: Date,
): Promise<Outcome<ReviewJson>> {
  const opened = await forViewer(viewer, (db) => openReview(db, viewer, id, 'objectivity.decide'));
  if (!opened.ok) return opened;
  const review = opened.value;
  const refused = notBehind(review, version);
  if (refused) return refused;
  if (!mayBeDecided(review.state)) {
    return failed('WRONG_STATE', 'Второго результата ещё нет. Сначала внесите, что показала перепроверка.');
  }
  if (review.state === decision) return failed('WRONG_STATE', 'Так уже решено. Обновите страницу.');
  return forSystem('derivation', async (db) => {
    await lockSigns(db, review.municipalityId);
    const stored = await reviewStored(db, review, {
      state: decision,
      decision: reason,
      decidedBy: viewer.name,
      decidedAt: now,
    });
    if (!stored.ok) return stored;
    await journaled(
      db,
      viewer,
      review,
      { action: 'objectivity.decide', from: review.state, to: decision, reason },
      now,
    );
    await deriveAfterSigns(db, [review], now, viewer);
    const what = decision === 'WITHDRAWN' ? 'признак снят' : 'признак подтверждён перепроверкой';
    await tellSchool(db, review, { what, text: reason }, now);
    return stored;
  });
}
