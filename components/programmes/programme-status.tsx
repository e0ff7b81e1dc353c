import { CircleCheck, CirclePlay, FilePen, Flag, Undo2 } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { PROGRAMME_STATUSES, type ProgrammeStatus } from '@/lib/domain/programme/progress';

const LOOKS = {
  DRAFT: { tone: 'neutral', icon: FilePen },
  SUBMITTED: { tone: 'info', icon: Flag },
  RETURNED: { tone: 'warning', icon: Undo2 },
  APPROVED: { tone: 'success', icon: CircleCheck },
  RUNNING: { tone: 'accent', icon: CirclePlay },
  FINISHED: { tone: 'success', icon: CircleCheck },
} as const;

export function ProgrammeStatusMark({ status }: { status: ProgrammeStatus }) {
  return <Status {...LOOKS[status]}>{PROGRAMME_STATUSES[status]}</Status>;
}
