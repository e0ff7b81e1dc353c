import { forSystem } from '@/lib/access/door';
import { GuessThrottle } from '@/lib/access/guess-throttle';
import { fitsPassword } from '@/lib/access/password';
import { signed, verified } from '@/lib/access/secret-token';
import { SESSION_SECONDS, type SessionClaims } from '@/lib/access/session';
import { publicAddress, sessionSecret } from '@/lib/env';

declare global {
  // The development server reloads modules; the memory of failed attempts must outlive them.
  var mocGuessThrottle: GuessThrottle | undefined;
}

/** The cookie of a browser that has signed in to an account before: it keeps a stranger's guessing from slowing it. */
export const DEVICE_COOKIE = 'moc-device';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The device cookie of an account that has just signed in, for a year. */
export function deviceCookie(email: string) {
  return {
    name: DEVICE_COOKIE,
    value: signed(normalEmail(email), sessionSecret()),
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: publicAddress().startsWith('https://'),
    maxAge: YEAR_SECONDS,
  };
}

export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The claims of a session when e-mail and password fit an active account; null when not; 'too-many' under a flood. */
export function signIn(
  credentials: { email: string; password: string; deviceCookie?: string },
  now: Date,
): Promise<SessionClaims | null | 'too-many'> {
  const email = normalEmail(credentials.email);
  const known = credentials.deviceCookie ? verified(credentials.deviceCookie, sessionSecret()) === email : false;
  globalThis.mocGuessThrottle ??= new GuessThrottle();
  return globalThis.mocGuessThrottle.attempt(`${known ? 'device' : 'stranger'}:${email}`, async () => {
    const account = await forSystem('sign-in', (db) => db.account.findUnique({ where: { email } }));
    const fits = await fitsPassword(account?.passwordHash ?? null, credentials.password);
    if (!fits || !account?.active) return null;
    await forSystem('sign-in', (db) =>
      db.account.update({ where: { id: account.id }, data: { lastSignInAt: now, ...visitBefore(account, now) } }),
    );
    return { accountId: account.id, sessionVersion: account.sessionVersion };
  });
}

/**
 * The last sign-in of the visit before this one. Signing in again within the length of a session, at another computer or after
 * signing out, belongs to the same visit: otherwise what is new would be gone before it was read.
 */
function visitBefore({ lastSignInAt }: { lastSignInAt: Date | null }, now: Date): { previousVisitAt?: Date } {
  const anotherVisit = lastSignInAt !== null && now.getTime() - lastSignInAt.getTime() > SESSION_SECONDS * 1000;
  return anotherVisit ? { previousVisitAt: lastSignInAt } : {};
}
