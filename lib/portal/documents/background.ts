import { linkChecksWanted } from '@/lib/env';
import { checkDueLinks } from './link-checks';

const EVERY_MS = 120_000;

/** Looks at the links of the library while the portal runs, a few at a time; LINK_CHECKS=off leaves the internet alone. */
export function startLinkChecks(): void {
  if (!linkChecksWanted()) return;
  let busy = false;
  setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      await checkDueLinks(new Date());
    } catch (error) {
      console.error('Links: not checked, trying again.', error instanceof Error ? error.message : '');
    } finally {
      busy = false;
    }
  }, EVERY_MS).unref();
}
