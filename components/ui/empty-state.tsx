import { FolderOpen, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** What to do next, in words. */
  children?: ReactNode;
  /** And by a button. */
  actions?: ReactNode;
  icon?: LucideIcon;
}

/** Nothing here yet: says why and what to do next. */
export function EmptyState({ title, children, actions, icon: Icon = FolderOpen }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <Icon aria-hidden className="mb-4 size-10 text-muted" strokeWidth={1.25} />
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-md text-muted">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
