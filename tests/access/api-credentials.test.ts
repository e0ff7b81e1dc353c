/** How one may call every address of the API: by a personal token, or by a session from the portal's own pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '@/app/api/authentication';
import type { Viewer } from '@/lib/access/viewer';
import { revokeToken } from '@/lib/portal/accounts/tokens';
import { type TestDatabase, testDatabase } from '../harness/database';
import { newWorld, type World } from '../portal/card-world';
import { callAs, cookieOf } from './api-calls';
import { EXPECTATIONS } from './door-expectations';
import { newList, newPlace, type Place, tokenOf } from './door-places';
import { type Door, everyDoor } from './route-files';

let database: TestDatabase;
let world: World;
let place: Place;
const guarded = (await everyDoor()).filter(({ name }) => EXPECTATIONS[name]?.level !== 'open');
const changing = guarded.filter(({ method }) => method !== 'GET');
const NOBODYS_ID = '019b0000-0000-7000-8000-000000000000';

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  place = await newPlace(world, world.city, 'submitted', await newList(world, world.city));
});
afterAll(() => database.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A call that would be right, but for the ids: they are nobody's, so it can change nothing of a card. */
function ask(viewer: Viewer | null, door: Door, headers: Record<string, string>): Promise<Response> {
  const params = { id: NOBODYS_ID, code: 'A1', disputeId: NOBODYS_ID, attachmentId: NOBODYS_ID, fileId: NOBODYS_ID };
  const call = EXPECTATIONS[door.name]?.call?.(place);
  return callAs(viewer, door.handler, { method: door.method, ...call, params, headers });
}

async function bearers(): Promise<Record<'calendar' | 'revoked' | 'expired' | 'closed', string>> {
  const { principal } = place;
  const expired = await tokenOf(principal);
  await database.owner.personalToken.update({ where: { id: expired.id }, data: { expiresAt: new Date() } });
  const revoked = await tokenOf(principal);
  await revokeToken(principal, revoked.id, new Date());
  const { principal: gone } = await world.school();
  const closed = await tokenOf(gone);
  await database.owner.account.update({ where: { id: gone.accountId }, data: { active: false } });
  return {
    calendar: (await tokenOf(principal, 'calendar')).token,
    revoked: revoked.token,
    expired: expired.token,
    closed: closed.token,
  };
}

describe('a personal token', () => {
  it('opens every address to the same person as the session does', async () => {
    const { token } = await tokenOf(place.principal);
    for (const door of guarded) {
      // once before: what can be done a single time answers the second time as it does from then on
      await ask(place.principal, door, {});
      const bySession = await ask(place.principal, door, {});
      const byToken = await ask(null, door, bearer(token));
      expect([door.name, byToken.status]).toEqual([door.name, bySession.status]);
      expect(byToken.status).not.toBe(401);
    }
  });

  it.each(['calendar', 'revoked', 'expired', 'closed'] as const)('that is %s opens none', async (kind) => {
    const token = (await bearers())[kind];
    for (const door of guarded) {
      const answer = await ask(null, door, bearer(token));
      expect([door.name, answer.status]).toEqual([door.name, 401]);
      expect(await answer.json()).toMatchObject({ type: 'urn:moc:problem:unauthenticated' });
    }
  });

  it('that is none opens nothing, whatever session comes with it', async () => {
    const { tokenHash } = await database.owner.personalToken.findFirstOrThrow();
    for (const secret of ['', 'moc_', 'moc_AAAA', tokenHash, 'null']) {
      for (const door of guarded) {
        expect((await ask(place.principal, door, bearer(secret))).status, door.name).toBe(401);
      }
    }
  });

  it('needs no origin of ours: it is no cookie that a browser sends by itself', async () => {
    const { token } = await tokenOf(place.principal);
    const headers = { ...bearer(token), origin: 'https://report.example', 'sec-fetch-site': 'cross-site' };
    for (const door of changing) {
      const here = await ask(null, door, bearer(token));
      expect([door.name, (await ask(null, door, headers)).status]).toEqual([door.name, here.status]);
    }
  });
});

describe('a session', () => {
  const FOREIGN: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:3001' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000' },
  ];
  const OWN: Record<string, string>[] = [
    { origin: 'http://127.0.0.1:3000' },
    { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' },
    {},
  ];

  it('changes nothing from foreign pages, at any address', async () => {
    const rows = () => database.owner.journalEntry.count();
    const before = await rows();
    for (const door of changing) {
      for (const headers of FOREIGN) {
        for (const viewer of [place.principal, world.city.head]) {
          const answer = await ask(viewer, door, headers);
          expect([door.name, headers, answer.status]).toEqual([door.name, headers, 403]);
        }
      }
    }
    expect(await rows()).toBe(before);
  });

  it('changes what it may from our own pages', async () => {
    const patch = changing.find(({ name }) => name === 'PATCH /cards/{id}/answers');
    for (const headers of OWN) {
      const { cardId, principal } = await newPlace(world, world.city, 'draft', place.listId);
      const body = { version: 2, answers: { A1: 'no' } };
      const call = { method: 'PATCH', params: { id: cardId }, body, headers };
      expect((await callAs(principal, patch?.handler ?? fail, call)).status).toBe(200);
    }
  });

  it('reads from anywhere: nobody else can see the answer', async () => {
    for (const door of guarded.filter(({ method }) => method === 'GET')) {
      const here = await ask(world.city.head, door, {});
      const there = await ask(world.city.head, door, { 'sec-fetch-site': 'cross-site' });
      expect([door.name, there.status]).toEqual([door.name, here.status]);
    }
  });

  it('is found under both names of its cookie, and not under another', async () => {
    const [, value = ''] = (await cookieOf(place.principal)).split('=');
    const callerWith = (cookie: string) =>
      callerOf(new Request('http://127.0.0.1:3000/api/v1/me', { headers: { cookie } }), new Date());
    for (const name of ['next-auth.session-token', '__Secure-next-auth.session-token']) {
      expect(await callerWith(`theme=dark; ${name}=${value}`)).toMatchObject({
        value: { accountId: place.principal.accountId },
      });
    }
    for (const cookie of [
      `session=${value}`,
      `xnext-auth.session-token=${value}`,
      '',
      ';;=',
      'next-auth.session-token',
    ]) {
      expect(await callerWith(cookie)).toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
    }
  });

  it('with a broken cookie beside it is still found', async () => {
    const cookie = `broken=%E0%A4%A; ${await cookieOf(place.principal)}`;
    const request = new Request('http://127.0.0.1:3000/api/v1/me', { headers: { cookie } });
    expect(await callerOf(request, new Date())).toMatchObject({ ok: true });
    const broken = new Request('http://127.0.0.1:3000/api/v1/me', {
      headers: { cookie: 'next-auth.session-token=%E0%A4%A' },
    });
    expect(await callerOf(broken, new Date())).toMatchObject({ failure: { code: 'UNAUTHENTICATED' } });
  });
});

function fail(): never {
  throw new Error('no such door');
}
