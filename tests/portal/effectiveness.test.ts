/** The effect of support over the tables equals an independent calculation over the rankings; who may see it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import { effectivenessOf, effectivenessView } from '@/lib/portal/effectiveness/queries';
import { effectivenessSchema } from '@/lib/portal/effectiveness/schema';
import { rankingOf } from '@/lib/portal/lists/queries';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';

const FROM = '2019-2020';
const TO = '2020-2021';
const MORE_SCHOOLS = 24;
const LISTED = 6;
const ACCEPTED_AT = new Date('2020-11-20T09:00:00Z');

let database: TestDatabase;
let world: World;
let head: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
  await addSchools();
});
afterAll(() => database.close());

/** Schools 11 … 34 with cards in both campaigns; the six with the highest sums stand on the list of the first. */
async function addSchools(): Promise<void> {
  const { owner: db } = database;
  const municipalityId = world.smolensk.id;
  const schools = Array.from({ length: MORE_SCHOOLS }, (_, at) => ({ id: randomUUID(), number: at + 11 }));
  await db.school.createMany({
    data: schools.map(({ id, number }) => ({
      ...{ id, municipalityId, code: `smolensk-${number}` },
      ...{ name: `Средняя школа № ${number}`, shortName: `СШ № ${number}` },
    })),
  });
  for (const [schoolYear, sumOf] of [
    [FROM, (at: number) => (at < LISTED ? 10 + (at % 3) : (at * 5) % 9)],
    [TO, (at: number) => (at < LISTED ? 3 + (at % 4) : (at * 7) % 10)],
  ] as const) {
    const campaignId = world.smolensk.campaigns[schoolYear] ?? '';
    const cards = schools.map(({ id: schoolId }, at) => ({ id: randomUUID(), schoolId, sum: sumOf(at) }));
    await db.card.createMany({
      data: cards.map(({ id, schoolId, sum }) => ({
        ...{ id, schoolId, campaignId, municipalityId, status: 'ACCEPTED' as const, gradeFrom: 1, gradeTo: 11 },
        ...{ negativeSum: sum, maximum: 17, score: {}, submittedAt: ACCEPTED_AT, submittedBy: 'Директор' },
        ...{ decidedAt: ACCEPTED_AT, decidedBy: 'МОЦ' },
      })),
    });
    await db.cardTableScore.createMany({
      data: cards.map(({ id, schoolId, sum }) => ({
        ...{ cardId: id, schoolId, campaignId, municipalityId, tableCode: 'T1', negativeSum: sum, maximum: 13 },
      })),
    });
    await db.campaign.update({
      where: { id: campaignId },
      data: { status: 'CLOSED', closedAt: new Date('2020-12-01') },
    });
  }
  await db.confirmedList.create({
    data: {
      ...{ campaignId: world.smolensk.campaigns[FROM] ?? '', municipalityId, track: 'LOW_RESULTS' },
      ...{ orderNumber: '1', orderDate: new Date('2019-12-01'), confirmedBy: 'МОЦ', rule: {} },
      schools: {
        create: schools.slice(0, LISTED).map(({ id }) => ({ schoolId: id, included: true, proposed: true })),
      },
    },
  });
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'OK' : outcome.failure.code);

/** The rankings of both years, joined by school; schools without a sum at either end are not there. */
async function fromRankings() {
  const of = async (year: string) =>
    value(await rankingOf(head, world.smolensk.campaigns[year] ?? '', { page: 1, pageSize: 200 })).items;
  const ends = new Map((await of(TO)).map((item) => [item.schoolCode, item.negativeSum ?? null]));
  return (await of(FROM)).flatMap(({ schoolCode, negativeSum, confirmed }) => {
    const end = ends.get(schoolCode) ?? null;
    return typeof negativeSum === 'number' && end !== null ? [{ before: negativeSum, after: end, confirmed }] : [];
  });
}

