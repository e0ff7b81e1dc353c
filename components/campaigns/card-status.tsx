import { CircleDashed, FilePen, Inbox, type LucideIcon, Undo2 } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { Tone } from '@/components/ui/tone';
import { type CardState, cardWords } from './card-words';

interface CardStatusProps {
  status: CardState;
  /** false: nobody has opened the draft yet */
  begun?: boolean;
  look?: 'badge' | 'line';
}

const LOOKS: Readonly<Record<CardState, { tone: Tone; icon?: LucideIcon }>> = {
  DRAFT: { tone: 'info', icon: FilePen },
  SUBMITTED: { tone: 'accent', icon: Inbox },
  RETURNED: { tone: 'warning', icon: Undo2 },
  ACCEPTED: { tone: 'success' },
};

/** The state of a card by icon, word and colour. */
export function CardStatus({ status, begun = true, look = 'badge' }: CardStatusProps) {
  const lookOf = status === 'DRAFT' && !begun ? { icon: CircleDashed } : LOOKS[status];
  return (
    <Status {...lookOf} look={look}>
      {cardWords({ status, begun })}
    </Status>
  );
}
