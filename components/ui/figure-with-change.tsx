import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatChange } from '@/lib/domain/russian';
import { cn } from './class-names';
import { type Tone, toneText } from './tone';

export interface FigureWithChangeProps {
  label: string;
  /** The figure as text, already formatted: «8», «18,6 %». */
  value: string;
  /** Small, after the figure: «из 43 школ». */
  unit?: string;
  /** Difference to what `since` names; `better` says which direction is good (none: no judgement). */
  change?: { value: number; since: string; better?: 'up' | 'down'; unit?: string; digits?: number };
  /** What the figure is made of. */
  href?: string;
  hint?: ReactNode;
}

/** One large figure with its name and change; opens to what it is made of. */
export function FigureWithChange({ label, value, unit, change, href, hint }: FigureWithChangeProps) {
  return (
    <div className="relative flex min-w-0 flex-col rounded-lg border border-line bg-surface p-4 has-[a:hover]:border-accent">
      <p className="text-sm text-muted">
        {href ? (
          <Link href={href} className="no-underline after:absolute after:inset-0 after:rounded-lg hover:text-accent">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <span className="text-3xl font-semibold tracking-tight tabular-nums">{value}</span>
        {unit ? <span className="text-sm text-muted">{unit}</span> : null}
      </p>
      {change ? <Change {...change} /> : null}
      {hint ? <p className="mt-1 text-sm text-muted">{hint}</p> : null}
    </div>
  );
}

function Change({ value, since, better, unit, digits }: NonNullable<FigureWithChangeProps['change']>) {
  const Icon = value > 0 ? TrendingUp : value < 0 ? TrendingDown : Minus;
  const judged = better !== undefined && value !== 0;
  const good = value > 0 === (better === 'up');
  const tone: Tone = judged ? (good ? 'success' : 'danger') : 'neutral';
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm">
      <span className={cn('inline-flex items-center gap-1 font-medium tabular-nums', toneText[tone])}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {value === 0 ? 'без изменений' : formatChange(value, digits)}
        {unit && value !== 0 ? ` ${unit}` : null}
        {judged ? <span className="sr-only">{good ? ' (лучше)' : ' (хуже)'}</span> : null}
      </span>
      <span className="text-muted">{since}</span>
    </p>
  );
}
