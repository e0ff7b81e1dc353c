/** The overview of a municipality asks the database as often for 47 schools as for 7. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { dashboardOf } from '@/lib/portal/dashboard/queries';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld, type World } from './lists-world';
import { value } from './support-world';

const NOW = new Date('2020-11-27T09:00:00Z');
let database: TestDatabase;
let world: World;
let head: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
});
afterAll(() => database.close());

/** Schools with the accepted card of «СШ № 1». */
async function addSchools(count: number) {
  const campaignId = world.smolensk.campaigns['2020-2021'] ?? '';
  const {
    id: _,
    score,
    ...card
  } = await database.owner.card.findFirstOrThrow({
    where: { campaignId, school: { code: 'smolensk-1' } },
  });
  const { cardId: __, ...tableScore } = await database.owner.cardTableScore.findFirstOrThrow({
    where: { campaignId, tableCode: 'T1', schoolId: card.schoolId },
  });
  const added = Array.from({ length: count }, (__, at) => ({
    ...{ schoolId: crypto.randomUUID(), cardId: crypto.randomUUID(), code: `smolensk-${100 + at}` },
    ...{ name: `Новая школа № ${at}`, shortName: `НШ № ${at}` },
  }));
  const { municipalityId } = card;
  await database.owner.school.createMany({
    data: added.map(({ schoolId, code: own, name, shortName }) => ({
      ...{ id: schoolId, code: own, name, shortName, municipalityId },
    })),
  });
  await database.owner.card.createMany({
    data: added.map(({ schoolId, cardId }) => ({ ...card, score: score ?? {}, id: cardId, schoolId })),
  });
  await database.owner.cardTableScore.createMany({
    data: added.map(({ schoolId, cardId }) => ({ ...tableScore, cardId, schoolId })),
  });
}

test('the number of queries does not depend on the number of schools', async () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const queries = async () => {
    asked.mockClear();
    const { year } = value(await dashboardOf(head, { schoolYear: '2020-2021' }, NOW));
    return { count: asked.mock.calls.length, schools: year?.heatMap.length };
  };
  // a new connection asks for its settings once
  await queries();
  const few = await queries();
  await addSchools(40);
  const many = await queries();
  asked.mockRestore();
  expect(few.count).toBeGreaterThan(10);
  expect(many).toEqual({ count: few.count, schools: (few.schools ?? 0) + 40 });
});
