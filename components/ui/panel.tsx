import type { ReactNode } from 'react';
import { cn } from './class-names';

export interface PanelProps {
  title?: ReactNode;
  /** h2 by default; h3 inside another section. */
  level?: 2 | 3;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** «flush»: the content (a table) reaches the frame. */
  padding?: 'normal' | 'flush';
  id?: string;
  className?: string;
}

/** A framed section with a heading. */
export function Panel({
  title,
  level = 2,
  description,
  actions,
  children,
  padding = 'normal',
  id,
  className,
}: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={cn('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {title || actions ? (
        <div
          className={cn(
            'flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 pt-4 sm:px-5',
            padding === 'flush' && 'pb-3',
          )}
        >
          <div className="min-w-0">
            {title ? (
              <Heading className={level === 2 ? 'text-lg font-semibold' : 'font-semibold'}>{title}</Heading>
            ) : null}
            {description ? <p className="mt-0.5 max-w-2xl text-sm text-muted">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
        </div>
      ) : null}
      <div className={padding === 'flush' ? 'min-w-0' : 'min-w-0 p-4 sm:px-5 sm:pb-5'}>{children}</div>
    </section>
  );
}
