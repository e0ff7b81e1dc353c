import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rankingOf, whatIfOf } from '@/lib/portal/lists/queries';
import type { RankingItem } from '@/lib/portal/lists/schema';
import { overviewOf } from '@/lib/portal/overview/queries';
import { testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';

let database: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
const paging = { page: 1, pageSize: 50 };

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
});
afterAll(() => database.close());

const campaign = (year = '2020-2021') => world.smolensk.campaigns[year] ?? '';

async function ranking(table?: string, year?: string): Promise<RankingItem[]> {
  const result = await rankingOf(world.viewer('MOC_HEAD', world.smolensk), campaign(year), { ...paging, table });
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value.items;
}

describe('rankingOf', () => {
  test('is sorted by sum, then by name in Russian order, and gives cards that are not accepted no sum', async () => {
    const items = await ranking();
    expect(items.map((item) => [item.schoolCode, item.negativeSum, item.maximum, item.rank, item.status])).toEqual([
      ['smolensk-3', 11, 13, 1, 'ACCEPTED'],
      ['smolensk-1', 9, 13, 2, 'ACCEPTED'],
      ['smolensk-2', 6, 13, 3, 'ACCEPTED'],
      ['smolensk-10', 6, 13, 3, 'ACCEPTED'],
      ['smolensk-4', 2, 13, 5, 'ACCEPTED'],
      ['smolensk-5', null, null, null, 'DRAFT'],
      ['smolensk-6', null, null, null, 'SUBMITTED'],
    ]);
    expect(items.map((item) => item.share)).toEqual([11 / 13, 9 / 13, 6 / 13, 6 / 13, 2 / 13, null, null]);
  });

  test('takes the sum of the year before from an accepted card alone', async () => {
    const before = new Map((await ranking()).map((item) => [item.schoolCode, item.previousNegativeSum]));
    expect(before.get('smolensk-1')).toBe(4);
    expect(before.get('smolensk-2')).toBe(8);
    expect(before.get('smolensk-10')).toBeNull();
    expect(before.get('smolensk-3')).toBeNull();
  });

  test("proposes by the campaign's rule and never a school without an accepted card", async () => {
    const proposed = (await ranking()).filter((item) => item.proposed).map((item) => item.schoolCode);
    expect(proposed).toEqual(['smolensk-3', 'smolensk-1', 'smolensk-2', 'smolensk-10']);
    expect((await ranking()).every((item) => !item.confirmed)).toBe(true);
  });

  test('ranks another table on demand', async () => {
    const items = await ranking('T2');
    expect(items[0]).toMatchObject({ schoolCode: 'smolensk-1', negativeSum: 3, maximum: 4, proposed: true });
    expect(items.filter((item) => item.proposed)).toHaveLength(1);
  });

  test('an unknown table is INVALID and names the field', async () => {
    const result = await rankingOf(world.viewer('MOC_HEAD', world.smolensk), campaign(), { ...paging, table: 'T9' });
    expect(result).toMatchObject({ ok: false, failure: { code: 'INVALID', errors: [{ path: 'table' }] } });
  });

  test('pages keep the order and the total', async () => {
    const page = await rankingOf(world.viewer('MOC_STAFF', world.smolensk), campaign(), { page: 2, pageSize: 3 });
    expect(page).toMatchObject({ ok: true, value: { page: 2, pageSize: 3, total: 7 } });
    expect(page.ok && page.value.items.map((item) => item.schoolCode)).toEqual([
      'smolensk-10',
      'smolensk-4',
      'smolensk-5',
    ]);
    expect(page.ok && Object.keys(page.value)).toEqual(['items', 'page', 'pageSize', 'total']);
  });

  test.each([
    ['PRINCIPAL', 'smolensk', 'FORBIDDEN'],
    ['ADMIN', undefined, 'FORBIDDEN'],
    ['MOC_HEAD', 'vyazma', 'NOT_FOUND'],
    ['PRINCIPAL', 'vyazma', 'NOT_FOUND'],
  ] as const)('%s of %s gets %s', async (role, city, code) => {
    const viewer = world.viewer(role, city && world[city], `${city}-1`);
    expect(await rankingOf(viewer, campaign(), paging)).toMatchObject({ ok: false, failure: { code } });
  });

  test('СОИРО reads every municipality', async () => {
    const soiro = world.viewer('REGION_COORDINATOR');
    const result = await rankingOf(soiro, world.vyazma.campaigns['2020-2021'] ?? '', paging);
    expect(result.ok && result.value.items.map((item) => item.schoolCode)).toEqual(['vyazma-1', 'vyazma-2']);
  });
});

