import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as accept from '@/app/api/v1/cards/[id]/accept/route';
import * as answers from '@/app/api/v1/cards/[id]/answers/route';
import * as attachment from '@/app/api/v1/cards/[id]/attachments/[attachmentId]/route';
import * as attachments from '@/app/api/v1/cards/[id]/attachments/route';
import * as comments from '@/app/api/v1/cards/[id]/comments/route';
import * as verification from '@/app/api/v1/cards/[id]/criteria/[code]/verification/route';
import * as decision from '@/app/api/v1/cards/[id]/disputes/[disputeId]/decision/route';
import * as disputes from '@/app/api/v1/cards/[id]/disputes/route';
import * as history from '@/app/api/v1/cards/[id]/history/route';
import * as reopen from '@/app/api/v1/cards/[id]/reopen/route';
import * as returned from '@/app/api/v1/cards/[id]/return/route';
import * as card from '@/app/api/v1/cards/[id]/route';
import * as submit from '@/app/api/v1/cards/[id]/submit/route';
import * as cards from '@/app/api/v1/cards/route';
import type { Viewer } from '@/lib/access/viewer';
import { cardSchema } from '@/lib/portal/cards/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { COMPLETE, newWorld, type SchoolWithCard, type World } from '../portal/card-world';
import { type Call, callAs } from './api-calls';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

const NOBODYS_ID = '019b0000-0000-7000-8000-000000000000';
const PDF = Buffer.from('%PDF-1.4\ntrailer <<>>\n%%EOF\n');
type Handler = Parameters<typeof callAs>[1];
interface Address {
  name: string;
  handler: Handler;
  call: Call;
  /** who may do it in the card's own place */
  may: ('principal' | 'head' | 'staff' | 'coordinator')[];
}

const GROUND = { reason: 'Сверено', source: 'Протокол' };
const READERS: Address['may'] = ['principal', 'head', 'staff', 'coordinator'];
const post = (body: unknown): Call => ({ method: 'POST', body });

/** Every address of a card, each called with what would be right. */
const ADDRESSES: Address[] = [
  { name: 'card', handler: card.GET, call: {}, may: READERS },
  { name: 'history', handler: history.GET, call: {}, may: READERS },
  { name: 'attachments', handler: attachments.GET, call: {}, may: READERS },
  {
    name: 'answers',
    handler: answers.PATCH,
    call: { method: 'PATCH', body: { version: 1, answers: { A1: 'yes' } } },
    may: ['principal'],
  },
  { name: 'submit', handler: submit.POST, call: post({}), may: ['principal'] },
  { name: 'dispute', handler: disputes.POST, call: post({ criterion: 'A1', reason: 'Ошибка' }), may: ['principal'] },
  {
    name: 'attach',
    handler: attachments.POST,
    call: { method: 'POST', body: PDF, query: '?criterion=A1&name=a.pdf' },
    may: ['principal'],
  },
  {
    name: 'comment',
    handler: comments.POST,
    call: post({ criterion: 'A1', text: 'Вопрос' }),
    may: ['principal', 'head', 'staff'],
  },
  { name: 'return', handler: returned.POST, call: post({ comment: 'Проверьте' }), may: ['head', 'staff'] },
  { name: 'accept', handler: accept.POST, call: post({}), may: ['head', 'staff'] },
  {
    name: 'verify',
    handler: verification.PUT,
    call: { method: 'PUT', body: { version: 1, answer: 'no', ...GROUND } },
    may: ['head', 'staff'],
  },
  {
    name: 'clear',
    handler: verification.DELETE,
    call: { method: 'DELETE', body: { version: 1, reason: 'Ошибка' } },
    may: ['head', 'staff'],
  },
  {
    name: 'decide',
    handler: decision.POST,
    call: post({ decision: 'UPHELD', reason: 'Верно' }),
    may: ['head', 'staff'],
  },
  { name: 'reopen', handler: reopen.POST, call: post({ reason: 'Новые данные' }), may: ['head'] },
];

const paramsOf = (id: string) => ({ id, code: 'A1', disputeId: NOBODYS_ID, attachmentId: NOBODYS_ID });
const ask = (viewer: Viewer | null, { handler, call }: Address, id: string, more: Partial<Call> = {}) =>
  callAs(viewer, handler, { ...call, ...more, params: paramsOf(id) });

