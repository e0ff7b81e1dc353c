import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GuessThrottle } from '@/lib/access/guess-throttle';
import { viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { sessionSecret } from '@/lib/env';
import { changePassword, setAccountActive, signOutEverywhere } from '@/lib/portal/accounts/commands';
import { deviceCookie, signIn } from '@/lib/portal/accounts/sign-in';
import { type TestDatabase, testDatabase } from '../harness/database';
import { isAlive, PASSWORD, sessionOf, withPassword } from './accounts-world';
import { newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;
let slept: number;

const NOW = new Date('2020-10-05T09:00:00Z');
const NEW_PASSWORD = 'совсем другой пароль';

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  for (const viewer of [world.admin, world.coordinator, world.city.head, world.city.staff, world.town.head]) {
    await withPassword(database, viewer);
  }
});
beforeEach(() => {
  slept = 0;
  // as it is but for the waiting, which is only counted
  globalThis.mocGuessThrottle = new GuessThrottle(Date.now, async (ms) => {
    slept += ms;
  });
});
afterAll(async () => {
  globalThis.mocGuessThrottle = undefined;
  await database.close();
});

const newPrincipal = async () => withPassword(database, (await world.school()).principal);

describe('signing in', () => {
  it('takes the e-mail in any case and with blanks around, the password exactly', async () => {
    const { email, accountId } = await newPrincipal();
    const now = new Date('2020-10-06T07:00:00Z');
    expect(await signIn({ email: `  ${email.toUpperCase()} `, password: PASSWORD }, now)).toEqual({
      accountId,
      sessionVersion: 1,
    });
    expect(await database.owner.account.findUnique({ where: { id: accountId } })).toMatchObject({ lastSignInAt: now });
    for (const wrong of [`${PASSWORD} `, PASSWORD.toUpperCase(), '', 'x'.repeat(1000)]) {
      expect(await signIn({ email, password: wrong }, NOW)).toBeNull();
    }
    expect(await signIn({ email: 'nobody@school.ru', password: PASSWORD }, NOW)).toBeNull();
  });

  it('keeps the last sign-in of the visit before, however often one signs in during a visit', async () => {
    const { email, accountId } = await newPrincipal();
    const visitBefore = async (at: string) => {
      await signIn({ email, password: PASSWORD }, new Date(at));
      return (await database.owner.account.findUnique({ where: { id: accountId } }))?.previousVisitAt?.toISOString();
    };
    expect(await visitBefore('2020-10-05T06:00:00Z')).toBeUndefined();
    expect(await visitBefore('2020-10-05T17:59:00Z')).toBeUndefined();
    expect(await visitBefore('2020-10-06T06:00:00Z')).toBe('2020-10-05T17:59:00.000Z');
    expect(await visitBefore('2020-10-06T08:00:00Z')).toBe('2020-10-05T17:59:00.000Z');
  });

  it('gives a session with the whole scope of the account', async () => {
    for (const viewer of [world.admin, world.coordinator, world.city.head, await newPrincipal()]) {
      const seen = await viewerFromSessionToken((await sessionOf(viewer.email, PASSWORD)) ?? undefined);
      const { municipalityIds, ...rest } = viewer;
      expect(seen).toMatchObject(rest);
      expect([...(seen?.municipalityIds ?? [])].sort()).toEqual([...municipalityIds].sort());
    }
  });

  it('believes no session that it did not make itself', async () => {
    const { accountId } = world.admin;
    const claims = { accountId, sessionVersion: 1 };
    const forged = await encode({ token: claims, secret: 'somebody else’s secret', maxAge: 3600 });
    const expired = await encode({ token: claims, secret: sessionSecret(), maxAge: -60 });
    const halved = await encode({ token: { accountId }, secret: sessionSecret(), maxAge: 3600 });
    const good = await encode({ token: claims, secret: sessionSecret(), maxAge: 3600 });
    expect(await isAlive(good)).toBe(true);
    for (const bad of [forged, expired, halved, `${good}x`, good.slice(0, -2), '', 'null', accountId]) {
      expect(await isAlive(bad)).toBe(false);
    }
  });
});

