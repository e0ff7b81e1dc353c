import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { SESSION_COOKIES, viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';

/** Who asks for this page, read once a request; null when nobody is signed in. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const jar = await cookies();
  for (const name of SESSION_COOKIES) {
    const viewer = await viewerFromSessionToken(jar.get(name)?.value);
    if (viewer) return viewer;
  }
  return null;
});

/** Who asks for this page; people without a session are sent to the sign-in page and come back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  const path = (await headers()).get('x-moc-path') ?? '/';
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
