import { ShieldCheck, ShieldQuestionMark, Sigma } from 'lucide-react';
import { Status } from '@/components/ui/status';
import { FIRMNESS_NAMES, type Firmness } from '@/lib/domain/firmness';

/** «устойчивый», «пограничный», «мало данных»: how firm it is that a school is proposed or is not. */
export function FirmnessStatus({ firmness, why }: { firmness: Firmness; why?: string }) {
  return (
    <span title={why}>
      <Status tone={TONES[firmness]} icon={ICONS[firmness]} look="line" className="font-normal">
        {FIRMNESS_NAMES[firmness]}
        {why ? <span className="sr-only">. {why}</span> : null}
      </Status>
    </span>
  );
}

const TONES = { FIRM: 'neutral', BORDERLINE: 'warning', LITTLE_DATA: 'info' } as const;
const ICONS = { FIRM: ShieldCheck, BORDERLINE: ShieldQuestionMark, LITTLE_DATA: Sigma };
