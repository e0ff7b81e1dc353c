import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { SOCIAL_INDEX_DEFAULTS } from '@/lib/domain/social-index';
import { mean, standardDeviation } from '@/lib/domain/statistics';
import { changeSettings } from '@/lib/portal/methods/commands';
import {
  conditionsDetails,
  conditionsFile,
  conditionsOf,
  conditionsOfSchool,
  conditionsView,
  regionConditions,
} from '@/lib/portal/social-conditions/queries';
import { conditionsItemSchema } from '@/lib/portal/social-conditions/schema';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import type { World } from './lists-world';
import { schoolOf, twoRulesWorld, YEAR } from './two-rules-world';

let database: TestDatabase;
let world: World;
let head: Viewer;
let campaignId: string;
const now = new Date('2020-11-10T09:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  world = await twoRulesWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  campaignId = world.smolensk.campaigns['2020-2021'] ?? '';
});
afterAll(() => database.close());

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'OK' : outcome.failure.code);
const shown = async () =>
  new Map(value(await conditionsView(head, campaignId)).schools.map((one) => [one.schoolCode, one]));

describe('social conditions of a campaign', () => {
  test('have an index of mean 100 and deviation 15 over the schools with a passport', async () => {
    const { schools, measured, threshold } = value(await conditionsView(head, campaignId));
    const indices = schools.flatMap(({ index }) => index ?? []);
    expect(measured).toBe(6);
    expect(mean(indices)).toBeCloseTo(100, 6);
    expect(standardDeviation(indices)).toBeCloseTo(15, 6);
    const own = new Map(schools.map((school) => [school.schoolCode, school]));
    expect(own.get('smolensk-4')).toMatchObject({ place: 1, hardByIndex: true });
    expect(own.get('smolensk-4')?.index).toBeLessThanOrEqual(threshold ?? 0);
    expect(own.get('smolensk-10')).toMatchObject({ loaded: false, index: null, hardByIndex: null });
  });

  test('make four kinds with the results; the table of conditions counts beside the index', async () => {
    const own = await shown();
    const types = [...own].map(([school, { type }]) => [school, type]);
    expect(types).toEqual([
      ['smolensk-3', 'RESULTS'],
      ['smolensk-1', 'BOTH'],
      ['smolensk-2', 'RESULTS'],
      ['smolensk-10', 'RESULTS'],
      ['smolensk-4', 'CONDITIONS'],
      ['smolensk-5', null],
      ['smolensk-6', null],
    ]);
    expect(own.get('smolensk-1')).toMatchObject({ hardByTable: true, conditionsSum: 3 });
  });

  test('name a resilient school with what speaks for it', async () => {
    const { schools, medianSum } = value(await conditionsView(head, campaignId));
    const resilient = schools.filter((school) => school.resilient);
    expect(medianSum).toBe(6);
    expect(resilient.map(({ schoolCode, trust }) => [schoolCode, trust])).toEqual([['smolensk-4', 'NO_DATA']]);
    expect(resilient[0]?.reasons).toHaveLength(3);
    expect(resilient[0]?.reasons[2]).toContain('не\u00a0проверена');
  });

  test('put a school aside whose results show signs at more than every tenth look', async () => {
    const schoolId = schoolOf(world.smolensk, 'smolensk-4');
    const signs = (['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const).map((sign, at) => ({
      ...{ code: sign, result: at < 2 ? 'SIGN' : 'NO_SIGN', figures: {}, pValue: null, qValue: null },
    }));
    const { id } = await database.owner.objectivityResult.create({
      data: {
        ...{ schoolId, municipalityId: world.smolensk.id, schoolYear: YEAR, grade: 5, subject: 'Математика' },
        ...{ signs, computedAt: now },
      },
    });
    expect((await shown()).get('smolensk-4')).toMatchObject({ resilient: false, doubtful: true, trust: 'DOUBTFUL' });
    await database.owner.objectivityResult.delete({ where: { id } });
  });

  test('open to shares, the city, contributions and files', async () => {
    const view = value(await conditionsView(head, campaignId));
    const details = await conditionsDetails(head, view, 'smolensk-4');
    const single = details?.school.parts.find((part) => part.code === 'SINGLE_PARENT');
    expect(single).toMatchObject({ share: 0.6 });
    expect(single?.contribution).toBeLessThan(0);
    expect(details?.sources.SINGLE_PARENT).toEqual([
      { fileName: 'Баллы ВПР.csv', sheet: '', row: 2, appliedAt: expect.any(Date) },
    ]);
    // the same of all schools: it tells nobody apart
    expect(view.shares.find((share) => share.code === 'SPECIAL_NEEDS')).toMatchObject({ deviation: 0, schools: 6 });
  });

  test('are given by the API and as files', async () => {
    const { items, total } = value(await conditionsOf(head, campaignId, { page: 1, pageSize: 50 }));
    expect(total).toBe(7);
    expect(items.map((item) => conditionsItemSchema.parse(item))).toEqual(items);
    const csv = String(value(await conditionsFile(head, campaignId, 'csv', now)).body);
    expect(csv).toContain('Только трудные условия;да;');
  });
});

