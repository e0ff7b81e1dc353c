import type { CardRevision } from '@/lib/db/generated/client';
import type { Score } from '@/lib/domain/scoring';
import type { RevisionItem } from './schema';

/** A submission as it was: who, when, with which sum. */
export function revisionItem({ number, submittedAt, submittedBy, score }: CardRevision): RevisionItem {
  const { negativeSum, maximum } = score as unknown as Score;
  return { number, submittedAt: submittedAt.toISOString(), submittedBy, negativeSum, maximum };
}
