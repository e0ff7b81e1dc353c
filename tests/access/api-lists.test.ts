import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as health from '@/app/api/health/route';
import * as ready from '@/app/api/ready/route';
import * as instrument from '@/app/api/v1/campaigns/[id]/instrument/route';
import * as campaigns from '@/app/api/v1/campaigns/route';
import * as municipalities from '@/app/api/v1/municipalities/route';
import * as schools from '@/app/api/v1/schools/route';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { instrumentSchema } from '@/lib/portal/campaigns/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { newWorld, type SchoolWithCard, type World } from '../portal/card-world';
import { type Call, callAs } from './api-calls';

let database: TestDatabase;
let world: World;
let own: SchoolWithCard;
let foreign: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  own = await world.school();
  foreign = await world.school({ in: world.town });
});
afterAll(() => database.close());

type Handler = Parameters<typeof callAs>[1];
interface List {
  total: number;
  items: Record<string, unknown>[];
}

async function list(viewer: Viewer, handler: Handler, query = ''): Promise<List> {
  const answer = await callAs(viewer, handler, { query });
  expect(answer.status).toBe(200);
  return (await answer.json()) as List;
}

describe('what each role finds in the lists', () => {
  it.each([
    ['principal', () => own.principal, { schools: 1, campaigns: 2, municipalities: 1 }],
    ['head', () => world.city.head, { schools: 1, campaigns: 2, municipalities: 1 }],
    ['staff', () => world.city.staff, { schools: 1, campaigns: 2, municipalities: 1 }],
    ['coordinator', () => world.coordinator, { schools: 2, campaigns: 4, municipalities: 2 }],
    ['admin', () => world.admin, { schools: 2, campaigns: 4, municipalities: 2 }],
  ])('%s', async (_role, viewerOf, totals) => {
    const viewer: Viewer = viewerOf();
    expect({
      schools: (await list(viewer, schools.GET)).total,
      campaigns: (await list(viewer, campaigns.GET)).total,
      municipalities: (await list(viewer, municipalities.GET)).total,
    }).toEqual(totals);
  });

  it('shows nothing of the neighbour to those who ask for it by name', async () => {
    const query = `?municipalityId=${world.town.municipalityId}`;
    for (const viewer of [own.principal, world.city.head, world.city.staff]) {
      expect((await list(viewer, schools.GET, query)).items).toEqual([]);
      expect((await list(viewer, campaigns.GET, query)).items).toEqual([]);
      expect((await list(viewer, schools.GET, `?q=${foreign.code}`)).items).toEqual([]);
    }
    expect((await list(world.coordinator, schools.GET, query)).items).toMatchObject([{ code: foreign.code }]);
  });

  it('asks everybody to sign in', async () => {
    for (const handler of [schools.GET, campaigns.GET, municipalities.GET, instrument.GET]) {
      expect((await callAs(null, handler, { params: { id: world.city.campaign.id } })).status).toBe(401);
    }
  });

  it('finds schools by a part of the name or code, in any case, «№ 2» before «№ 10»', async () => {
    const name = 'Гимназия';
    await forSystem('maintenance', async (db) => {
      const { municipalityId } = world.town;
      for (const number of [10, 2]) {
        const shortName = `${name} № ${number}`;
        await db.school.create({ data: { code: `gymnasium-${number}`, municipalityId, name: shortName, shortName } });
      }
    });
    const names = async (q: string) =>
      (await list(world.town.head, schools.GET, `?q=${encodeURIComponent(q)}`)).items.map((item) => item.name);
    expect(await names(' гимназия ')).toEqual(['Гимназия № 2', 'Гимназия № 10']);
    expect(await names('GYMNASIUM-10')).toEqual(['Гимназия № 10']);
    expect(await names('нет такой')).toEqual([]);
  });
});

describe('campaigns', () => {
  it('are found by school year, as people write it', async () => {
    for (const year of ['2020-2021', '2020/21', '2020–2021']) {
      const { items } = await list(
        world.city.head,
        campaigns.GET,
        `?municipalityId=&schoolYear=${encodeURIComponent(year)}`,
      );
      expect(items).toMatchObject([
        { id: world.city.campaign.id, schoolYear: '2020-2021', resultsYear: '2019-2020', status: 'OPEN' },
      ]);
    }
    expect((await callAs(world.city.head, campaigns.GET, { query: '?schoolYear=2020-2022' })).status).toBe(422);
    expect((await callAs(world.city.head, campaigns.GET, { query: '?municipalityId=1' })).status).toBe(422);
  });

  it('are shown to schools when they are opened, to МОЦ before', async () => {
    const draft = await forSystem('maintenance', (db) =>
      db.campaign.create({
        data: {
          municipalityId: world.city.municipalityId,
          schoolYear: '2021-2022',
          resultsYear: '2020-2021',
          instrumentVersionId: world.city.campaign.instrumentVersionId,
          opensAt: new Date('2021-09-01'),
          dueAt: new Date('2021-10-15'),
        },
      }),
    );
    const params = { id: draft.id };
    expect((await list(own.principal, campaigns.GET, '?schoolYear=2021-2022')).total).toBe(0);
    expect((await callAs(own.principal, instrument.GET, { params })).status).toBe(404);
    expect((await list(world.city.staff, campaigns.GET, '?schoolYear=2021-2022')).total).toBe(1);
    expect((await callAs(world.city.staff, instrument.GET, { params })).status).toBe(200);
    await database.owner.campaign.delete({ where: { id: draft.id } });
  });

  it('give the instrument by which cards are scored', async () => {
    const call: Call = { params: { id: world.city.campaign.id } };
    for (const viewer of [own.principal, world.city.staff, world.coordinator, world.admin]) {
      const answer = await callAs(viewer, instrument.GET, call);
      const { tables } = instrumentSchema.parse(await answer.json());
      expect(tables.map(({ code, criteria }) => [code, criteria.map((criterion) => criterion.code)])).toEqual([
        ['T1', ['A1', 'A2', 'A3', 'S1']],
        ['T2', ['B1']],
      ]);
      expect(tables[0]?.criteria[3]).toMatchObject({
        group: 'T1G',
        type: 'SIGN_COUNT',
        signs: [{ code: 'x' }, { code: 'y' }, { code: 'z' }],
      });
      expect(tables[0]?.criteria[0]).not.toHaveProperty('signs');
    }
    expect((await callAs(foreign.principal, instrument.GET, call)).status).toBe(404);
    expect((await callAs(world.town.head, instrument.GET, call)).status).toBe(404);
  });
});

describe('health', () => {
  it('answers while the process lives', async () => {
    expect(await (await health.GET()).json()).toEqual({ status: 'ok' });
  });

  it('is ready with every migration, and not without one', async () => {
    expect((await ready.GET()).status).toBe(200);
    await database.owner.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    expect((await ready.GET()).status).toBe(503);
    await database.owner.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
    expect((await ready.GET()).status).toBe(200);
  });

  it('is not ready while the database cannot be reached', async () => {
    const working = globalThis.mocPrismaClient;
    globalThis.mocPrismaClient = undefined;
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
    const answer = await ready.GET();
    vi.unstubAllEnvs();
    globalThis.mocPrismaClient = working;
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable' }]);
  });
});
