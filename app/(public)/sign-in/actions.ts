'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookie } from '@/lib/access/session';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { publicAddress } from '@/lib/env';
import { DEVICE_COOKIE, deviceCookie, signIn } from '@/lib/portal/accounts/sign-in';
import { pathOfPortal } from './path-of-portal';

const WRONG =
  'Почта или пароль не подошли. Проверьте раскладку и регистр; если пароль забыт, МОЦ пришлёт новую ссылку.';
const FLOOD = 'Слишком много попыток подряд. Подождите минуту и войдите снова.';

export async function sendSignIn(_state: FormState, form: FormData): Promise<FormState> {
  const email = String(form.get('email') ?? '').slice(0, 320);
  const password = String(form.get('password') ?? '').slice(0, 1000);
  const jar = await cookies();
  const knownDevice = jar.get(DEVICE_COOKIE)?.value;
  const claims = await signIn({ email, password, ...(knownDevice ? { deviceCookie: knownDevice } : {}) }, new Date());
  if (claims === 'too-many') return { failure: failed('TOO_MANY', FLOOD).failure, values: { email } };
  if (!claims) return { failure: failed('UNAUTHENTICATED', WRONG).failure, values: { email } };
  jar.set(await sessionCookie(claims, publicAddress()));
  jar.set(deviceCookie(email));
  redirect(pathOfPortal(form.get('callbackUrl')));
}
