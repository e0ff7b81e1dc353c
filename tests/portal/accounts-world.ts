/** Accounts with real passwords, for tests that sign in. */
import { hashPassword } from '@/lib/access/password';
import { sessionCookie, viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { signIn } from '@/lib/portal/accounts/sign-in';
import type { TestDatabase } from '../harness/database';

export const PASSWORD = 'шесть слов вместо одного';
let hash: Promise<string> | undefined;

/** Gives an account of the world a password that fits. */
export async function withPassword<Account extends Viewer>(database: TestDatabase, viewer: Account): Promise<Account> {
  hash ??= hashPassword(PASSWORD);
  await database.owner.account.update({ where: { id: viewer.accountId }, data: { passwordHash: await hash } });
  return viewer;
}

/** The session token that signing in gives; null when it is refused. */
export async function sessionOf(email: string, password: string, now = new Date()): Promise<string | null> {
  const claims = await signIn({ email, password }, now);
  if (claims === null || claims === 'too-many') return null;
  return (await sessionCookie(claims, 'http://127.0.0.1:3000')).value;
}

/** Whether a session still opens the portal. */
export async function isAlive(session: string | null): Promise<boolean> {
  return (await viewerFromSessionToken(session ?? undefined)) !== null;
}
