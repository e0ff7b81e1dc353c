import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { typeset } from '@/lib/domain/russian';

export interface SidePanelProps {
  id: string;
  kind: string;
  title: string;
  /** the page without the panel */
  closeHref: string;
  children: ReactNode;
}

/** What stands behind one school's figures, beside the list that it was opened from. */
export function SidePanel({ id, kind, title, closeHref, children }: SidePanelProps) {
  return (
    <aside
      id={id}
      aria-labelledby={`${id}-title`}
      className="sticky bottom-0 z-40 max-h-[60dvh] min-w-0 overflow-y-auto rounded-lg border border-line-strong bg-raised shadow-raised xl:top-4 xl:bottom-auto xl:max-h-[calc(100dvh-2rem)] xl:self-start"
    >
      <div className="p-4 sm:p-5">
        <div className="flex items-start justify-between gap-3">
          <div className="min-w-0">
            <p className="text-sm text-muted">{kind}</p>
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {typeset(title)}
            </h2>
          </div>
          <LinkButton
            href={closeHref}
            scroll={false}
            prefetch={false}
            variant="quiet"
            size="icon"
            aria-label="Закрыть"
            className="-mt-1 -mr-2 shrink-0 text-muted"
          >
            <X aria-hidden />
          </LinkButton>
        </div>
        {children}
      </div>
    </aside>
  );
}