const rolesOf = (school: SchoolWithCard): Record<string, Viewer> => ({
  principal: school.principal,
  head: world.city.head,
  staff: world.city.staff,
  coordinator: world.coordinator,
});

/** Everything stored about cards, to see that nothing changed. */
async function everything(): Promise<string> {
  const { owner } = database;
  const tables = await Promise.all([
    owner.card.findMany({ orderBy: { id: 'asc' } }),
    owner.answer.findMany({ orderBy: [{ cardId: 'asc' }, { criterionId: 'asc' }] }),
    owner.cardComment.findMany({ orderBy: { id: 'asc' } }),
    owner.dispute.findMany({ orderBy: { id: 'asc' } }),
    owner.attachment.findMany({ orderBy: { id: 'asc' } }),
    owner.journalEntry.count(),
    owner.notice.count(),
    readdir(join(database.dataDirectory, 'files'), { recursive: true }).catch(() => []),
  ]);
  return JSON.stringify(tables, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
}

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return (await response.json()) as {
    status: number;
    type: string;
    title: string;
    detail: string;
    errors?: { path: string }[];
  };
};

describe.each(ADDRESSES)('$name', (address) => {
  it('asks nobody but those who are signed in', async () => {
    const school = await world.school();
    const before = await everything();
    const answer = await ask(null, address, school.cardId);
    expect(answer.status).toBe(401);
    expect(await problemOf(answer)).toMatchObject({ status: 401, type: 'urn:moc:problem:unauthenticated' });
    expect(await everything()).toBe(before);
  });

  it('does not exist for neighbours, whatever they send', async () => {
    const school = await world.school();
    const neighbour = await world.school();
    const outsiders = [neighbour.principal, world.town.head, world.town.staff];
    const before = await everything();
    for (const viewer of outsiders) {
      for (const more of [{}, ...(address.call.method ? [{ body: { wrong: true }, query: '' }] : [])]) {
        const answer = await ask(viewer, address, school.cardId, more);
        const none = await ask(viewer, address, NOBODYS_ID, more);
        expect([answer.status, none.status]).toEqual([404, 404]);
        expect(await answer.json()).toEqual(await none.json());
      }
    }
    expect(await everything()).toBe(before);
  });

  it('is refused inside the scope to those whose role may not', async () => {
    const school = await world.school();
    const before = await everything();
    const roles = Object.entries(rolesOf(school)).filter(([role]) => !address.may.some((may) => may === role));
    for (const [role, viewer] of [...roles, ['admin', world.admin] as const]) {
      for (const more of [{}, ...(address.call.method ? [{ body: { wrong: true }, query: '' }] : [])]) {
        const answer = await ask(viewer, address, school.cardId, more);
        expect([role, answer.status]).toEqual([role, 403]);
      }
    }
    expect(await everything()).toBe(before);
  });

  it('is open to those who may', async () => {
    const school = await world.school();
    for (const role of address.may) {
      const viewer = rolesOf(school)[role] ?? null;
      const { status } = await ask(viewer, address, school.cardId);
      // what the state of the card refuses is no matter of rights; a dispute that is not there is a 404 of its own
      expect([200, 201, 409, 422, ...(address.name === 'decide' ? [404] : [])]).toContain(status);
    }
  });

  it('is no address for what is no identifier', async () => {
    expect((await ask(world.city.head, address, 'smolensk-01')).status).toBe(404);
    expect((await ask(world.city.head, address, "1' OR '1'='1")).status).toBe(404);
  });
});

