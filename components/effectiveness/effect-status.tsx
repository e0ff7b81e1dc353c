import { Status } from '@/components/ui/status';
import type { EffectWords } from '@/lib/domain/effectiveness/review';
import { capitalised } from '@/lib/domain/russian';
import { EFFECT_LOOK } from './effect-words';

/** The conclusion by icon, word and colour. */
export function EffectStatus({ words, look }: { words: EffectWords; look?: 'badge' | 'line' }) {
  const { tone, icon } = EFFECT_LOOK[words];
  return (
    <Status tone={tone} icon={icon} look={look}>
      {capitalised(words)}
    </Status>
  );
}