describe('whatIfOf', () => {
  const ask = (kind: 'SUM' | 'SHARE' | 'TOP_N', value: number, table = 'T1') =>
    whatIfOf(world.viewer('MOC_HEAD', world.smolensk), campaign(), { kind, table, value });

  test('names who would enter, leave and is borderline against the present rule', async () => {
    expect(await ask('SUM', 9)).toEqual({
      ok: true,
      value: {
        proposed: ['smolensk-3', 'smolensk-1'],
        entering: [],
        leaving: ['smolensk-2', 'smolensk-10'],
        borderline: ['smolensk-1'],
      },
    });
    expect(await ask('SUM', 2)).toMatchObject({ value: { entering: ['smolensk-4'], leaving: [] } });
    expect(await ask('TOP_N', 3)).toMatchObject({
      value: { proposed: ['smolensk-3', 'smolensk-1', 'smolensk-2', 'smolensk-10'] },
    });
  });

  test.each([
    ['SUM', 0],
    ['SUM', 2.5],
    ['SHARE', 1.5],
    ['SHARE', 0],
    ['TOP_N', -1],
    ['SUM', 100_000],
  ] as const)('refuses %s %d', async (kind, value) => {
    expect(await ask(kind, value)).toMatchObject({ ok: false, failure: { code: 'INVALID' } });
  });

  test('stores nothing', async () => {
    const rules = await database.owner.campaignRule.findMany();
    await ask('SUM', 9);
    expect(await database.owner.campaignRule.findMany()).toEqual(rules);
    expect(await database.owner.journalEntry.count()).toBe(0);
  });

  test('is refused to principals', async () => {
    const principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1');
    const rule = { kind: 'SUM', table: 'T1', value: 5 } as const;
    expect(await whatIfOf(principal, campaign(), rule)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});

// before any card is due
const NOW = new Date('2020-09-02T09:00:00Z');
const NO_SUPPORT = { cardsLate: 0, programmesInForce: 0, recommendationsIssued: 0, recommendationsDone: 0 };

describe('overviewOf', () => {
  test('gives СОИРО every municipality by name', async () => {
    const result = await overviewOf(world.viewer('REGION_COORDINATOR'), paging, NOW);
    expect(result.ok && result.value.items).toEqual([
      {
        municipalityId: world.vyazma.id,
        schools: 2,
        cardsAccepted: 1,
        coverage: 0.5,
        flagged: 0,
        flaggedShare: 0,
        meanNegativeSum: 9,
        ...NO_SUPPORT,
      },
      {
        municipalityId: world.smolensk.id,
        schools: 7,
        cardsAccepted: 5,
        coverage: 5 / 7,
        flagged: 0,
        flaggedShare: 0,
        meanNegativeSum: (9 + 3 + 6 + 6 + 11 + 2) / 5,
        ...NO_SUPPORT,
      },
    ]);
  });

  test('gives МОЦ its own municipality', async () => {
    const result = await overviewOf(
      world.viewer('MOC_STAFF', world.smolensk),
      { ...paging, schoolYear: '2019-2020' },
      NOW,
    );
    expect(result).toMatchObject({
      value: { total: 1, items: [{ municipalityId: world.smolensk.id, schools: 3, cardsAccepted: 2 }] },
    });
  });

  test('counts the open schools where no campaign was opened, and gives no mean without accepted cards', async () => {
    const result = await overviewOf(world.viewer('REGION_COORDINATOR'), { ...paging, schoolYear: '2019-2020' }, NOW);
    expect(result.ok && result.value.items[0]).toEqual({
      municipalityId: world.vyazma.id,
      schools: 2,
      cardsAccepted: 0,
      coverage: 0,
      flagged: 0,
      flaggedShare: 0,
      meanNegativeSum: null,
      ...NO_SUPPORT,
    });
  });

  test.each(['PRINCIPAL', 'ADMIN'] as const)('is refused to %s', async (role) => {
    const viewer = world.viewer(role, world.smolensk, 'smolensk-1');
    expect(await overviewOf(viewer, paging, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});
