import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { formatChange, NO_VALUE } from '@/lib/domain/russian';

/** Change of a sum of negative criteria: less is better. An arrow, a word and a figure; «—» where one year is missing. */
export function ChangeMark({ value }: { value: number | null }) {
  if (value === null) return <span className="text-muted">{NO_VALUE}</span>;
  if (value === 0) {
    return (
      <span className="inline-flex items-center gap-1.5 text-muted">
        <Minus aria-hidden className="size-4 shrink-0" />
        без изменений
      </span>
    );
  }
  const worse = value > 0;
  const Icon = worse ? TrendingUp : TrendingDown;
  return (
    <span className={`inline-flex items-center gap-1.5 ${worse ? 'text-danger' : 'text-success'}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="font-medium tabular-nums">{formatChange(value)}</span>
      {worse ? 'хуже' : 'лучше'}
    </span>
  );
}
