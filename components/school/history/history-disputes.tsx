import { CircleCheck, CircleMinus, MessageSquareWarning } from 'lucide-react';
import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import type { HistoryDispute } from '@/lib/portal/schools/views';

const RESULTS = {
  OPEN: { tone: 'warning', icon: MessageSquareWarning, words: 'решения ещё нет' },
  UPHELD: { tone: 'success', icon: CircleCheck, words: 'балл снят' },
  REJECTED: { tone: 'neutral', icon: CircleMinus, words: 'балл оставлен' },
} as const;

/** What the school contested over the years, and what МОЦ decided. */
export function HistoryDisputes({ disputes, now }: { disputes: readonly HistoryDispute[]; now: Date }) {
  return (
    <Panel title="Возражения и решения">
      {disputes.length > 0 ? (
        <ul className="divide-y divide-line">
          {disputes.map((dispute) => (
            <li key={dispute.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
              <DisputeHead dispute={dispute} />
              <p className="max-w-prose text-sm">
                {dispute.raisedBy}, {formatMoment(dispute.raisedAt, now)}: {dispute.reason}
              </p>
              {dispute.decision && dispute.decidedAt ? (
                <p className="max-w-prose text-sm">
                  {dispute.decidedBy}, {formatMoment(dispute.decidedAt, now)}: {dispute.decision}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-muted">Школа ничего не оспаривала.</p>
      )}
    </Panel>
  );
}

function DisputeHead({ dispute }: { dispute: HistoryDispute }) {
  const { tone, icon, words } = RESULTS[dispute.status];
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-medium">{formatSchoolYear(dispute.schoolYear)}</span>
      <Link href={`/monitoring/cards/${dispute.cardId}#${dispute.criterion}`} className="link-quiet min-w-0">
        {dispute.criterionText}
        {dispute.sign ? `, признак ${dispute.sign}` : ''}
      </Link>
      <Status tone={tone} icon={icon}>
        {words}
      </Status>
    </p>
  );
}
