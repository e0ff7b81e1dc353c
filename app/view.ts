import { cookies } from 'next/headers';
import { cache } from 'react';
import { USUAL_VIEW, VIEW_COOKIE, type ViewPreferences, viewFrom, viewFromCookie } from '@/lib/domain/view-preferences';
import { currentViewer } from './(portal)/viewer';

/** How this person wants to see the portal: as this browser remembers, else as the account does, else as usual. */
export const currentView = cache(async (): Promise<ViewPreferences> => {
  const remembered = (await cookies()).get(VIEW_COOKIE)?.value;
  if (remembered !== undefined) return viewFromCookie(remembered);
  const viewer = await currentViewer();
  return viewer ? viewFrom(viewer.preferences) : USUAL_VIEW;
});