describe('a card over the API', () => {
  it('goes the whole way: answered, submitted, returned, corrected, accepted', async () => {
    const school = await world.school();
    const params = paramsOf(school.cardId);
    const asPrincipal = (handler: Handler, call: Call) => callAs(school.principal, handler, { ...call, params });
    const asCentre = (handler: Handler, call: Call) => callAs(world.city.staff, handler, { ...call, params });
    const incomplete = await asPrincipal(submit.POST, post({}));
    expect(incomplete.status).toBe(422);
    expect((await problemOf(incomplete)).errors?.map(({ path }) => path)).toEqual(['A1', 'A2', 'A3', 'S1', 'B1']);
    const saved = await asPrincipal(answers.PATCH, { method: 'PATCH', body: { version: 1, answers: COMPLETE } });
    expect(saved.status).toBe(200);
    expect(cardSchema.parse(await saved.json())).toMatchObject({
      version: 2,
      answers: COMPLETE,
      score: { negativeSum: 3, maximum: 7 },
    });
    const headers = { 'idempotency-key': `submit ${school.cardId}` };
    const sent = await asPrincipal(submit.POST, { method: 'POST', headers });
    const again = await asPrincipal(submit.POST, { method: 'POST', headers });
    expect([sent.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await sent.json());
    expect((await asPrincipal(submit.POST, { method: 'POST' })).status).toBe(409);
    const locked = await asPrincipal(answers.PATCH, { method: 'PATCH', body: { version: 3, answers: { A1: 'no' } } });
    expect(await problemOf(locked)).toMatchObject({ status: 409, type: 'urn:moc:problem:not-editable' });
    expect((await asCentre(returned.POST, post({}))).status).toBe(422);
    expect((await asCentre(returned.POST, post({ comment: '   ' }))).status).toBe(422);
    expect((await asCentre(returned.POST, post({ comment: 'Проверьте A1' }))).status).toBe(200);
    expect(
      (await asPrincipal(answers.PATCH, { method: 'PATCH', body: { version: 4, answers: { A1: 'no' } } })).status,
    ).toBe(200);
    expect((await asPrincipal(submit.POST, { method: 'POST' })).status).toBe(200);
    const accepted = await asCentre(accept.POST, post({}));
    expect(cardSchema.parse(await accepted.json())).toMatchObject({ status: 'ACCEPTED', score: { negativeSum: 2 } });
    const whole = await asPrincipal(history.GET, {});
    expect(await whole.json()).toMatchObject({ page: 1, total: 10, revisions: [{ number: 1 }, { number: 2 }] });
  });

  it('carries the card as it is when the version is behind', async () => {
    const school = await world.school();
    const patch = (body: unknown) =>
      callAs(school.principal, answers.PATCH, { method: 'PATCH', body, params: paramsOf(school.cardId) });
    await patch({ version: 1, answers: { A1: 'yes' } });
    const stale = await patch({ version: 1, answers: { A1: 'no' } });
    const problem = (await problemOf(stale)) as unknown as { status: number; type: string; current: unknown };
    expect(problem).toMatchObject({ status: 409, type: 'urn:moc:problem:stale-version' });
    const now = await callAs(school.principal, card.GET, { params: paramsOf(school.cardId) });
    expect(problem.current).toEqual(await now.json());
  });

  it.each([
    ['no JSON', '{"version":', 400],
    ['no version', JSON.stringify({ answers: { A1: 'yes' } }), 422],
    ['a version that is no number', JSON.stringify({ version: '1', answers: {} }), 422],
    ['a version of 0', JSON.stringify({ version: 0, answers: {} }), 422],
    ['a list of answers', JSON.stringify({ version: 1, answers: ['yes'] }), 422],
    ['an unknown code', JSON.stringify({ version: 1, answers: { A1: 'yes', NOPE: 'yes' } }), 422],
    ['a body that is an array', '[]', 422],
    ['more than 1 MB', JSON.stringify({ version: 1, answers: {}, comments: { A1: 'я'.repeat(600_000) } }), 413],
  ])('stores nothing of %s', async (_what, text, status) => {
    const school = await world.school();
    const before = await everything();
    const body = new TextEncoder().encode(text);
    const answer = await callAs(school.principal, answers.PATCH, {
      method: 'PATCH',
      body,
      params: paramsOf(school.cardId),
    });
    expect(answer.status).toBe(status);
    expect(await problemOf(answer)).toMatchObject({ status, detail: expect.stringMatching(/[а-я]/) });
    expect(await everything()).toBe(before);
  });

  it('refuses changes that come from another site, and sessions that were ended', async () => {
    const school = await world.school();
    const call = { method: 'PATCH', body: { version: 1, answers: { A1: 'yes' } }, params: paramsOf(school.cardId) };
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }];
    for (const headers of foreign) {
      expect((await callAs(school.principal, answers.PATCH, { ...call, headers })).status).toBe(403);
    }
    await database.owner.account.update({ where: { id: school.principal.accountId }, data: { sessionVersion: 2 } });
    expect((await callAs(school.principal, answers.PATCH, call)).status).toBe(401);
    await database.owner.account.update({
      where: { id: school.principal.accountId },
      data: { sessionVersion: 1, active: false },
    });
    expect((await callAs(school.principal, answers.PATCH, call)).status).toBe(401);
    expect(await database.owner.card.findUnique({ where: { id: school.cardId } })).toMatchObject({ version: 1 });
  });

  it('lists the cards in sight', async () => {
    const school = await world.school();
    const list = async (viewer: Viewer, query = '') => (await callAs(viewer, cards.GET, { query })).json();
    expect(await list(school.principal)).toMatchObject({
      total: 1,
      page: 1,
      pageSize: 50,
      items: [{ id: school.cardId, schoolCode: school.code }],
    });
    expect(await list(world.town.head)).toMatchObject({ total: 0, items: [] });
    expect(await list(world.city.head, '?pageSize=1000&campaignId=&status=')).toMatchObject({ pageSize: 200 });
    expect((await callAs(world.city.head, cards.GET, { query: '?status=NOPE' })).status).toBe(422);
    expect((await callAs(world.city.head, cards.GET, { query: '?page=9007199254740991' })).status).toBe(200);
    expect((await callAs(world.admin, cards.GET)).status).toBe(403);
    expect((await callAs(null, cards.GET)).status).toBe(401);
  });
});

