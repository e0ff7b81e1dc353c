import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';

export interface PageHeaderProps {
  title: ReactNode;
  /** A word over the title: the kind of thing («Школа», «Диагностическая карта»). */
  kind?: ReactNode;
  description?: ReactNode;
  /** State beside the title, usually a <Status>. */
  status?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  children?: ReactNode;
}

/** The head of a page: where we are, its name (the only h1), what can be done with it. */
export function PageHeader({ title, kind, description, status, actions, breadcrumbs, children }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 max-w-4xl">
          {kind ? <p className="text-sm font-medium text-muted">{kind}</p> : null}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-2xl font-semibold tracking-tight sm:text-3xl">{title}</h1>
            {status}
          </div>
          {description ? <p className="mt-2 max-w-3xl text-muted">{description}</p> : null}
        </div>
        {actions ? (
          <div data-print="none" className="flex flex-wrap gap-2">
            {actions}
          </div>
        ) : null}
      </div>
      {children ? <div className="mt-4">{children}</div> : null}
    </header>
  );
}
