import type { ReactNode } from 'react';
import { cn } from './class-names';
import { type Tone, toneIcon, toneText } from './tone';

const edge: Record<Tone, string> = {
  neutral: 'border-l-line-strong bg-quiet',
  accent: 'border-l-accent bg-accent-soft',
  info: 'border-l-info bg-info-soft',
  success: 'border-l-success bg-success-soft',
  warning: 'border-l-warning bg-warning-soft',
  danger: 'border-l-danger bg-danger-soft',
};

export interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read aloud when it appears: «status» politely, «alert» at once. Leave out for what stands on the page from the start. */
  role?: 'status' | 'alert';
  className?: string;
}

/** A message on the page: why something is locked, what was done, what to mind. */
export function Notice({ tone = 'info', title, children, actions, role, className }: NoticeProps) {
  const Icon = toneIcon[tone];
  return (
    <div
      role={role}
      className={cn(
        'contrast-frame flex gap-3 rounded-md border border-transparent border-l-4 px-4 py-3',
        edge[tone],
        className,
      )}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1 text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="max-w-3xl">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