describe('files over the API', () => {
  it('are given back as data and never as pages', async () => {
    const school = await world.school();
    const params = paramsOf(school.cardId);
    const query = `?criterion=A1&name=${encodeURIComponent('Отчёт "2020".pdf')}`;
    const attached = await callAs(school.principal, attachments.POST, { method: 'POST', body: PDF, query, params });
    expect(attached.status).toBe(201);
    const { id } = (await attached.json()) as { id: string };
    const file = await callAs(world.city.head, attachment.GET, { params: { ...params, attachmentId: id } });
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="_____ 2020.pdf"; filename*=UTF-8''${encodeURIComponent('Отчёт 2020.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
    const neighbour = await world.school();
    for (const viewer of [neighbour.principal, world.town.head]) {
      const foreign = { params: { ...params, attachmentId: id } };
      expect((await callAs(viewer, attachment.GET, foreign)).status).toBe(404);
      expect((await callAs(viewer, attachment.DELETE, { ...foreign, method: 'DELETE' })).status).toBe(404);
      const throughOwn = { params: { ...paramsOf(neighbour.cardId), attachmentId: id } };
      expect((await callAs(neighbour.principal, attachment.GET, throughOwn)).status).toBe(404);
    }
    expect((await callAs(world.admin, attachment.GET, { params: { ...params, attachmentId: id } })).status).toBe(403);
    const removed = await callAs(school.principal, attachment.DELETE, {
      method: 'DELETE',
      params: { ...params, attachmentId: id },
    });
    expect(removed.status).toBe(204);
    const gone = await callAs(school.principal, attachment.GET, { params: { ...params, attachmentId: 'not-an-id' } });
    expect(gone.status).toBe(404);
  });

  it('are refused with 413 and 415', async () => {
    const school = await world.school();
    const call = { method: 'POST', query: '?criterion=A1&name=a.pdf', params: paramsOf(school.cardId) };
    const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]);
    const before = await everything();
    expect((await callAs(school.principal, attachments.POST, { ...call, body: large })).status).toBe(413);
    expect((await callAs(school.principal, attachments.POST, { ...call, body: Buffer.from('GIF89a') })).status).toBe(
      415,
    );
    expect(
      (await callAs(school.principal, attachments.POST, { ...call, body: PDF, query: '?name=a.pdf' })).status,
    ).toBe(422);
    expect((await callAs(school.principal, attachments.POST, call)).status).toBe(422);
    expect(await everything()).toBe(before);
  });
});
