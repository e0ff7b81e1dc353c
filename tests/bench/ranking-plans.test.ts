import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import { rankingSql } from '@/lib/portal/lists/ranking-rows';
import { regionRankingSql } from '@/lib/portal/lists/region-ranking';
import { overviewSql } from '@/lib/portal/overview/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { fillWithSchools, type ManySchools } from './many-schools';

/** Tables that grow with the schools; a scan of a whole one would be felt. */
const LARGE = ['card', 'card_table_score', 'campaign', 'school', 'confirmed_list_school', 'school_passport'];

let database: TestDatabase;
let region: ManySchools;
let soiro: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  region = await fillWithSchools(database.owner, 900, 45);
  soiro = {
    accountId: '00000000-0000-7000-8000-000000000001',
    email: 'soiro@test.local',
    name: 'СОИРО',
    role: 'REGION_COORDINATOR',
    regionId: region.regionId,
    municipalityId: null,
    schoolId: null,
    municipalityIds: region.municipalityIds,
    preferences: {},
  };
});
afterAll(() => database.close());

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops': number;
  Plans?: Plan[];
}

/** Tables that were read as a whole; what a policy could have asked and did not need to is no scan. */
async function scannedTables(sql: Prisma.Sql): Promise<string[]> {
  const rows = await forViewer(
    soiro,
    (db) => db.$queryRaw<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
  );
  const walk = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(walk)];
  const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: plan }) => walk(plan)));
  expect(nodes.length).toBeGreaterThan(3);
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan' && node['Actual Loops'] > 0)
    .map((node) => node['Relation Name'] ?? '');
}

describe('at 40,500 schools', () => {
  const page = { schoolYear: '2020-2021', track: 'LOW_RESULTS', page: 3, pageSize: 50 } as const;

  test('the ranking of a campaign is read by indexes', async () => {
    const { campaignId, newestYear: schoolYear } = region;
    const scanned = await scannedTables(rankingSql({ campaignId, schoolYear, tableCode: 'T1', track: 'LOW_RESULTS' }));
    expect(scanned.filter((table) => LARGE.includes(table))).toEqual([]);
  });

  test('a page of the region reads the cards of its year alone, and by index what belongs to its rows', async () => {
    const scanned = await scannedTables(regionRankingSql(region.municipalityIds, page));
    // to sort a whole region all its sums are needed: the planner may well hash the narrow tables of sums and campaigns
    const narrow = ['card_table_score', 'campaign', 'campaign_rule', 'school'];
    expect(scanned.filter((table) => LARGE.includes(table) && !narrow.includes(table))).toEqual([]);
  });

  test('the overview of one municipality is read by indexes', async () => {
    const scanned = await scannedTables(overviewSql(region.municipalityIds.slice(0, 1), '2020-2021'));
    expect(scanned.filter((table) => LARGE.includes(table))).toEqual([]);
  });

  test('a page has its rows, and the last one its rest', async () => {
    const third = await rankingOfRegion(soiro, page);
    expect(third).toMatchObject({ ok: true, value: { page: 3, total: 40_500 } });
    expect(third.ok && third.value.items).toHaveLength(50);
    const beyond = await rankingOfRegion(soiro, { ...page, page: 811 });
    expect(beyond).toMatchObject({ ok: true, value: { items: [], total: 40_500 } });
  });
});
