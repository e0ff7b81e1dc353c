import { CircleCheck, CircleX, Clock, Eye } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { DECISION_STATES, type DecisionState } from '@/lib/domain/support/decision';

const LOOKS = {
  OPEN: { tone: 'info', icon: Eye },
  EXECUTED: { tone: 'success', icon: CircleCheck },
  NOT_EXECUTED: { tone: 'danger', icon: CircleX },
} as const;

export function DecisionStatus({ state, late }: { state: DecisionState; late: boolean }) {
  if (late) {
    return (
      <Status tone="danger" icon={Clock}>
        Срок прошёл
      </Status>
    );
  }
  return <Status {...LOOKS[state]}>{DECISION_STATES[state]}</Status>;
}
