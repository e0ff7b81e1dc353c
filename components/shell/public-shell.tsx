import type { ReactNode } from 'react';
import type { ViewPreferences } from '@/lib/domain/view-preferences';
import { DemonstrationBanner } from './demonstration-banner';
import { Footer } from './footer';
import { Masthead, ViewMenu } from './masthead';
import { SkipLink } from './skip-link';

export interface PublicShellProps {
  demonstration: boolean;
  view: ViewPreferences;
  keepView: (data: FormData) => Promise<void>;
  children: ReactNode;
}

/** What stands around the pages that need no sign-in. */
export function PublicShell({ demonstration, view, keepView, children }: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header data-shell="header" data-print="none">
        <Masthead>
          <ViewMenu view={view} keepView={keepView} />
        </Masthead>
      </header>
      {demonstration ? <DemonstrationBanner /> : null}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-shell flex-1 px-4 py-8 outline-none sm:px-6 lg:py-12"
      >
        {children}
      </main>
      <Footer />
    </div>
  );
}
