'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { LoadingPage } from '@/components/ui/skeleton';
import { pageThatLinkOpens } from './page-that-link-opens';

/** Quick pages come without a flicker; after this long the outline of the next page is shown. */
const PATIENCE_MS = 350;
/** A page that never came (the line is cut): what stood there comes back. */
const GIVING_UP_MS = 15_000;

/**
 * Shows, from a click on a link until the next page is there, that it is being loaded. Not a `loading.tsx`: that would
 * send every page as a stream, with status 200 even for what is not found, and unreadable without JavaScript.
 */
export function PageTransition({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const [waitingFor, setWaitingFor] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address changed, so the page is there
  useEffect(() => setWaitingFor(null), [pathname, search]);

  useEffect(() => {
    let patience: ReturnType<typeof setTimeout>;
    let givingUp: ReturnType<typeof setTimeout>;
    const onClick = (event: MouseEvent) => {
      const next = pageThatLinkOpens(event, window.location.href);
      if (!next) return;
      clearTimeout(patience);
      clearTimeout(givingUp);
      const left = window.location.href;
      patience = setTimeout(() => window.location.href === left && setWaitingFor(next), PATIENCE_MS);
      givingUp = setTimeout(() => setWaitingFor(null), GIVING_UP_MS);
    };
    document.addEventListener('click', onClick);
    // A link may lead back to this very address by a redirect: then only the browser's history tells that it is done.
    // Next changes it in the middle of a rendering, where no state may be set: hence afterwards.
    const arrived = () => setTimeout(() => setWaitingFor(null), 0);
    window.navigation?.addEventListener('currententrychange', arrived);
    return () => {
      window.navigation?.removeEventListener('currententrychange', arrived);
      document.removeEventListener('click', onClick);
      clearTimeout(patience);
      clearTimeout(givingUp);
    };
  }, []);

  const waiting = waitingFor !== null;
  return (
    <>
      {waiting ? <LoadingPage /> : null}
      <div hidden={waiting}>{children}</div>
    </>
  );
}
