import { Ban, CircleCheck, CircleX, Clock, FilePen, MessageSquareReply, Send } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { RECOMMENDATION_STATUSES, type RecommendationStatus } from '@/lib/domain/support/recommendation';

const LOOKS = {
  DRAFT: { tone: 'neutral', icon: FilePen },
  ISSUED: { tone: 'info', icon: Send },
  ANSWERED: { tone: 'accent', icon: MessageSquareReply },
  DONE: { tone: 'success', icon: CircleCheck },
  NOT_DONE: { tone: 'danger', icon: CircleX },
  CANCELLED: { tone: 'neutral', icon: Ban },
} as const;

export function RecommendationStatusMark({ status, overdue }: { status: RecommendationStatus; overdue?: boolean }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Status {...LOOKS[status]}>{RECOMMENDATION_STATUSES[status]}</Status>
      {overdue ? (
        <Status tone="danger" icon={Clock} look="line">
          просрочена
        </Status>
      ) : null}
    </span>
  );
}
