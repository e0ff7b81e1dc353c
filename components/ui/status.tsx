import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './class-names';
import { type Tone, toneIcon, toneSoft, toneText } from './tone';

export interface StatusProps {
  tone?: Tone;
  /** Another icon than the tone's own; two states of one tone must differ by it. */
  icon?: LucideIcon;
  children: ReactNode;
  /** «badge» on a soft ground; «line» plain, for dense tables. */
  look?: 'badge' | 'line';
  className?: string;
}

/** A state said thrice: by icon, by word and by colour. */
export function Status({ tone = 'neutral', icon, look = 'badge', children, className }: StatusProps) {
  const Icon = icon ?? toneIcon[tone];
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 text-sm font-medium',
        look === 'badge'
          ? ['rounded-full border border-transparent py-0.5 pr-2.5 pl-2', toneSoft[tone], 'contrast-frame']
          : toneText[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
