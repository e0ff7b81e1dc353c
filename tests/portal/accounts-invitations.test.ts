import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import { viewerFromSessionToken } from '@/lib/access/session';
import type { Role, Viewer } from '@/lib/access/viewer';
import { setAccountActive } from '@/lib/portal/accounts/commands';
import { acceptInvitation, invitationBehind, invite, revokeInvitation } from '@/lib/portal/accounts/invitations';
import { openInvitations } from '@/lib/portal/accounts/queries';
import { type InvitationInput, invitationSchema } from '@/lib/portal/accounts/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { isAlive, PASSWORD, sessionOf, withPassword } from './accounts-world';
import { newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let foreignSchool: SchoolWithCard;

const NOW = new Date('2020-10-05T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const ADDRESS = 'https://moc.example.ru';
const NEW_PASSWORD = 'совсем другой пароль';

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  foreignSchool = await world.school({ in: world.town });
});
afterAll(() => database.close());

function invitation(role: Role, place: Partial<InvitationInput> = {}): InvitationInput {
  return invitationSchema.parse({ email: `${randomUUID()}@school.ru`, name: 'Новый человек', role, ...place });
}

const principalInvitation = () => invitation('PRINCIPAL', { schoolId: school.schoolId });

async function invited(input = principalInvitation(), viewer: Viewer = world.city.head) {
  const sent = await invite(viewer, input, ADDRESS, NOW);
  if (!sent.ok) throw new Error(sent.failure.detail);
  const secret = sent.value.link.slice(`${ADDRESS}/invitation/`.length);
  return { ...sent.value, secret, email: input.email };
}

/** All that is stored, as text. */
async function wholeDatabase(): Promise<string> {
  const [row] = await database.owner.$queryRaw<{ xml: string }[]>`
    SELECT schema_to_xml('public', true, true, '')::text AS xml`;
  return row?.xml ?? '';
}

