/** The overview of a municipality: its figures counted again from the board and the list that they open. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOARD_VIEWS } from '@/components/campaigns/board-order';
import type { Viewer } from '@/lib/access/viewer';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import { confirmList } from '@/lib/portal/lists/commands';
import { confirmationSchema } from '@/lib/portal/lists/schema';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';
import { code, value } from './support-world';

const NOW = new Date('2020-11-27T09:00:00Z');
let database: TestDatabase;
let world: World;
let head: Viewer;

async function confirm(year: string, schools: string[], reasons: string[] = []) {
  const idOf = (school: string) => world.smolensk.schools[school] ?? '';
  const input = confirmationSchema.parse({
    ...{ table: 'T1', orderNumber: year, orderDate: `${year.slice(0, 4)}-11-25`, schools: schools.map(idOf) },
    reasons: Object.fromEntries(reasons.map((school) => [idOf(school), 'Решение комиссии'])),
  });
  value(await confirmList(head, world.smolensk.campaigns[year] ?? '', input, new Date(`${year.slice(0, 4)}-11-26`)));
}

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  await confirm('2019-2020', ['smolensk-2']);
  await confirm('2020-2021', ['smolensk-3', 'smolensk-1'], ['smolensk-2', 'smolensk-10']);
});
afterAll(() => database.close());

describe('the overview of a year', () => {
  test.each(['2019-2020', '2020-2021'])(
    '%s: every figure of cards has as many rows on the board',
    async (schoolYear) => {
      const { year } = value(await cityDashboard(head, { schoolYear }, NOW));
      const board = await campaignBoard(head, world.smolensk.campaigns[schoolYear] ?? '', NOW);
      const rows = board?.rows ?? [];
      const rowsOf = (view: keyof typeof BOARD_VIEWS) => rows.filter(BOARD_VIEWS[view].fits).length;
      expect(year?.cards).toMatchObject({
        ...{ all: rows.length, ACCEPTED: rowsOf('accepted'), late: rowsOf('late'), review: rowsOf('review') },
        RETURNED: rowsOf('returned'),
      });
      expect((year?.cards.DRAFT ?? 0) + (year?.cards.RETURNED ?? 0)).toBe(rowsOf('notFiled'));
    },
  );

  test('shows the newest year, its list beside the one before, and the trend', async () => {
    const { year, years, trend } = value(await cityDashboard(head, {}, NOW));
    expect(years).toEqual(['2020-2021', '2019-2020']);
    expect(year?.cards).toMatchObject({ all: 7, ACCEPTED: 5, SUBMITTED: 1, DRAFT: 1, RETURNED: 0 });
    expect(year?.list?.schools.map(({ name, stayed }) => [name, stayed])).toEqual([
      ['СШ № 1', false],
      ['СШ № 3', false],
    ]);
    expect(trend.map(({ schoolYear, listed }) => [schoolYear, listed.length])).toEqual([
      ['2019-2020', 1],
      ['2020-2021', 2],
    ]);
    expect(year).toMatchObject({ stuck: [], partnerships: [], programmes: { agreed: 0, all: 0 }, coming: [] });
  });

  test('is honest where nothing was begun', async () => {
    const id = crypto.randomUUID();
    await database.owner.municipality.create({
      data: { id, regionId: world.regionId, code: 'new', name: 'Новый', kind: 'URBAN_OKRUG' },
    });
    const empty = { id, campaigns: {}, schools: {} };
    const dashboard = value(await cityDashboard(world.viewer('MOC_HEAD', empty), {}, NOW));
    expect(dashboard).toMatchObject({ municipalityName: 'Новый', year: null, years: [], trend: [] });
  });
});

test('who may see it', async () => {
  const asked = { municipalityId: world.smolensk.id };
  const codes = async (viewer: Viewer) => code(await cityDashboard(viewer, asked, NOW));
  expect(await codes(world.viewer('MOC_STAFF', world.smolensk))).toBe('OK');
  expect(await codes(world.viewer('REGION_COORDINATOR'))).toBe('OK');
  expect(await codes(world.viewer('MOC_HEAD', world.vyazma))).toBe('NOT_FOUND');
  expect(await codes(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'))).toBe('FORBIDDEN');
  expect(await codes(world.viewer('ADMIN'))).toBe('FORBIDDEN');
});
