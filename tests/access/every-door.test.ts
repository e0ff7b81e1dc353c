/** Every address of the API × every role × own, neighbour's and foreign ids. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policy } from '@/lib/access/policy';
import type { Role, Viewer } from '@/lib/access/viewer';
import { pageSchema } from '@/lib/portal/api-description/answers';
import type { Operation } from '@/lib/portal/api-description/operation';
import { OPERATION_GROUPS } from '@/lib/portal/api-description/operations';
import { verifyAnswer } from '@/lib/portal/cards/commands';
import { cardSpreadsheet } from '@/lib/portal/cards/spreadsheet';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type World } from '../portal/card-world';
import { type Call, callAs } from './api-calls';
import { EXPECTATIONS, type Expectation, type Who } from './door-expectations';
import { newList, newPlace, type Place, type Stage, successOf, tokenOf } from './door-places';
import { type Door, everyDoor } from './route-files';

let database: TestDatabase;
let world: World;
/** another region, of which nobody of the first one knows anything */
let abroad: World;
let lists: Record<'city' | 'town' | 'abroad', string>;
/** the place of the viewers, the next school of their city, the other city of their region, the other region */
let targets: Record<Target, Place>;

type Target = 'own' | 'neighbour' | 'town' | 'abroad';
const doors = await everyDoor();
const WHO: readonly Who[] = ['principal', 'staff', 'head', 'coordinator', 'admin'];
const ROLES: Record<Who, Role> = {
  principal: 'PRINCIPAL',
  staff: 'MOC_STAFF',
  head: 'MOC_HEAD',
  coordinator: 'REGION_COORDINATOR',
  admin: 'ADMIN',
};
const operations = new Map<string, Operation>(
  OPERATION_GROUPS.flatMap((group) => group.operations.map((one) => [`${one.method} ${one.path}`, one])),
);

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  abroad = await newWorld();
  lists = {
    city: await newList(world, world.city),
    town: await newList(world, world.town),
    abroad: await newList(abroad, abroad.city),
  };
  targets = {
    own: await newPlace(world, world.city, 'submitted', lists.city),
    neighbour: await newPlace(world, world.city, 'submitted', lists.city),
    town: await newPlace(world, world.town, 'submitted', lists.town),
    abroad: await newPlace(abroad, abroad.city, 'submitted', lists.abroad),
  };
});
afterAll(() => database.close());

const viewers = (place: Place): Record<Who, Viewer> => ({
  principal: place.principal,
  staff: world.city.staff,
  head: world.city.head,
  coordinator: world.coordinator,
  admin: world.admin,
});

/** Whose things the viewers may know of: a card is the school's, a campaign the city's, a token one's own. */
function inSight(who: Who, target: Target, level: Expectation['level']): boolean {
  if (level === 'token') return who === 'principal' && target === 'own';
  if (who === 'admin') return true;
  if (level === 'centre' && who === 'principal') return false;
  if (who === 'principal') return target === 'own' || (level !== 'card' && target === 'neighbour');
  return target === 'own' || target === 'neighbour' || (who === 'coordinator' && target === 'town');
}

/** What must never be read by a viewer: the ids and codes of all that lies out of sight. */
function foreignTo(who: Who): string[] {
  if (who === 'admin') return [];
  const ofSchool = ({
    schoolId,
    schoolCode,
    cardId,
    attachmentId,
    disputeId,
    tokenId,
    importId,
    reviewId,
    examinationId,
    recommendationId,
    programmeId,
    partnershipId,
    principal,
  }: Place) => [
    ...[schoolId, schoolCode, cardId, attachmentId, disputeId, tokenId, importId, reviewId, principal.email],
    ...[examinationId, recommendationId, programmeId, partnershipId],
  ];
  const ofCity = ({
    campaignId,
    municipalityId,
    listId,
    failureCampaignId,
    eventId,
    documentId,
    documentFileId,
    reportId,
  }: Place) => [documentId, documentFileId, reportId, eventId, campaignId, municipalityId, listId, failureCampaignId];
  return (Object.entries(targets) as [Target, Place][]).flatMap(([target, place]) => [
    ...(inSight(who, target, 'card') ? [] : ofSchool(place)),
    ...(inSight(who, target, 'campaign') ? [] : ofCity(place)),
  ]);
}

