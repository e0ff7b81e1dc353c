import { CircleCheck, CircleSlash, Hourglass } from 'lucide-react';
import { Status } from '@/components/ui/status';
import type { SignUpRow } from '@/lib/portal/event-participation/views';

/** Whether a school has its places. */
export function SignUpStateMark({ state, place, own = false }: Pick<SignUpRow, 'state' | 'place'> & { own?: boolean }) {
  if (state === 'CONFIRMED') {
    return (
      <Status tone="success" icon={CircleCheck}>
        Записана
      </Status>
    );
  }
  if (state === 'WAITING') {
    return (
      <Status tone="warning" icon={Hourglass}>
        {place === null ? 'Лист ожидания' : own ? `Лист ожидания, вы ${place}-й` : `Лист ожидания, ${place}-я`}
      </Status>
    );
  }
  return (
    <Status tone="neutral" icon={CircleSlash}>
      Отказалась
    </Status>
  );
}
