import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { confirmList } from '@/lib/portal/lists/commands';
import {
  confirmationView,
  heatMapView,
  movementsView,
  newestCampaigns,
  pointView,
  rankingFile,
  rankingOfRegion,
  rankingView,
} from '@/lib/portal/lists/queries';
import { confirmationSchema } from '@/lib/portal/lists/schema';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';

let database: TestDatabase;
let world: World;
let head: Viewer;
let soiro: Viewer;
let principal: Viewer;
let campaignId: string;

async function confirm(year: string, schools: string[], reasons: Record<string, string> = {}) {
  const id = world.smolensk.campaigns[year] ?? '';
  const input = confirmationSchema.parse({
    table: 'T1',
    orderNumber: year,
    orderDate: `${year.slice(0, 4)}-11-25`,
    schools: schools.map((code) => world.smolensk.schools[code]),
    reasons: Object.fromEntries(Object.entries(reasons).map(([code, why]) => [world.smolensk.schools[code], why])),
  });
  const confirmed = await confirmList(head, id, input, new Date(`${year.slice(0, 4)}-11-26`));
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.failure));
}

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  soiro = world.viewer('REGION_COORDINATOR');
  principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1');
  campaignId = world.smolensk.campaigns['2020-2021'] ?? '';
  await confirm('2019-2020', ['smolensk-2']);
  await confirm('2020-2021', ['smolensk-3', 'smolensk-1'], { 'smolensk-2': 'a', 'smolensk-10': 'b' });
});
afterAll(() => database.close());

