/** Words of the pages of effectiveness. */
import { Ban, Minus } from 'lucide-react';
import type { Interval } from '@/lib/domain/effectiveness/observation';
import type { EffectWords } from '@/lib/domain/effectiveness/review';
import { formatChange, NO_VALUE } from '@/lib/domain/russian';

export const EFFECTIVENESS = '/analysis/effectiveness';

export const EFFECT_LOOK = {
  'есть эффект': { tone: 'success' as const, icon: undefined },
  'эффекта не видно': { tone: 'neutral' as const, icon: Minus },
  'данных недостаточно': { tone: 'warning' as const, icon: Ban },
} satisfies Record<EffectWords, unknown>;

/** «−4,1 … −0,3»; a dash where there is none. */
export function intervalWords({ low, high }: Pick<Interval, 'low' | 'high'>): string {
  return low === null || high === null ? NO_VALUE : `${formatChange(low, 1)} … ${formatChange(high, 1)}`;
}

export const MEASURE_NAMES = {
  PROGRAMME: 'Программа перехода',
  PARTNERSHIP: 'Партнёрство школ',
  EVENT: 'Участие в мероприятиях',
  RECOMMENDATION: 'Адресные рекомендации',
} as const;

/** What an interval over zero, above it or below it means, in a sentence. */
export function conclusionOf(words: EffectWords, { low }: Interval): string {
  if (words === 'есть эффект') return 'Школы списка улучшились больше, чем объясняют начальная сумма и случай.';
  if (words === 'данных недостаточно')
    return 'Нужно не меньше 5 школ списка и 10 школ вне списка с принятыми картами в оба года.';
  return low !== null && low > 0
    ? 'Суммы школ списка оказались выше, чем ожидалось по начальной сумме.'
    : 'Изменение не отличить от случайного. Это не значит, что поддержка не помогла: небольшой эффект при таком числе школ не заметен.';
}
