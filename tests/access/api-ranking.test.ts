import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as file from '@/app/api/v1/campaigns/[id]/export/route';
import * as lists from '@/app/api/v1/campaigns/[id]/lists/route';
import * as ranking from '@/app/api/v1/campaigns/[id]/ranking/route';
import * as rule from '@/app/api/v1/campaigns/[id]/rule/route';
import * as whatIf from '@/app/api/v1/campaigns/[id]/what-if/route';
import * as list from '@/app/api/v1/lists/[id]/route';
import * as overview from '@/app/api/v1/overview/route';
import type { Viewer } from '@/lib/access/viewer';
import { type TestDatabase, testDatabase } from '../harness/database';
import { buildWorld, type World } from '../portal/lists-world';
import { type Call, callAs } from './api-calls';

let database: TestDatabase;
let world: World;
let id: string;
let listId: string;
let who: Record<'head' | 'staff' | 'soiro' | 'admin' | 'principal' | 'stranger' | 'foreignPrincipal', Viewer>;

const body = { rule: { kind: 'SUM', table: 'T1', value: 8 } };
const order = () => ({
  table: 'T1',
  orderNumber: '7',
  orderDate: '2020-11-25',
  schools: ['smolensk-3', 'smolensk-1', 'smolensk-2', 'smolensk-10'].map((code) => world.smolensk.schools[code]),
});

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  id = world.smolensk.campaigns['2020-2021'] ?? '';
  who = {
    head: world.viewer('MOC_HEAD', world.smolensk),
    staff: world.viewer('MOC_STAFF', world.smolensk),
    soiro: world.viewer('REGION_COORDINATOR'),
    admin: world.viewer('ADMIN'),
    principal: world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'),
    stranger: world.viewer('MOC_HEAD', world.vyazma),
    foreignPrincipal: world.viewer('PRINCIPAL', world.vyazma, 'vyazma-1'),
  };
  const confirmed = await callAs(who.head, lists.POST, { method: 'POST', params: { id }, body: order() });
  expect(confirmed.status).toBe(201);
  listId = ((await confirmed.json()) as { id: string }).id;
});
afterAll(() => database.close());

const READ = { head: 200, staff: 200, soiro: 200, admin: 403, principal: 403, stranger: 404, foreignPrincipal: 404 };
const CHANGE = { ...READ, staff: 403, soiro: 403 };

describe('every role at every call', () => {
  const calls: [string, Parameters<typeof callAs>[1], () => Call, Record<string, number>][] = [
    ['GET ranking', ranking.GET, () => ({ params: { id } }), READ],
    ['GET export', file.GET, () => ({ params: { id }, query: '?format=csv' }), READ],
    ['POST what-if', whatIf.POST, () => ({ method: 'POST', params: { id }, body }), READ],
    ['GET lists', lists.GET, () => ({ params: { id } }), READ],
    ['GET list', list.GET, () => ({ params: { id: listId } }), READ],
    ['POST lists', lists.POST, () => ({ method: 'POST', params: { id }, body: order() }), { ...CHANGE, head: 201 }],
    [
      'PUT rule',
      rule.PUT,
      () => ({ method: 'PUT', params: { id }, body: { rule: { kind: 'SUM', table: 'T2', value: 2 } } }),
      CHANGE,
    ],
    ['GET overview', overview.GET, () => ({}), { ...READ, stranger: 200, foreignPrincipal: 403 }],
  ];

  test.each(calls)('%s', async (_name, handler, call, expected) => {
    const statuses = await Promise.all(
      Object.entries(who).map(async ([name, viewer]) => [name, (await callAs(viewer, handler, call())).status]),
    );
    expect(Object.fromEntries(statuses)).toEqual(expected);
    expect((await callAs(null, handler, call())).status).toBe(401);
  });
});

describe('shapes and bad input', () => {
  const json = async (answer: Response) => (await answer.json()) as Record<string, unknown>;

  test('the ranking is a page of exactly the contract’s fields', async () => {
    const answer = await json(await callAs(who.head, ranking.GET, { params: { id }, query: '?table=T1&pageSize=1' }));
    expect(answer).toMatchObject({ page: 1, pageSize: 1, total: 7 });
    expect(Object.keys((answer.items as object[])[0] ?? {}).sort()).toEqual(
      [
        ...['schoolId', 'schoolCode', 'schoolName', 'negativeSum', 'maximum', 'share'],
        ...['previousNegativeSum', 'rank', 'proposed', 'confirmed', 'status'],
      ].sort(),
    );
  });

  test.each([
    ['?table=T9', 422],
    ['?table=', 200],
    ['?pageSize=1000', 200],
  ])('ranking%s is %d', async (query, status) => {
    expect((await callAs(who.head, ranking.GET, { params: { id }, query })).status).toBe(status);
  });

  test.each([
    [{}],
    [{ rule: { kind: 'MEDIAN', table: 'T1', value: 1 } }],
    [{ rule: { kind: 'SUM', table: 'T1', value: '8' } }],
    [{ rule: { kind: 'SUM', table: 'T1', value: 0 } }],
    [{ rule: { kind: 'SHARE', table: 'T1', value: 50 } }],
    [{ rule: { kind: 'TOP_N', table: 'T1', value: 1.5 } }],
    [{ rule: { kind: 'SUM', table: 'T9', value: 5 } }],
  ])('what-if %j is 422 and a problem', async (bad) => {
    const answer = await callAs(who.head, whatIf.POST, { method: 'POST', params: { id }, body: bad });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect((await json(answer)).errors).not.toEqual([]);
  });

  test('what-if names schools by code', async () => {
    const answer = await callAs(who.soiro, whatIf.POST, { method: 'POST', params: { id }, body });
    expect(await json(answer)).toEqual({
      proposed: ['smolensk-3', 'smolensk-1'],
      entering: [],
      leaving: ['smolensk-2', 'smolensk-10'],
      borderline: ['smolensk-1'],
    });
  });

  test.each(['?schoolYear=2020', '?schoolYear=2020-2022'])('overview%s is 422', async (query) => {
    expect((await callAs(who.soiro, overview.GET, { query })).status).toBe(422);
  });

  test('the file is downloaded with a Russian name', async () => {
    const answer = await callAs(who.head, file.GET, { params: { id }, query: '?format=xlsx' });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Школы с низкими результатами'));
    expect((await callAs(who.head, file.GET, { params: { id }, query: '?format=pdf' })).status).toBe(422);
  });

  test('the overview counts the confirmed list and adds up to the ranking', async () => {
    const answer = await json(await callAs(who.soiro, overview.GET, { query: '?schoolYear=2020-2021' }));
    const city = (answer.items as Record<string, unknown>[]).find((one) => one.municipalityId === world.smolensk.id);
    const items = (await json(await callAs(who.soiro, ranking.GET, { params: { id } }))).items as Record<
      string,
      unknown
    >[];
    expect(city).toMatchObject({
      schools: items.length,
      cardsAccepted: items.filter((item) => item.status === 'ACCEPTED').length,
      flagged: items.filter((item) => item.confirmed).length,
    });
  });
});
