import { Ban, CalendarClock, CircleCheck, CirclePlay, Clock } from 'lucide-react';
import { Status } from '@/components/ui/status';
import {
  EXAMINATION_STATUSES,
  type ExaminationStatus,
  PART_STATES,
  type PartState,
} from '@/lib/domain/support/examination';

const LOOKS = {
  PLANNED: { tone: 'neutral', icon: CalendarClock },
  DOING: { tone: 'info', icon: CirclePlay },
  RUNNING: { tone: 'info', icon: CirclePlay },
  DONE: { tone: 'success', icon: CircleCheck },
  FINISHED: { tone: 'success', icon: CircleCheck },
  CANCELLED: { tone: 'neutral', icon: Ban },
} as const;

/** The state of a part; a late one says so instead. */
export function PartStatus({ state, late, look }: { state: PartState; late?: boolean; look?: 'badge' | 'line' }) {
  if (late) {
    return (
      <Status tone="danger" icon={Clock} look={look}>
        Просрочено
      </Status>
    );
  }
  return (
    <Status {...LOOKS[state]} look={look}>
      {PART_STATES[state]}
    </Status>
  );
}

export function ExaminationStatusMark({ status }: { status: ExaminationStatus }) {
  return <Status {...LOOKS[status]}>{EXAMINATION_STATUSES[status]}</Status>;
}
