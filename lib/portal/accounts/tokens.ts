import { forViewer } from '@/lib/access/door';
import { hashOfSecret, newSecret } from '@/lib/access/secret-token';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { NewToken, TokenItem } from './schema';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;
const MOST_TOKENS = 20;

/** The viewer's personal tokens that still work, newest first; secrets are not kept. */
export function tokensOf(viewer: Viewer, now: Date): Promise<TokenItem[]> {
  return forViewer(viewer, async (db) => {
    const tokens = await db.personalToken.findMany({
      where: { accountId: viewer.accountId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: 'desc' },
    });
    return tokens.map(({ id, name, use, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      use,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  });
}

/** A new personal token; the secret is given this once and stored hashed. */
export function createToken(
  viewer: Viewer,
  input: NewToken,
  now: Date,
): Promise<Outcome<{ id: string; token: string }>> {
  return forViewer(viewer, async (db) => {
    const expiresAt = new Date(input.expiresAt);
    if (expiresAt <= now || expiresAt.getTime() - now.getTime() > YEAR_MS) {
      const message = 'Срок действия — от завтрашнего дня до одного года вперёд.';
      return failed('INVALID', message, { errors: [{ path: 'expiresAt', message }] });
    }
    const held = await db.personalToken.count({
      where: { accountId: viewer.accountId, revokedAt: null, expiresAt: { gt: now } },
    });
    if (held >= MOST_TOKENS) return failed('CONFLICT', `Токенов уже ${MOST_TOKENS}. Отзовите ненужные.`);
    const secret = newSecret('moc_');
    const token = await db.personalToken.create({
      data: {
        accountId: viewer.accountId,
        name: input.name,
        use: input.use,
        tokenHash: hashOfSecret(secret),
        createdAt: now,
        expiresAt,
      },
    });
    await record(db, viewer, now, {
      action: 'token.manage',
      subjectType: 'token',
      subjectId: token.id,
      to: { name: input.name, use: input.use, expiresAt: expiresAt.toISOString() },
    });
    return done({ id: token.id, token: secret });
  });
}

/** Ends a token of the viewer's own; another person's is not found. */
export function revokeToken(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db) => {
    const ended = await db.personalToken.updateMany({
      where: { id, accountId: viewer.accountId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (ended.count === 0) return failed('NOT_FOUND', 'Токен не найден.');
    await record(db, viewer, now, { action: 'token.manage', subjectType: 'token', subjectId: id, detail: 'revoked' });
    return done(undefined);
  });
}
