import type { ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { cellInWords } from './notices';
import type { StoredReview } from './review-json';

/** Puts a step of a review into the journal of its school. */
export function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  review: StoredReview,
  step: Pick<JournalRecord, 'action' | 'from' | 'to' | 'reason'>,
  now: Date,
): Promise<void> {
  const { schoolId, municipalityId } = review;
  return record(db, viewer, now, {
    ...step,
    subjectType: 'school',
    subjectId: schoolId,
    schoolId,
    municipalityId,
    detail: cellInWords(review),
  });
}