function paramsOf({ path }: Door, place: Place): Record<string, string> {
  const ids = {
    cards: place.cardId,
    campaigns: place.campaignId,
    lists: place.listId,
    tokens: place.tokenId,
    'failure-campaigns': place.failureCampaignId,
    imports: place.importId,
    objectivity: place.reviewId,
    examinations: place.examinationId,
    recommendations: place.recommendationId,
    programmes: place.programmeId,
    partnerships: place.partnershipId,
    documents: place.documentId,
    events: place.eventId,
    reports: place.reportId,
  };
  const [, segment = ''] = path.split('/');
  const all = {
    id: ids[segment as keyof typeof ids] ?? '',
    code: 'A1',
    kind: 'CONTEXT',
    disputeId: place.disputeId,
    attachmentId: place.attachmentId,
    fileId: place.documentFileId,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => path.includes(`{${name}}`)));
}

function ask(viewer: Viewer | null, door: Door, place: Place, more: Call = {}): Promise<Response> {
  const { call } = expectationOf(door);
  return callAs(viewer, door.handler, {
    method: door.method,
    params: paramsOf(door, place),
    ...call?.(place),
    ...more,
  });
}

function expectationOf({ name }: Door): Expectation {
  const expectation = EXPECTATIONS[name];
  if (!expectation) throw new Error(`${name}: nobody wrote down who may pass (tests/access/door-expectations.ts)`);
  return expectation;
}

