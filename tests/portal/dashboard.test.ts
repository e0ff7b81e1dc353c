/** The overview of a municipality: its figures counted again from the board and the list that they open. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BOARD_VIEWS } from '@/components/campaigns/board-order';
import type { Viewer } from '@/lib/access/viewer';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import { cityAnalysis, cityDashboard, dashboardOf } from '@/lib/portal/dashboard/queries';
import { dashboardSchema } from '@/lib/portal/dashboard/schema';
import { confirmList } from '@/lib/portal/lists/commands';
import { confirmationSchema } from '@/lib/portal/lists/schema';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';
import { code, value } from './support-world';

const NOW = new Date('2020-11-27T09:00:00Z');
let database: TestDatabase;
let world: World;
let head: Viewer;
/** the newest year before its list was confirmed */
let undecided: Awaited<ReturnType<typeof allOf>>;

async function allOf(viewer: Viewer, schoolYear: string) {
  const dashboard = value(await cityDashboard(viewer, { schoolYear }, NOW));
  const analysis = value(await cityAnalysis(viewer, dashboard));
  return { dashboard, analysis, told: value(await dashboardOf(viewer, { schoolYear }, NOW)) };
}

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
  undecided = await allOf(head, '2020-2021');
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

describe('who needs support and why', () => {
  const analysisOf = (schoolYear: string) => allOf(head, schoolYear);

  test('a confirmed list names its schools with the groups that most points come from', async () => {
    const { analysis } = await analysisOf('2020-2021');
    const told = analysis?.flagged.schools.map(({ name, negativeSum, change, stayed, main }) => ({
      ...{ name, negativeSum, change, stayed },
      main: main.map(({ code: group, negativeSum: points }) => [group, points]),
    }));
    expect(analysis?.flagged.by).toBe('LIST');
    expect(told).toEqual([
      { name: 'СШ № 3', negativeSum: 11, change: null, stayed: false, main: [['OGE', 10]] },
      { name: 'СШ № 1', negativeSum: 9, change: 5, stayed: false, main: [['OGE', 7]] },
    ]);
  });

  test('points by group, criterion and sum are those of the accepted cards', async () => {
    const { analysis } = await analysisOf('2020-2021');
    expect(analysis?.groups).toEqual([
      // 7 + 6 + 6 + 10 + 2 of 5 × 10; the year before 4 + 8 of 2 × 10
      { code: 'OGE', title: 'ОГЭ', share: 62, before: 60 },
      { code: 'OBJ', title: 'Объективность', share: 20, before: 0 },
    ]);
    expect(analysis?.points.criteria.find(({ code: one }) => one === 'T1.S')).toMatchObject({ points: 3, schools: 2 });
    expect(analysis?.sums.reduce((sum, one) => sum + one.schools, 0)).toBe(5);
    expect(analysis?.yearBefore).toBe('2019-2020');
  });

  test('before anybody decided the rule proposes, and support goes on by the list before', () => {
    const { dashboard, analysis, told } = undecided;
    expect(dashboard.year?.list).toBeNull();
    expect(dashboard.running?.schoolYear).toBe('2019-2020');
    expect(analysis?.flagged.by).toBe('PROPOSAL');
    // from 6 points on
    expect(analysis?.flagged.schools.map(({ negativeSum }) => negativeSum)).toEqual([11, 9, 6, 6]);
    expect(told.year).toMatchObject({ listId: null, support: { schoolYear: '2019-2020' } });
  });

  test('once the list is confirmed, support is that of its schools', async () => {
    expect((await analysisOf('2020-2021')).dashboard.running).toBeNull();
  });
});

describe('over the API', () => {
  test('the figures are those of the page', async () => {
    const { analysis, told } = await allOf(head, '2020-2021');
    expect(dashboardSchema.parse(told)).toEqual(told);
    expect(told.trend.map(({ schoolYear, listed, share }) => [schoolYear, listed, share])).toEqual([
      ['2019-2020', 1, 1 / 3],
      ['2020-2021', 2, 2 / 7],
    ]);
    expect(told.year).toMatchObject({
      cards: { all: 7, accepted: 5, notFiled: 1, late: 1, review: 1 },
      flagged: analysis?.flagged,
      ...{ sums: analysis?.sums, groups: analysis?.groups, effect: analysis?.effect, warnings: null },
      signs: { resultsYear: '2019-2020', schools: 0, works: [] },
    });
  });

  test('a year without a campaign is not answered by another one', async () => {
    expect(code(await dashboardOf(head, { schoolYear: '2035-2036' }, NOW))).toBe('NOT_FOUND');
  });

  test.each([
    ['just opened, no card accepted', { status: 'OPEN' as const, accepted: false }],
    ['closed without a list', { status: 'CLOSED' as const, accepted: true }],
  ])('a campaign %s', async (_, { status, accepted }) => {
    const campaignId = world.vyazma.campaigns['2020-2021'] ?? '';
    const viewer = world.viewer('MOC_HEAD', world.vyazma);
    const closedAt = status === 'CLOSED' ? NOW : null;
    await database.owner.campaign.update({ where: { id: campaignId }, data: { status, closedAt } });
    await database.owner.card.updateMany({
      where: { campaignId, school: { code: 'vyazma-1' } },
      data: { status: accepted ? 'ACCEPTED' : 'DRAFT' },
    });
    const { year } = value(await dashboardOf(viewer, {}, NOW));
    expect(year).toMatchObject({
      ...{ campaignStatus: status, listId: null, coverage: accepted ? 0.5 : 0 },
      flagged: { by: accepted ? 'PROPOSAL' : 'NOBODY' },
      heatMap: accepted ? [{ negativeSum: 9 }] : [],
      effect: { words: 'данных недостаточно' },
    });
    expect(year?.groups.every(({ share }) => (share === null) === !accepted)).toBe(true);
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
  const told = async (viewer: Viewer) => code(await dashboardOf(viewer, asked, NOW));
  expect(await told(world.viewer('REGION_COORDINATOR'))).toBe('OK');
  expect(await told(world.viewer('MOC_HEAD', world.vyazma))).toBe('NOT_FOUND');
  expect(await told(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'))).toBe('FORBIDDEN');
  expect(await told(world.viewer('ADMIN'))).toBe('FORBIDDEN');
});
