'use server';

import { cookies } from 'next/headers';
import { USUAL_VIEW, VIEW_COOKIE, VIEW_SETTINGS, viewToCookie, withSetting } from '@/lib/domain/view-preferences';
import { keepView as keepViewOfAccount } from '@/lib/portal/shell/commands';
import { currentViewer } from './(portal)/viewer';
import { currentView } from './view';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Changes how the portal looks for this person: one setting by its name, or everything back to usual by `usual`. */
export async function keepView(data: FormData): Promise<void> {
  const view = data.has('usual')
    ? USUAL_VIEW
    : VIEW_SETTINGS.reduce((changed, setting) => withSetting(changed, setting, data.get(setting)), await currentView());
  (await cookies()).set(VIEW_COOKIE, viewToCookie(view), {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    maxAge: YEAR_SECONDS,
  });
  const viewer = await currentViewer();
  if (viewer) await keepViewOfAccount(viewer, view);
}
