import { formatMoment } from '@/lib/domain/russian';
import type { CriterionDispute } from '@/lib/portal/cards/views';

export const DISPUTE_RESULTS = {
  OPEN: 'оспаривается, решения ещё нет',
  UPHELD: 'возражение принято, балл снят',
  REJECTED: 'возражение отклонено, балл оставлен',
} as const;

/** A dispute with its decision in one paragraph. */
export function disputeWords(
  dispute: Pick<
    CriterionDispute,
    'reason' | 'status' | 'raisedBy' | 'raisedAt' | 'decision' | 'decidedBy' | 'decidedAt'
  >,
  now: Date,
): string {
  const raised = `${dispute.raisedBy}, ${formatMoment(dispute.raisedAt, now)}: «${dispute.reason}» — ${DISPUTE_RESULTS[dispute.status]}`;
  if (!dispute.decision || !dispute.decidedAt) return `${raised}.`;
  return `${raised}. ${dispute.decidedBy ?? 'МОЦ'}, ${formatMoment(dispute.decidedAt, now)}: «${dispute.decision}»`;
}