describe('the link of an invitation', () => {
  it('makes the account with its whole place and lets its person in', async () => {
    const { secret, email, expiresAt } = await invited();
    expect(expiresAt).toEqual(new Date(NOW.getTime() + 7 * DAY));
    expect(await invitationBehind(secret, NOW)).toEqual({ ok: true, value: { email, name: 'Новый человек' } });
    expect(await sessionOf(email, PASSWORD)).toBeNull();
    expect(await acceptInvitation(secret, PASSWORD, NOW)).toEqual({ ok: true, value: { email } });
    const session = await sessionOf(email.toUpperCase(), PASSWORD);
    expect(await viewerFromSessionToken(session ?? undefined)).toMatchObject({
      email,
      role: 'PRINCIPAL',
      regionId: world.regionId,
      municipalityId: world.city.municipalityId,
      schoolId: school.schoolId,
      municipalityIds: [],
    });
  });

  it('works once', async () => {
    const { secret, email } = await invited();
    expect(await acceptInvitation(secret, PASSWORD, NOW)).toMatchObject({ ok: true });
    expect(await acceptInvitation(secret, NEW_PASSWORD, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await invitationBehind(secret, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await sessionOf(email, NEW_PASSWORD)).toBeNull();
  });

  it('works once for two at the same moment as well', async () => {
    const { secret, email } = await invited();
    const passwords = ['первый из двух паролей', 'второй из двух паролей'];
    const results = await Promise.all(passwords.map((password) => acceptInvitation(secret, password, NOW)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const sessions = await Promise.all(passwords.map((password) => sessionOf(email, password)));
    expect(sessions.map((session) => session !== null)).toEqual(results.map(({ ok }) => ok));
  });

  it('ends after seven days', async () => {
    const { secret } = await invited();
    const last = new Date(NOW.getTime() + 7 * DAY - 1);
    const late = new Date(NOW.getTime() + 7 * DAY);
    expect(await invitationBehind(secret, last)).toMatchObject({ ok: true });
    expect(await invitationBehind(secret, late)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await acceptInvitation(secret, PASSWORD, late)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await acceptInvitation(secret, PASSWORD, last)).toMatchObject({ ok: true });
  });

  it('ends when it is revoked', async () => {
    const { id, secret } = await invited();
    expect(await revokeInvitation(world.city.head, id, NOW)).toMatchObject({ ok: true });
    expect(await acceptInvitation(secret, PASSWORD, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it('ends when another one is made for the same person', async () => {
    const input = principalInvitation();
    const first = await invited(input);
    const second = await invited(input);
    expect(await acceptInvitation(first.secret, PASSWORD, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await acceptInvitation(second.secret, PASSWORD, NOW)).toMatchObject({ ok: true });
  });

  it('is no secret that the database knows, but in the letter that carries it', async () => {
    const { secret, email } = await invited();
    await database.owner.letter.updateMany({ where: { recipient: email }, data: { text: '' } });
    await acceptInvitation(secret, PASSWORD, NOW);
    const stored = await wholeDatabase();
    expect(stored).toContain(email);
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(PASSWORD);
  });

  it('gives a known person a new password, ends the sessions and opens a closed account', async () => {
    const principal = await withPassword(database, (await world.school()).principal);
    const input = invitation('PRINCIPAL', { email: principal.email, schoolId: principal.schoolId ?? '' });
    const session = await sessionOf(principal.email, PASSWORD);
    const { secret } = await invited(input);
    expect(await isAlive(session)).toBe(true);
    await setAccountActive(world.city.head, principal.accountId, false, NOW);
    expect(await acceptInvitation(secret, NEW_PASSWORD, NOW)).toMatchObject({ ok: true });
    expect(await isAlive(session)).toBe(false);
    expect(await sessionOf(principal.email, PASSWORD)).toBeNull();
    expect(await sessionOf(principal.email, NEW_PASSWORD)).not.toBeNull();
    expect(await database.owner.account.count({ where: { email: principal.email } })).toBe(1);
  });
});

describe('whom one may invite', () => {
  const places = () => ({
    'own staff': invitation('MOC_STAFF', { municipalityId: world.city.municipalityId }),
    'own principal': principalInvitation(),
    'own head': invitation('MOC_HEAD', { municipalityId: world.city.municipalityId }),
    'neighbour staff': invitation('MOC_STAFF', { municipalityId: world.town.municipalityId }),
    'neighbour principal': invitation('PRINCIPAL', { schoolId: foreignSchool.schoolId }),
    coordinator: invitation('REGION_COORDINATOR', { regionId: world.regionId }),
    administrator: invitation('ADMIN'),
  });

  async function answers(viewer: Viewer): Promise<Record<string, string>> {
    const results: Record<string, string> = {};
    for (const [name, input] of Object.entries(places())) {
      const sent = await invite(viewer, input, ADDRESS, NOW);
      results[name] = sent.ok ? 'ok' : sent.failure.code;
      const stored = await database.owner.invitation.count({ where: { email: input.email } });
      const letters = await database.owner.letter.count({ where: { recipient: input.email } });
      expect([name, stored, letters]).toEqual([name, sent.ok ? 1 : 0, sent.ok ? 1 : 0]);
    }
    return results;
  }

  it('the head of a centre: staff and principals of the own municipality', async () => {
    expect(await answers(world.city.head)).toEqual({
      'own staff': 'ok',
      'own principal': 'ok',
      'own head': 'FORBIDDEN',
      'neighbour staff': 'INVALID',
      'neighbour principal': 'INVALID',
      coordinator: 'FORBIDDEN',
      administrator: 'FORBIDDEN',
    });
  });

  it('an administrator: everybody', async () => {
    expect(new Set(Object.values(await answers(world.admin)))).toEqual(new Set(['ok']));
  });

  it('the others: nobody', async () => {
    for (const viewer of [world.city.staff, school.principal, world.coordinator]) {
      const given = Object.values(await answers(viewer));
      expect(
        given.every((code) => ['FORBIDDEN', 'NOT_FOUND', 'INVALID'].includes(code)),
        viewer.role,
      ).toBe(true);
    }
  });

  it('nobody by an address that belongs to another role, school or city', async () => {
    const taken = [
      invitation('MOC_STAFF', { email: school.principal.email, municipalityId: world.city.municipalityId }),
      invitation('PRINCIPAL', { email: foreignSchool.principal.email, schoolId: school.schoolId }),
      invitation('PRINCIPAL', { email: world.admin.email, schoolId: school.schoolId }),
    ];
    for (const input of taken) {
      const sent = await invite(world.city.head, input, ADDRESS, NOW);
      expect(sent).toMatchObject({ failure: { code: 'CONFLICT', errors: [{ path: 'email' }] } });
      expect(await database.owner.invitation.count({ where: { email: input.email } })).toBe(0);
    }
  });

  it('an address taken meanwhile by another role is not overwritten by the link', async () => {
    const { secret, email } = await invited();
    await database.owner.account.create({ data: { email, name: 'Другой', role: 'ADMIN', passwordHash: 'none' } });
    expect(await acceptInvitation(secret, PASSWORD, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await database.owner.account.findUniqueOrThrow({ where: { email } })).toMatchObject({
      role: 'ADMIN',
      passwordHash: 'none',
    });
  });
});

describe('invitations and letters of others', () => {
  it('are not found by a neighbour and not revoked by those who may not invite', async () => {
    const { id, secret } = await invited();
    expect(await revokeInvitation(world.town.head, id, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await revokeInvitation(world.city.staff, id, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect((await openInvitations(world.city.head, NOW)).map((open) => open.id)).toContain(id);
    expect((await openInvitations(world.town.head, NOW)).map((open) => open.id)).not.toContain(id);
    expect(await invitationBehind(secret, NOW)).toMatchObject({ ok: true });
  });

  it('lie in the outbox of those alone who may use their links', async () => {
    const staff = await invited(invitation('MOC_STAFF', { municipalityId: world.city.municipalityId }));
    const head = await invited(invitation('MOC_HEAD', { municipalityId: world.city.municipalityId }), world.admin);
    const seen = async (viewer: Viewer) =>
      forViewer(viewer, async (db) => {
        const letters = await db.letter.findMany({ where: { recipient: { in: [staff.email, head.email] } } });
        return letters.map(({ recipient }) => recipient);
      });
    expect(await seen(world.city.head)).toEqual([staff.email]);
    expect(await seen(world.town.head)).toEqual([]);
    expect((await seen(world.admin)).sort()).toEqual([staff.email, head.email].sort());
  });
});