describe('who may see', () => {
  test('МОЦ its own campaign, СОИРО all, a principal and an administrator none', async () => {
    const asked = (viewer: Viewer) => conditionsView(viewer, campaignId);
    expect(code(await asked(world.viewer('MOC_STAFF', world.smolensk)))).toBe('OK');
    expect(code(await asked(world.viewer('REGION_COORDINATOR')))).toBe('OK');
    expect(code(await asked(world.viewer('MOC_HEAD', world.vyazma)))).toBe('NOT_FOUND');
    expect(code(await asked(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1')))).toBe('FORBIDDEN');
    expect(code(await asked(world.viewer('ADMIN')))).toBe('FORBIDDEN');
    expect(code(await regionConditions(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1')))).toBe('FORBIDDEN');
  });
});

describe('a school alone', () => {
  test('has its index for who compares schools, not for its principal', async () => {
    const schoolId = schoolOf(world.smolensk, 'smolensk-4');
    const own = await conditionsOfSchool(head, campaignId, schoolId);
    expect(own).toMatchObject({ schoolCode: 'smolensk-4', place: 1, measured: 6, type: 'CONDITIONS', resilient: true });
    const principal = world.viewer('PRINCIPAL', world.smolensk, 'smolensk-4');
    expect(await conditionsOfSchool(principal, campaignId, schoolId)).toBeNull();
    expect(await conditionsOfSchool(world.viewer('MOC_HEAD', world.vyazma), campaignId, schoolId)).toBeNull();
  });
});

describe('the region', () => {
  test('counts the kinds of each municipality as its own page does', async () => {
    const view = value(await regionConditions(world.viewer('REGION_COORDINATOR')));
    const [vyazma, smolensk] = view.municipalities;
    expect(smolensk).toMatchObject({
      ...{ schools: 7, measured: 6, types: { BOTH: 1, CONDITIONS: 1, RESULTS: 3, NEITHER: 0 }, untyped: 2 },
    });
    expect(vyazma).toMatchObject({ schools: 2, measured: 0, types: { RESULTS: 1 }, untyped: 1 });
    expect(view.total).toMatchObject({ schools: 9, types: { RESULTS: 4 }, untyped: 3 });
  });
});

describe('weights', () => {
  test('of the municipality change its index', async () => {
    const before = (await shown()).get('smolensk-3')?.index ?? 0;
    const weights = { ...SOCIAL_INDEX_DEFAULTS.weights, SINGLE_PARENT: 10 };
    value(await changeSettings(head, 'SOCIAL_INDEX', { ...SOCIAL_INDEX_DEFAULTS, weights }, 0, now));
    const view = value(await conditionsView(head, campaignId));
    expect(view.settings).toMatchObject({ from: 'MUNICIPALITY', values: { weights } });
    expect(view.shares.find((share) => share.code === 'SINGLE_PARENT')?.weight).toBe(10);
    expect(view.schools.find((school) => school.schoolCode === 'smolensk-3')?.index).not.toBe(before);
    const none = Object.fromEntries(Object.keys(weights).map((share) => [share, 0]));
    expect(code(await changeSettings(head, 'SOCIAL_INDEX', { ...SOCIAL_INDEX_DEFAULTS, weights: none }, 1, now))).toBe(
      'INVALID',
    );
  });
});
