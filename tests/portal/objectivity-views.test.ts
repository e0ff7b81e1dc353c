import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import {
  objectivityCell,
  objectivityList,
  objectivityMap,
  objectivityPlane,
  schoolObjectivity,
} from '@/lib/portal/objectivity/queries';
import { objectivityQuerySchema } from '@/lib/portal/objectivity/schema';
import { askRecheck, decideReview, enterSecondResult } from '@/lib/portal/objectivity-reviews/commands';
import { recheckSchema } from '@/lib/portal/objectivity-reviews/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { putFacts } from './evidence-units';
import { derive, newObjectivityWorld, type ObjectivityWorld, SCALE, WORK, YEAR } from './objectivity-world';

const EVERYTHING = { grade: null, subject: null, sign: null };

let database: TestDatabase;
let city: ObjectivityWorld;
let municipalityId: string;

beforeAll(async () => {
  database = await testDatabase();
  city = await newObjectivityWorld(database.owner);
  municipalityId = city.world.city.municipalityId;
  const school = { regionId: city.world.regionId, municipalityId, schoolId: city.peaked.schoolId };
  await putFacts(database.owner, city.importId, { ...school, schoolYear: YEAR }, 'VPR_JOURNAL', [
    { ...WORK, lowered: 8, confirmed: 70, raised: 12, gap2: 1 },
  ]);
  await putFacts(database.owner, city.importId, { ...school, schoolYear: YEAR }, 'VPR_MARKS', [
    { ...WORK, participants: 90, n2: 5, n3: 30, n4: 35, n5: 20 },
  ]);
  await derive(city);
});
afterAll(() => database.close());

function successOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.detail}`);
  return outcome.value;
}
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.failure.code);
const query = (more: Record<string, string> = {}) => objectivityQuerySchema.parse(more);
const cell = () => ({ schoolId: city.peaked.schoolId, schoolYear: YEAR, ...WORK });

describe('the map', () => {
  it('puts the school with signs first, and counts by the sign that is asked for', async () => {
    const view = successOf(await objectivityMap(city.world.city.staff, municipalityId, undefined, EVERYTHING));
    expect(view).toMatchObject({ schoolYear: YEAR, years: [YEAR], shown: ['2017-2018', '2018-2019', YEAR] });
    expect(view.columns).toEqual([{ schoolYear: YEAR, ...WORK, schools: expect.any(Number) }]);
    expect(view.rows[0]).toMatchObject({ schoolId: city.peaked.schoolId, cells: [{ result: 'SIGN' }] });
    const peaks = successOf(
      await objectivityMap(city.world.city.staff, municipalityId, YEAR, { ...EVERYTHING, sign: 'S4' }),
    );
    expect(peaks.columns[0]?.schools).toBe(1);
    expect(peaks.rows[0]?.cells[0]).toMatchObject({ signs: ['S4'], inReview: false });
    const none = successOf(
      await objectivityMap(city.world.city.staff, municipalityId, YEAR, { ...EVERYTHING, grade: 8 }),
    );
    expect([none.columns, none.rows]).toEqual([[], []]);
  });

  it('shows a review on its way and a withdrawn sign as no sign', async () => {
    const { head, staff } = city.world.city;
    const input = recheckSchema.parse({ ...cell(), sign: 'S4', note: 'Перепроверить' });
    const review = successOf(await askRecheck(staff, input, NOW));
    const peaks = async () => {
      const asked = { ...EVERYTHING, sign: 'S4' as const };
      return successOf(await objectivityMap(staff, municipalityId, YEAR, asked)).rows.find(
        (row) => row.schoolId === city.peaked.schoolId,
      )?.cells[0];
    };
    expect(await peaks()).toMatchObject({ result: 'SIGN', inReview: true });
    await enterSecondResult(staff, review.id, { version: 1, secondResult: 'x' }, NOW);
    successOf(await decideReview(head, review.id, { version: 2, decision: 'WITHDRAWN', reason: 'x' }, NOW));
    expect(await peaks()).toMatchObject({ result: 'NO_SIGN', signs: [], withdrawn: ['S4'], inReview: false });
    const list = successOf(await objectivityList(city.peaked.principal, query()));
    expect(list.items[0]?.signs.find((sign) => sign.code === 'S4')).toMatchObject({ result: 'SIGN', withdrawn: true });
    successOf(await decideReview(head, review.id, { version: 3, decision: 'CONFIRMED', reason: 'x' }, NOW));
    expect(await peaks()).toMatchObject({ result: 'SIGN', confirmed: ['S4'] });
  });
});

describe('a cell', () => {
  it('opens to the distribution with boundaries, the region’s curve, the journal, marks and files', async () => {
    const view = successOf(await objectivityCell(city.world.city.staff, cell()));
    expect(view).toMatchObject({
      curveOf: 'REGION',
      scale: SCALE,
      journal: { school: { lowered: 8 }, region: null },
      may: { recheck: true, secondResult: true, explain: false, decide: false, map: true },
    });
    expect(view.histogram?.boundaries.map(({ score }) => score)).toEqual([7, 11, 15]);
    expect(view.histogram?.boundaries[1]?.excess).toBeGreaterThan(5);
    expect(view.marks.at(-1)).toMatchObject({ schoolYear: YEAR, marks: { participants: 90 } });
    expect(view.sources).toContainEqual({
      kind: 'VPR_SCALE',
      fileName: 'Баллы ВПР.csv',
      appliedAt: NOW,
      sheet: '',
      rows: [2],
      ofReference: true,
    });
  });

  it('takes the municipality’s schools together for the region’s curve, for who sees them', async () => {
    const line = { kind: 'VPR_SCORES' as const, schoolId: null };
    await database.owner.evidenceUnit.updateMany({ where: line, data: { state: 'UNDONE' } });
    expect(successOf(await objectivityCell(city.world.city.head, cell())).curveOf).toBe('MUNICIPALITY');
    expect(successOf(await objectivityCell(city.peaked.principal, cell())).curveOf).toBeNull();
    await database.owner.evidenceUnit.updateMany({ where: line, data: { state: 'IN_FORCE' } });
  });
});

describe('the plane', () => {
  it('lists every school of the year, with what is known of it', async () => {
    const view = successOf(await objectivityPlane(city.world.city.head, municipalityId, undefined));
    expect(view.points).toHaveLength(city.honest.length + 1);
    expect(view.points.find((point) => point.schoolId === city.peaked.schoolId)).toMatchObject({
      negativeSum: null,
      meanMark: (2 * 5 + 3 * 30 + 4 * 35 + 5 * 20) / 90,
      trust: { value: null },
    });
  });
});

describe('who sees what', () => {
  const views: [string, (viewer: Viewer) => Promise<Outcome<unknown>>][] = [
    ['map', (viewer) => objectivityMap(viewer, municipalityId, YEAR, EVERYTHING)],
    ['plane', (viewer) => objectivityPlane(viewer, municipalityId, YEAR)],
    ['cell', (viewer) => objectivityCell(viewer, cell())],
    ['school', (viewer) => schoolObjectivity(viewer, city.peaked.schoolId, YEAR)],
    ['list', (viewer) => objectivityList(viewer, query({ municipalityId }))],
  ];
  const codes = async (viewer: Viewer) =>
    Object.fromEntries(
      await Promise.all(views.map(async ([name, view]) => [name, codeOf(await view(viewer))] as const)),
    );

  it('the centre and its region everything, the principal the own school, neighbours nothing', async () => {
    const { world, peaked, honest } = city;
    const all = { map: 'done', plane: 'done', cell: 'done', school: 'done', list: 'done' };
    expect(await codes(world.city.staff)).toEqual(all);
    expect(await codes(world.coordinator)).toEqual(all);
    expect(await codes(peaked.principal)).toEqual({ ...all, map: 'FORBIDDEN', plane: 'FORBIDDEN' });
    const neighbour = honest[0]?.principal ?? peaked.principal;
    expect(await codes(neighbour)).toEqual({
      map: 'FORBIDDEN',
      plane: 'FORBIDDEN',
      cell: 'NOT_FOUND',
      school: 'NOT_FOUND',
      list: 'done',
    });
    const nothing = { map: 'NOT_FOUND', plane: 'NOT_FOUND', cell: 'NOT_FOUND', school: 'NOT_FOUND', list: 'NOT_FOUND' };
    expect(await codes(world.town.head)).toEqual(nothing);
    expect(Object.values(await codes(world.admin))).not.toContain('done');
  });

  it('in the list: a principal one school, the centre all, in pages', async () => {
    const own = successOf(await objectivityList(city.peaked.principal, query()));
    expect(new Set(own.items.map((item) => item.schoolCode))).toEqual(new Set([city.peaked.code]));
    const all = successOf(await objectivityList(city.world.city.head, query({ schoolYear: YEAR, pageSize: '5' })));
    expect([all.total, all.items.length]).toEqual([city.honest.length + 1, 5]);
    expect(all.items[0]).toMatchObject({ schoolYear: YEAR, ...WORK });
    expect(successOf(await objectivityList(city.world.city.head, query({ schoolYear: '2015-2016' }))).total).toBe(0);
  });
});
