import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { PositionState } from '@/lib/domain/aims/completeness';
import { STATE_WORDS } from '@/lib/domain/aims/words';

const LOOK = {
  EMPTY: { tone: 'neutral', icon: Circle },
  PARTIAL: { tone: 'warning', icon: CircleDashed },
  COMPLETE: { tone: 'success', icon: CircleCheck },
} as const;

/** How complete a position is: by icon, word and colour. */
export function PositionStatus({ state, look }: { state: PositionState; look?: 'badge' | 'line' }) {
  return (
    <Status tone={LOOK[state].tone} icon={LOOK[state].icon} look={look}>
      {STATE_WORDS[state]}
    </Status>
  );
}