function value<T>(outcome: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

describe('rankingView', () => {
  test('shows groups, change, firmness and what the viewer may do', async () => {
    const view = value(await rankingView(head, campaignId));
    const first = view.schools.find((school) => school.schoolCode === 'smolensk-1');
    expect(first).toMatchObject({
      negativeSum: 9,
      change: 5,
      groups: [
        { code: 'OGE', negativeSum: 7, maximum: 10 },
        { code: 'OBJ', negativeSum: 2, maximum: 3 },
      ],
      firmness: { firmness: 'FIRM', proposed: true },
    });
    const border = view.schools.find((school) => school.schoolCode === 'smolensk-10');
    expect(border?.firmness).toMatchObject({ firmness: 'BORDERLINE', flipsByThreshold: true });
    const little = view.schools.find((school) => school.schoolCode === 'smolensk-4');
    expect(little?.firmness).toMatchObject({ firmness: 'LITTLE_DATA' });
    expect(view).toMatchObject({
      accepted: 5,
      may: { confirm: true, changeRule: false },
      otherInstrumentBefore: false,
    });
    expect(view.years.map((year) => year.schoolYear)).toEqual(['2020-2021', '2019-2020']);
  });

  test('staff and the region see it and may not confirm; principals do not see it', async () => {
    for (const viewer of [world.viewer('MOC_STAFF', world.smolensk), soiro]) {
      expect(value(await rankingView(viewer, campaignId)).may).toEqual({ confirm: false, changeRule: false });
    }
    expect(await rankingView(principal, campaignId)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await newestCampaigns(principal)).toEqual([]);
  });
});

describe('heatMapView and pointView', () => {
  test('tell points, no points, missing answers and counted signs apart', async () => {
    const view = value(await heatMapView(head, campaignId));
    expect(view.rows.map((row) => row.schoolCode)).toEqual([
      'smolensk-3',
      'smolensk-1',
      'smolensk-2',
      'smolensk-10',
      'smolensk-4',
    ]);
    const row = view.rows.find((one) => one.schoolCode === 'smolensk-1');
    expect(row?.cells.map((cell) => cell.kind).join(' ')).toBe(`${'POINT '.repeat(7)}${'NONE '.repeat(3)}POINT`);
    expect(row?.cells.at(-1)).toMatchObject({ points: 2, maximum: 3 });
    const little = view.rows.find((one) => one.schoolCode === 'smolensk-4');
    expect(little).toMatchObject({ littleData: true });
    expect(little?.cells.filter((cell) => cell.kind === 'UNANSWERED')).toHaveLength(7);
    expect(view.columns[0]).toMatchObject({ code: 'T1.1', groupTitle: 'ОГЭ', sum: 5, schools: 5 });
    expect(view.columns.reduce((sum, column) => sum + column.sum, 0)).toBe(
      view.rows.reduce((sum, each) => sum + each.negativeSum, 0),
    );
    expect(view.without.map((school) => school.status)).toEqual(['DRAFT', 'SUBMITTED']);
  });

  test('a verified answer counts, with its source, person and reason beside what was declared', async () => {
    const cardId = value(await heatMapView(head, campaignId)).rows[1]?.cardId ?? '';
    const criterion = await database.owner.criterion.findFirst({ where: { code: 'T1.7' } });
    await database.owner.answer.update({
      where: { cardId_criterionId: { cardId, criterionId: criterion?.id ?? '' } },
      data: {
        verifiedValue: 'no',
        verifiedSource: 'Протокол РЦОИ',
        verifiedReason: 'Сверено',
        verifiedBy: 'Методист',
        verifiedAt: new Date('2020-10-20'),
      },
    });
    const point = value(await pointView(head, campaignId, 'smolensk-1', 'T1.7'));
    expect(point).toMatchObject({
      points: 0,
      declared: { answer: 'yes' },
      verified: { answer: 'no', source: 'Протокол РЦОИ', reason: 'Сверено', by: 'Методист' },
    });
    const cells = value(await heatMapView(head, campaignId)).rows[1]?.cells;
    expect(cells?.[6]).toMatchObject({ kind: 'NONE' });
  });

  test.each([
    ['smolensk-1', 'T1.99'],
    ['vyazma-1', 'T1.1'],
    ['smolensk-5', 'T1.1'],
  ])('%s %s is no point', async (school, criterion) => {
    expect(await pointView(head, campaignId, school, criterion)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  test('principals get neither', async () => {
    expect(await heatMapView(principal, campaignId)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await pointView(principal, campaignId, 'smolensk-1', 'T1.1')).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
  });
});

describe('movementsView', () => {
  test('names who entered, stayed and left, with the share of the schools of the year', async () => {
    const view = value(await movementsView(head, world.smolensk.id));
    const low = view.tracks.find((track) => track.track === 'LOW_RESULTS');
    expect(low?.years).toMatchObject([
      { schoolYear: '2019-2020', comparedWith: null, listed: ['smolensk-2'], schoolCount: 3 },
      {
        schoolYear: '2020-2021',
        comparedWith: '2019-2020',
        entered: ['smolensk-1', 'smolensk-3'],
        stayed: [],
        left: ['smolensk-2'],
        schoolCount: 7,
      },
    ]);
    expect(view.schools.get('smolensk-2')?.shortName).toBe('СШ № 2');
  });

  test('is closed to principals and to another city', async () => {
    expect(await movementsView(principal, world.smolensk.id)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    const stranger = world.viewer('MOC_HEAD', world.vyazma);
    expect(await movementsView(stranger, world.smolensk.id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });
});

describe('confirmationView', () => {
  test('judges by the rule tried and remembers the reasons of the list in force', async () => {
    const tried = { kind: 'TOP_N', tableCode: 'T1', value: 1 } as const;
    const view = value(await confirmationView(head, campaignId, 'T1', tried));
    expect(view.schools.filter((school) => school.proposed).map((school) => school.schoolCode)).toEqual(['smolensk-3']);
    expect(view.schools.filter((school) => school.listed).map((school) => school.schoolCode)).toEqual([
      'smolensk-3',
      'smolensk-1',
    ]);
    expect(view.schools.find((school) => school.schoolCode === 'smolensk-10')?.reason).toBe('b');
  });
});

describe('rankingOfRegion', () => {
  const ask = (viewer: Viewer, more: object = {}) =>
    rankingOfRegion(viewer, { schoolYear: '2020-2021', track: 'LOW_RESULTS', page: 1, pageSize: 50, ...more });

  test('puts the schools of all municipalities in one order, each with its own place and rule', async () => {
    const page = value(await ask(soiro));
    expect(page.total).toBe(9);
    expect(
      page.items.map((item) => [item.schoolCode, item.negativeSum, item.rank, item.proposed, item.confirmed]),
    ).toEqual([
      ['smolensk-3', 11, 1, true, true],
      ['smolensk-1', 9, 2, true, true],
      ['vyazma-1', 9, 1, true, false],
      ['smolensk-2', 6, 3, true, false],
      ['smolensk-10', 6, 3, true, false],
      ['smolensk-4', 2, 5, false, false],
      ['vyazma-2', null, null, false, false],
      ['smolensk-5', null, null, false, false],
      ['smolensk-6', null, null, false, false],
    ]);
    expect(page.items[3]?.previousNegativeSum).toBe(8);
  });

  test('agrees with the ranking of each campaign', async () => {
    const region = new Map(value(await ask(soiro)).items.map((item) => [item.schoolCode, item]));
    for (const school of value(await rankingView(head, campaignId)).schools) {
      const { negativeSum, maximum, share, rank, proposed, confirmed, status, previousNegativeSum } = school;
      expect(region.get(school.schoolCode)).toMatchObject({
        ...{ negativeSum, maximum, share, rank, proposed, confirmed, status, previousNegativeSum },
      });
    }
  });

  test('gives pages, the total of a page beyond the end too', async () => {
    const second = value(await ask(soiro, { page: 2, pageSize: 4 }));
    expect(second.items.map((item) => item.schoolCode)).toEqual([
      'smolensk-10',
      'smolensk-4',
      'vyazma-2',
      'smolensk-5',
    ]);
    expect(value(await ask(soiro, { page: 9, pageSize: 4 }))).toMatchObject({ items: [], total: 9 });
  });

  test('keeps to one municipality, and МОЦ to its own', async () => {
    expect(value(await ask(soiro, { municipalityId: world.vyazma.id })).total).toBe(2);
    expect(value(await ask(head)).total).toBe(7);
    expect(await ask(head, { municipalityId: world.vyazma.id })).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await ask(principal)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});

describe('rankingFile', () => {
  const now = new Date('2020-11-26T10:00:00Z');

  test('csv keeps the filters, the order and the columns of the page', async () => {
    const params = { table: 'T1', mark: 'confirmed', sort: 'name', column: ['share', 'list'] };
    const file = value(await rankingFile(head, campaignId, params, 'csv', now));
    expect(file.name).toBe('Школы с низкими результатами Город Смоленск 2020-2021');
    expect(String(file.body).split('\r\n')).toEqual([
      '\ufeffМесто;Школа;Код школы;Карта;Сумма;Максимум;Доля максимума;Предложена;В списке',
      expect.stringMatching(/^\d;Средняя школа № 1;smolensk-1;принята;\d;13;\d+,\d;да;да$/),
      '1;Средняя школа № 3;smolensk-3;принята;11;13;84,6;да;да',
      '',
    ]);
  });

  test('xlsx has figures as figures and no sum for a card that is not accepted', async () => {
    const file = value(await rankingFile(head, campaignId, {}, 'xlsx', now));
    const book = await readXlsx(file.body as Uint8Array);
    const rows = book.sheets[0]?.rows ?? [];
    const names = rows.findIndex((row) => row[0] === 'Место');
    const sum = rows[names]?.indexOf('Сумма') ?? -1;
    expect(rows[names + 1]?.[sum]).toBe(11);
    expect(rows.at(-1)?.[sum]).toBeNull();
    expect(rows).toHaveLength(names + 8);
  });

  test('xlsx makes each sum a formula over the groups, where these are shown', async () => {
    const formulas = async (column: string[]) => {
      const file = value(await rankingFile(head, campaignId, { column }, 'xlsx', now));
      const xml = strFromU8(unzipSync(file.body as Uint8Array)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      return [...xml.matchAll(/<f>(SUM\([A-Z\d,]+\))<\/f><v>(\d+)<\/v>/g)];
    };
    const accepted = value(await rankingView(head, campaignId, 'T1')).schools.filter((one) => one.negativeSum !== null);
    const sums = (await formulas(['groups'])).map(([, , sum]) => Number(sum));
    expect(sums.sort()).toEqual(accepted.map(({ negativeSum }) => negativeSum).sort());
    expect(await formulas(['share'])).toEqual([]);
  });

  test('is refused to principals', async () => {
    expect(await rankingFile(principal, campaignId, {}, 'csv', now)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});