/** Number and contents of the rows of every table, and the files kept. */
async function everything(): Promise<Record<string, string>> {
  const { owner } = database;
  const names = await owner.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const prints = names.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) AS print FROM "${name}" t`,
  );
  const rows = await owner.$queryRawUnsafe<{ name: string; print: string }[]>(prints.join(' UNION ALL '));
  const files = await readdir(join(database.dataDirectory, 'files'), { recursive: true }).catch(() => []);
  return { ...Object.fromEntries(rows.map(({ name, print }) => [name, print])), files: String(files.sort()) };
}

async function problemOf(answer: Response): Promise<{ status: number; text: string }> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const text = await answer.text();
  return { status: (JSON.parse(text) as { status: number }).status, text };
}

/** A fresh place in the viewers' city, in the state in which the door's call is right. */
async function freshPlace(door: Door, stage: Stage): Promise<Place> {
  const place = await newPlace(world, world.city, stage, lists.city);
  if (door.name.startsWith('DELETE') && door.path.endsWith('/verification')) {
    const verification = { version: 3, answer: 'no', reason: 'Сверено', source: 'Протокол' };
    successOf(await verifyAnswer(world.city.staff, place.cardId, 'A1', verification, NOW));
  }
  return place;
}

/** What a success must look like: as it is described, nothing missing and nothing more. */
async function expectDescribed(door: Door, answer: Response): Promise<void> {
  const described = operations.get(door.name)?.answer;
  expect(described, door.name).toBeDefined();
  if (described === undefined || described === 'nothing') return expect(await answer.text()).toBe('');
  if ('file' in described) {
    const type = answer.headers.get('content-type')?.split(';')[0];
    expect(described.file).toContain(type);
    return expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
  const body: unknown = await answer.json();
  const schemas =
    'either' in described ? described.either : ['page' in described ? pageSchema(described.page) : described.item];
  const fitting = schemas.map((schema) => schema.safeParse(body)).find(({ success }) => success);
  expect(fitting, `${door.name}: ${JSON.stringify(body).slice(0, 300)}`).toBeDefined();
  expect(fitting?.data).toEqual(body);
}

describe('the doors of the API', () => {
  it('are all written down, and nothing is written down that is no door', () => {
    expect(Object.keys(EXPECTATIONS).sort()).toEqual(doors.map(({ name }) => name));
  });

  it('are described and opened to the roles that the policy names', () => {
    for (const door of doors) {
      const action = operations.get(door.name)?.may;
      const named = action ? Object.keys(policy[action]).sort() : Object.values(ROLES).sort();
      expect(
        expectationOf(door)
          .may.map((who) => ROLES[who])
          .sort(),
        door.name,
      ).toEqual(named);
    }
  });
});

describe.each(doors)('$name', (door) => {
  const { level, may, stage = 'draft', status = 200 } = EXPECTATIONS[door.name] ?? { level: 'open', may: [] };
  const queries = (place: Place): Call[] => [
    {},
    ...(EXPECTATIONS[door.name]?.queries?.(place) ?? []).map((query) => ({ query })),
  ];

  it('asks who is there', async () => {
    const before = await everything();
    const answer = await ask(null, door, targets.own);
    if (level === 'open') return expect(answer.status).toBe(200);
    expect(answer.headers.get('www-authenticate') ?? 'none').not.toMatch(/basic/i);
    expect(await problemOf(answer)).toMatchObject({ status: 401 });
    expect(await everything()).toEqual(before);
  });

  it('shows and changes nothing of others', async () => {
    const before = await everything();
    for (const who of WHO) {
      const viewer = viewers(targets.own)[who];
      for (const [target, place] of Object.entries(targets) as [Target, Place][]) {
        const mayPass = may.includes(who);
        const seen = level === 'open' || level === 'scope' || inSight(who, target, level);
        // a right call in one's own place comes below
        if (seen && mayPass && door.method !== 'GET') continue;
        const expected = seen ? (mayPass ? 200 : 403) : 404;
        for (const more of queries(place)) {
          const answer = await ask(viewer, door, place, more);
          expect([who, target, more.query, answer.status]).toEqual([who, target, more.query, expected]);
          const text = expected === 200 ? await answer.text() : (await problemOf(answer)).text;
          expect(
            foreignTo(who).filter((secret) => text.includes(secret)),
            `${who} ${target}`,
          ).toEqual([]);
        }
      }
    }
    expect(await everything()).toEqual(before);
  });

  it('opens to those who may, with what is described', async () => {
    for (const who of may) {
      const place = await freshPlace(door, stage);
      const viewer = viewers(place)[who];
      const more: Call = {};
      if (level === 'token') place.tokenId = (await tokenOf(viewer)).id;
      if (door.name === 'POST /cards/{id}/spreadsheet') {
        more.body = successOf(await cardSpreadsheet(viewer, place.cardId, NOW)).body;
      }
      const answer = await ask(viewer, door, place, more);
      expect([who, answer.status]).toEqual([who, status]);
      expect(answer.headers.get('cache-control')).toMatch(level === 'open' ? 'public' : 'no-store');
      await expectDescribed(door, answer);
    }
  });

  if (/\/\{(disputeId|attachmentId|fileId)\}/.test(door.path)) {
    it('does not take a foreign thing through an own one', async () => {
      for (const who of may) {
        const place = await freshPlace(door, stage);
        const before = await everything();
        for (const foreign of [targets.neighbour, targets.town, targets.abroad]) {
          const params = { ...paramsOf(door, foreign), id: paramsOf(door, place).id ?? '' };
          const answer = await ask(viewers(place)[who], door, place, { params });
          expect([who, (await problemOf(answer)).status]).toEqual([who, 404]);
        }
        expect(await everything()).toEqual(before);
      }
    });
  }

  if (door.path.includes('{id}')) {
    it('leads nowhere with what is no id', async () => {
      for (const id of ['smolensk-01', "' OR 1=1 --", '..', '019b0000-0000-7000-8000-000000000000']) {
        const params = { ...paramsOf(door, targets.own), id };
        const answer = await ask(world.city.head, door, targets.own, { params });
        expect([id, (await problemOf(answer)).status]).toEqual([id, 404]);
      }
    });
  }
});
