import { CircleDashed, FilePen, Inbox, Undo2 } from 'lucide-react';
import { Status } from '@/components/ui/status';

export type CardState = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';

interface CardStatusProps {
  status: CardState;
  /** false: nobody has opened the draft yet */
  begun?: boolean;
  look?: 'badge' | 'line';
}

/** The state of a card by icon, word and colour. */
export function CardStatus({ status, begun = true, look = 'badge' }: CardStatusProps) {
  switch (status) {
    case 'DRAFT':
      return begun ? (
        <Status tone="info" icon={FilePen} look={look}>
          Заполняется
        </Status>
      ) : (
        <Status icon={CircleDashed} look={look}>
          Не начата
        </Status>
      );
    case 'SUBMITTED':
      return (
        <Status tone="accent" icon={Inbox} look={look}>
          Ждёт проверки
        </Status>
      );
    case 'RETURNED':
      return (
        <Status tone="warning" icon={Undo2} look={look}>
          Возвращена
        </Status>
      );
    case 'ACCEPTED':
      return (
        <Status tone="success" look={look}>
          Принята
        </Status>
      );
  }
}
