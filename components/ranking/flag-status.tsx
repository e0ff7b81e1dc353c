import { Sparkle, Stamp } from 'lucide-react';
import { Status } from '@/components/ui/status';

/** «в списке», «предложена»; a departure of the list from the proposal says so. */
export function FlagStatus({ proposed, confirmed }: { proposed: boolean; confirmed: boolean }) {
  if (confirmed) {
    return (
      <Status tone="success" icon={Stamp} look="line">
        в списке
        {proposed ? (
          <span className="sr-only">, предложена</span>
        ) : (
          <span className="font-normal">, не предложена</span>
        )}
      </Status>
    );
  }
  return proposed ? (
    <Status tone="accent" icon={Sparkle} look="line" className="font-normal">
      предложена
    </Status>
  ) : null;
}
