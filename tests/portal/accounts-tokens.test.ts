import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerFromPersonalToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { setAccountActive } from '@/lib/portal/accounts/commands';
import { newTokenSchema } from '@/lib/portal/accounts/schema';
import { createToken, revokeToken, tokensOf } from '@/lib/portal/accounts/tokens';
import { type TestDatabase, testDatabase } from '../harness/database';
import { newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;

const NOW = new Date('2020-10-05T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

async function created(viewer: Viewer, more: { use?: 'api' | 'calendar'; days?: number } = {}) {
  const expiresAt = later(more.days ?? 30).toISOString();
  const made = await createToken(viewer, { name: 'Выгрузка', use: more.use ?? 'api', expiresAt }, NOW);
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

describe('a personal token', () => {
  it('stands for its person, with the same scope', async () => {
    const { principal } = await world.school();
    const { token } = await created(principal);
    expect(token).toMatch(/^moc_[\w-]{43}$/);
    expect(await viewerFromPersonalToken(token, 'api', NOW)).toEqual(principal);
    const row = await database.owner.personalToken.findFirstOrThrow({ where: { accountId: principal.accountId } });
    expect(row).toMatchObject({ lastUsedAt: NOW, name: 'Выгрузка' });
  });

  it('is stored as its hash alone and shown this once', async () => {
    const { principal } = await world.school();
    const { id, token } = await created(principal);
    const row = await database.owner.personalToken.findUniqueOrThrow({ where: { id } });
    expect(row.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
    const [whole] = await database.owner.$queryRaw<{ xml: string }[]>`
      SELECT schema_to_xml('public', true, true, '')::text AS xml`;
    expect(whole?.xml).toContain(row.tokenHash);
    expect(whole?.xml).not.toContain(token);
    expect(JSON.stringify(await tokensOf(principal, NOW))).not.toContain(token);
    expect(await viewerFromPersonalToken(row.tokenHash, 'api', NOW)).toBeNull();
  });

  it('is good for its use alone', async () => {
    const { principal } = await world.school();
    const api = await created(principal);
    const calendar = await created(principal, { use: 'calendar' });
    expect(await viewerFromPersonalToken(calendar.token, 'api', NOW)).toBeNull();
    expect(await viewerFromPersonalToken(api.token, 'calendar', NOW)).toBeNull();
    expect(await viewerFromPersonalToken(calendar.token, 'calendar', NOW)).toMatchObject({ email: principal.email });
  });

  it('ends on its day, when it is revoked, and with the account', async () => {
    const { principal } = await world.school();
    const [expiring, revoked, kept] = [
      await created(principal, { days: 10 }),
      await created(principal),
      await created(principal),
    ];
    expect(await viewerFromPersonalToken(expiring.token, 'api', new Date(later(10).getTime() - 1))).not.toBeNull();
    expect(await viewerFromPersonalToken(expiring.token, 'api', later(10))).toBeNull();
    expect(await revokeToken(principal, revoked.id, NOW)).toMatchObject({ ok: true });
    expect(await viewerFromPersonalToken(revoked.token, 'api', NOW)).toBeNull();
    expect(await revokeToken(principal, revoked.id, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await viewerFromPersonalToken(kept.token, 'api', NOW)).not.toBeNull();
    await setAccountActive(world.city.head, principal.accountId, false, NOW);
    expect(await viewerFromPersonalToken(kept.token, 'api', NOW)).toBeNull();
  });

  it('is seen and revoked by its owner alone', async () => {
    const { principal } = await world.school();
    const { id, token } = await created(principal);
    for (const other of [(await world.school()).principal, world.city.head, world.coordinator, world.admin]) {
      expect((await tokensOf(other, NOW)).map((item) => item.id)).not.toContain(id);
      expect(await revokeToken(other, id, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    }
    expect(await viewerFromPersonalToken(token, 'api', NOW)).not.toBeNull();
    expect((await tokensOf(principal, NOW)).map((item) => item.id)).toEqual([id]);
    expect(await tokensOf(principal, later(31))).toEqual([]);
  });

  it('lasts from tomorrow to a year, and there are at most twenty', async () => {
    const { principal } = await world.school();
    for (const days of [-1, 0, 367, 5000]) {
      const expiresAt = later(days).toISOString();
      const made = await createToken(principal, { name: 'x', use: 'api', expiresAt }, NOW);
      expect(made).toMatchObject({ failure: { code: 'INVALID', errors: [{ path: 'expiresAt' }] } });
    }
    const made = [];
    for (let count = 0; count < 20; count += 1) made.push(await created(principal, { days: 365 }));
    const expiresAt = later(30).toISOString();
    const input = { name: 'x', use: 'api', expiresAt } as const;
    expect(await createToken(principal, input, NOW)).toMatchObject({ failure: { code: 'CONFLICT' } });
    await revokeToken(principal, made[0]?.id ?? '', NOW);
    expect(await createToken(principal, input, NOW)).toMatchObject({ ok: true });
  });

  it.each([
    [{ use: 'api', expiresAt: '2021-06-30' }, 'name'],
    [{ name: '  ', use: 'api', expiresAt: '2021-06-30' }, 'name'],
    [{ name: 'x', use: 'root', expiresAt: '2021-06-30' }, 'use'],
    [{ name: 'x', use: 'api', expiresAt: '30.06.2021' }, 'expiresAt'],
    [{ name: 'x', use: 'api' }, 'expiresAt'],
  ])('is not made of %o', (input, path) => {
    expect(newTokenSchema.safeParse(input).error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });
});
