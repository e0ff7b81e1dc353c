import { CircleCheck, CirclePlay, CircleX, Handshake, Lightbulb } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { PARTNERSHIP_STATUSES, type PartnershipStatus } from '@/lib/domain/support/partnership';

const LOOKS = {
  PROPOSED: { tone: 'neutral', icon: Lightbulb },
  AGREED: { tone: 'accent', icon: Handshake },
  RUNNING: { tone: 'info', icon: CirclePlay },
  FINISHED: { tone: 'success', icon: CircleCheck },
  DECLINED: { tone: 'warning', icon: CircleX },
} as const;

export function PartnershipStatusMark({ status }: { status: PartnershipStatus }) {
  return <Status {...LOOKS[status]}>{PARTNERSHIP_STATUSES[status]}</Status>;
}