/** Solves three normal equations by Cramer's rule: nothing of the product's own way. */
function coefficientOfSupport(schools: { before: number; after: number; confirmed: boolean }[]): number {
  const rows = schools.map(({ before, confirmed }) => [1, before, confirmed ? 1 : 0]);
  const product = (a: number, b: number) => rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0);
  const right = [0, 1, 2].map((a) => rows.reduce((sum, row, at) => sum + (row[a] ?? 0) * (schools[at]?.after ?? 0), 0));
  const matrix = [0, 1, 2].map((a) => [product(a, 0), product(a, 1), product(a, 2)]);
  const determinant = (m: number[][]) => {
    const at = (i: number, j: number) => m[i]?.[j] ?? 0;
    return (
      at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
      at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
      at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0))
    );
  };
  return determinant(matrix.map((row, at) => [row[0] ?? 0, row[1] ?? 0, right[at] ?? 0])) / determinant(matrix);
}

describe('the effect of support', () => {
  test('equals an independent calculation over the rankings', async () => {
    const answer = value(await effectivenessOf(head, {}));
    expect(effectivenessSchema.parse(answer)).toEqual(answer);
    const schools = await fromRankings();
    const listed = schools.filter((one) => one.confirmed);
    const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(answer).toMatchObject({ from: FROM, to: TO, unsupported: schools.length - LISTED });
    expect(answer.supported.n).toBe(LISTED);
    expect(answer.supported.change).toBeCloseTo(mean(listed.map(({ before, after }) => after - before)), 8);
    expect(answer.effect.value).toBeCloseTo(coefficientOfSupport(schools), 8);
    expect(answer.effect.low ?? 0).toBeLessThan(answer.effect.value ?? 0);
    expect(answer.effect.high ?? 0).toBeGreaterThan(answer.effect.value ?? 0);
  });

  test('expects nothing without years before, and says how many there were', async () => {
    const { review } = value(await effectivenessView(head, {}));
    expect(review.expected).toEqual({ n: LISTED, change: null, low: null, high: null });
    expect(review.reliability).toEqual({ value: null, pairs: 0 });
  });

  test('is not estimated where too few schools had a kind of measure', async () => {
    const school = await database.owner.school.findFirstOrThrow({ where: { code: 'smolensk-11' } });
    await database.owner.programme.create({
      data: {
        ...{ schoolId: school.id, municipalityId: world.smolensk.id, schoolYear: FROM, title: 'Программа' },
        ...{ status: 'APPROVED', content: {}, changedBy: 'МОЦ', changedAt: new Date('2020-01-10') },
      },
    });
    const { measures } = value(await effectivenessView(head, { from: FROM, to: TO }));
    const [programme, partnership] = measures;
    expect(programme).toMatchObject({ kind: 'PROGRAMME', review: { words: 'данных недостаточно' } });
    expect([programme?.review.supported.n, partnership?.review.supported.n]).toEqual([1, 0]);
  });

  test('pools the municipalities of a region and shows each', async () => {
    const region = world.viewer('REGION_COORDINATOR');
    const view = value(await effectivenessView(region, { from: FROM, to: TO }));
    expect(view.municipality).toBeNull();
    expect(view.municipalities.map(({ name }) => name)).toEqual(['Город Смоленск']);
    expect(view.review.supported.n).toBe(LISTED);
    const own = value(await effectivenessOf(region, { municipalityId: world.smolensk.id }));
    expect(own).toEqual(value(await effectivenessOf(head, {})));
  });

  test('of another municipality is not there, and no principal sees any', async () => {
    expect(code(await effectivenessOf(head, { municipalityId: world.vyazma.id }))).toBe('NOT_FOUND');
    expect(code(await effectivenessOf(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1'), {}))).toBe('FORBIDDEN');
    expect(code(await effectivenessOf(world.viewer('ADMIN'), {}))).toBe('FORBIDDEN');
    expect(code(await effectivenessOf(head, { from: TO, to: FROM }))).toBe('INVALID');
  });
});

describe('early warning', () => {
  test('keeps silent with too few years, and is nothing for schools and other municipalities', async () => {
    const view = value(await earlyWarningView(head));
    expect(view).toMatchObject({ schoolYear: TO, line: null, warnings: [], tested: { years: [], forecast: { n: 0 } } });
    expect(code(await earlyWarningView(head, world.vyazma.id))).toBe('NOT_FOUND');
    expect(code(await earlyWarningView(world.viewer('PRINCIPAL', world.smolensk, 'smolensk-1')))).toBe('FORBIDDEN');
  });
});
