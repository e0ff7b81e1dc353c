import { ArrowDown, ArrowUp, Equal, Minus } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { SIGNIFICANCES, type Significance } from '@/lib/domain/support/risk';

const LOOKS = {
  HIGH: { tone: 'danger', icon: ArrowUp },
  MEDIUM: { tone: 'warning', icon: Equal },
  LOW: { tone: 'info', icon: ArrowDown },
  NONE: { tone: 'neutral', icon: Minus },
} as const;

/** How much a factor weighs: icon, word and colour. */
export function SignificanceMark({ value, look = 'line' }: { value: Significance; look?: 'badge' | 'line' }) {
  return (
    <Status {...LOOKS[value]} look={look} className="whitespace-nowrap">
      {SIGNIFICANCES[value]}
    </Status>
  );
}
