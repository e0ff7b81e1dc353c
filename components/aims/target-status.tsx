import { CircleDashed, CircleHelp } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { TargetState } from '@/lib/domain/aims/indicators';
import { TARGET_WORDS } from '@/lib/domain/aims/words';

const LOOK = {
  NO_TARGET: { tone: 'neutral', icon: CircleDashed },
  NO_FACT: { tone: 'neutral', icon: CircleHelp },
  REACHED: { tone: 'success', icon: undefined },
  NOT_REACHED: { tone: 'warning', icon: undefined },
} as const;

/** Whether an indicator has reached its target. */
export function TargetStatus({ state }: { state: TargetState }) {
  return (
    <Status tone={LOOK[state].tone} icon={LOOK[state].icon} look="line">
      {TARGET_WORDS[state]}
    </Status>
  );
}
