'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { SESSION_COOKIES } from '@/lib/access/session';

/** Ends the session of this browser; «выйти везде» stands in the profile. */
export async function signOut(): Promise<void> {
  const jar = await cookies();
  for (const name of SESSION_COOKIES) {
    jar.set(name, '', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 0, secure: name.startsWith('__Secure-') });
  }
  redirect('/sign-in');
}
