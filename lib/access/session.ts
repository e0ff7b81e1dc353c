import { decode, encode } from 'next-auth/jwt';
import { sessionSecret } from '../env';
import { forSystem, type ScopedDatabase } from './door';
import { hashOfSecret } from './secret-token';
import type { Viewer, ViewPreferences } from './viewer';

/** The names next-auth gives its cookie, over http and https. */
export const SESSION_COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

/** 12 hours: a working day at a school. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** What the session cookie carries of the account. */
export interface SessionClaims {
  accountId: string;
  sessionVersion: number;
}

async function viewerOf(db: ScopedDatabase, accountId: string, sessionVersion?: number): Promise<Viewer | null> {
  const account = await db.account.findUnique({ where: { id: accountId } });
  if (!account?.active || (sessionVersion !== undefined && account.sessionVersion !== sessionVersion)) return null;
  return {
    accountId: account.id,
    email: account.email,
    name: account.name,
    role: account.role,
    regionId: account.regionId,
    municipalityId: account.municipalityId,
    schoolId: account.schoolId,
    municipalityIds: await municipalitiesInSight(db, account),
    preferences: (account.preferences ?? {}) as ViewPreferences,
  };
}

async function municipalitiesInSight(
  db: ScopedDatabase,
  account: { role: string; regionId: string | null; municipalityId: string | null },
): Promise<string[]> {
  if (account.role === 'MOC_HEAD' || account.role === 'MOC_STAFF') {
    return account.municipalityId ? [account.municipalityId] : [];
  }
  if (account.role !== 'REGION_COORDINATOR' || !account.regionId) return [];
  const rows = await db.municipality.findMany({ where: { regionId: account.regionId }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** The viewer behind a session cookie's value; null when it is not ours, expired, or ended (another sessionVersion). */
export async function viewerFromSessionToken(token: string | undefined): Promise<Viewer | null> {
  if (!token) return null;
  const claims = await decode({ token, secret: sessionSecret() }).catch(() => null);
  const { accountId, sessionVersion } = (claims ?? {}) as Partial<SessionClaims>;
  if (typeof accountId !== 'string' || typeof sessionVersion !== 'number') return null;
  return forSystem('session', (db) => viewerOf(db, accountId, sessionVersion));
}

/** The viewer of an account now, for work that the account asked for earlier; null when it may no longer sign in. */
export function viewerOfAccount(accountId: string): Promise<Viewer | null> {
  return forSystem('session', (db) => viewerOf(db, accountId));
}

/** The viewer behind a personal token; null when unknown, revoked, expired, or made for another use. */
export async function viewerFromPersonalToken(
  secret: string,
  use: 'api' | 'calendar',
  now: Date,
): Promise<Viewer | null> {
  return forSystem('session', async (db) => {
    const token = await db.personalToken.findUnique({ where: { tokenHash: hashOfSecret(secret) } });
    if (!token || token.use !== use || token.revokedAt || token.expiresAt <= now) return null;
    await db.personalToken.update({ where: { id: token.id }, data: { lastUsedAt: now } });
    return viewerOf(db, token.accountId);
  });
}

/** The session cookie that next-auth itself would set for these claims: name, value and attributes. */
export async function sessionCookie(claims: SessionClaims, address: string) {
  const secure = address.startsWith('https://');
  return {
    name: secure ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
    value: await encode({ token: { ...claims }, secret: sessionSecret(), maxAge: SESSION_SECONDS }),
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure,
    maxAge: SESSION_SECONDS,
  };
}