describe('sessions end at once', () => {
  it('when the account is closed, and closed it lets nobody in', async () => {
    const { email, accountId } = await newPrincipal();
    const session = await sessionOf(email, PASSWORD);
    expect(await isAlive(session)).toBe(true);
    expect(await setAccountActive(world.city.head, accountId, false, NOW)).toMatchObject({ ok: true });
    expect(await isAlive(session)).toBe(false);
    expect(await sessionOf(email, PASSWORD)).toBeNull();
    expect(await setAccountActive(world.city.head, accountId, true, NOW)).toMatchObject({ ok: true });
    expect(await isAlive(session)).toBe(false);
    expect(await isAlive(await sessionOf(email, PASSWORD))).toBe(true);
  });

  it('when the password is changed', async () => {
    const principal = await newPrincipal();
    const sessions = [await sessionOf(principal.email, PASSWORD), await sessionOf(principal.email, PASSWORD)];
    const wrong = await changePassword(principal, { current: 'не тот пароль', next: NEW_PASSWORD }, NOW);
    expect(wrong).toMatchObject({ failure: { code: 'INVALID', errors: [{ path: 'current' }] } });
    expect(await Promise.all(sessions.map(isAlive))).toEqual([true, true]);
    expect(await changePassword(principal, { current: PASSWORD, next: NEW_PASSWORD }, NOW)).toMatchObject({ ok: true });
    expect(await Promise.all(sessions.map(isAlive))).toEqual([false, false]);
    expect(await sessionOf(principal.email, PASSWORD)).toBeNull();
    expect(await isAlive(await sessionOf(principal.email, NEW_PASSWORD))).toBe(true);
  });

  it('when the person signs out everywhere', async () => {
    const principal = await newPrincipal();
    const neighbour = await newPrincipal();
    const sessions = [await sessionOf(principal.email, PASSWORD), await sessionOf(principal.email, PASSWORD)];
    const other = await sessionOf(neighbour.email, PASSWORD);
    expect(await signOutEverywhere(principal, NOW)).toMatchObject({ ok: true });
    expect(await Promise.all([...sessions, other].map(isAlive))).toEqual([false, false, true]);
    expect(await isAlive(await sessionOf(principal.email, PASSWORD))).toBe(true);
  });

  it('and each of it stands in the journal, without a password', async () => {
    const principal = await newPrincipal();
    await changePassword(principal, { current: PASSWORD, next: NEW_PASSWORD }, NOW);
    await signOutEverywhere(principal, NOW);
    await setAccountActive(world.city.head, principal.accountId, false, NOW);
    const entries = await database.owner.journalEntry.findMany({
      where: { subjectType: 'account', subjectId: principal.accountId },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['profile.change', principal.name],
      ['account.signOutEverywhere', principal.name],
      ['account.deactivate', world.city.head.name],
    ]);
    expect(JSON.stringify(entries, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toContain(NEW_PASSWORD);
  });
});

describe('who may close whose account', () => {
  async function answer(viewer: Viewer, target: Viewer): Promise<string> {
    const before = await database.owner.account.findUniqueOrThrow({ where: { id: target.accountId } });
    const closed = await setAccountActive(viewer, target.accountId, false, NOW);
    const after = await database.owner.account.findUniqueOrThrow({ where: { id: target.accountId } });
    expect(after.active).toBe(!closed.ok);
    if (!closed.ok) expect(after).toEqual(before);
    await database.owner.account.update({ where: { id: target.accountId }, data: { active: true, sessionVersion: 1 } });
    return closed.ok ? 'ok' : closed.failure.code;
  }

  it('follows role and municipality', async () => {
    const own = await newPrincipal();
    const foreign = (await world.school({ in: world.town })).principal;
    const { head, staff } = world.city;
    const targets: Record<string, Viewer> = { own, foreign, staff, head, admin: world.admin };
    const matrix: Record<string, Record<string, string>> = {};
    const viewers = { head, staff, coordinator: world.coordinator, principal: own, admin: world.admin };
    for (const [who, viewer] of Object.entries(viewers)) {
      const row: Record<string, string> = {};
      for (const [whose, target] of Object.entries(targets)) row[whose] = await answer(viewer, target);
      matrix[who] = row;
    }
    expect(matrix).toEqual({
      head: { own: 'ok', foreign: 'NOT_FOUND', staff: 'ok', head: 'FORBIDDEN', admin: 'NOT_FOUND' },
      staff: { own: 'FORBIDDEN', foreign: 'NOT_FOUND', staff: 'FORBIDDEN', head: 'FORBIDDEN', admin: 'NOT_FOUND' },
      coordinator: {
        own: 'FORBIDDEN',
        foreign: 'FORBIDDEN',
        staff: 'FORBIDDEN',
        head: 'FORBIDDEN',
        admin: 'NOT_FOUND',
      },
      principal: {
        own: 'FORBIDDEN',
        foreign: 'NOT_FOUND',
        staff: 'NOT_FOUND',
        head: 'NOT_FOUND',
        admin: 'NOT_FOUND',
      },
      admin: { own: 'ok', foreign: 'ok', staff: 'ok', head: 'ok', admin: 'WRONG_STATE' },
    });
  });
});

describe('guessing a password', () => {
  it('is slowed and never locks the owner out', async () => {
    const { email } = await newPrincipal();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(await signIn({ email, password: `угадываю ${attempt}` }, NOW)).toBeNull();
    }
    expect(slept).toBeGreaterThan(20_000);
    const before = slept;
    expect(await sessionOf(email, PASSWORD)).not.toBeNull();
    expect(slept).toBe(before);
  });

  it('by a stranger slows nobody who has signed in from this browser before', async () => {
    const { email } = await newPrincipal();
    const device = deviceCookie(email).value;
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn({ email, password: 'угадываю' }, NOW);
    const before = slept;
    expect(before).toBeGreaterThan(0);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await signIn({ email, password: 'опечатка', deviceCookie: device }, NOW)).toBeNull();
    }
    expect(await signIn({ email, password: PASSWORD, deviceCookie: device }, NOW)).toMatchObject({ sessionVersion: 1 });
    expect(slept).toBe(before);
  });

  it('gains nothing by a device cookie of another account or of one’s own making', async () => {
    const { email } = await newPrincipal();
    const other = deviceCookie((await newPrincipal()).email).value;
    const made = `${email}.${'A'.repeat(43)}`;
    for (const cookie of [other, made, email, '', other, made]) {
      await signIn({ email, password: 'угадываю', deviceCookie: cookie }, NOW);
    }
    expect(slept).toBeGreaterThan(0);
  });

  it('of one account slows no other one', async () => {
    const [one, other] = [await newPrincipal(), await newPrincipal()];
    for (let attempt = 0; attempt < 8; attempt += 1) await signIn({ email: one.email, password: 'угадываю' }, NOW);
    const before = slept;
    expect(await sessionOf(other.email, PASSWORD)).not.toBeNull();
    expect(await signIn({ email: other.email, password: 'опечатка' }, NOW)).toBeNull();
    expect(slept).toBe(before);
  });
});
