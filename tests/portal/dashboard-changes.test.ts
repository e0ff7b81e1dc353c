/** What the overview of a municipality tells as changed, and since when. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';
import { buildWorld } from './lists-world';
import { value } from './support-world';

const NOW = new Date('2020-11-27T09:00:00Z');
let database: TestDatabase;
let head: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  const world = await buildWorld(database.owner);
  head = world.viewer('MOC_HEAD', world.smolensk);
});
afterAll(() => database.close());

describe('what changed', () => {
  const visited = (previousVisitAt: Date | null) =>
    database.owner.account.update({ where: { id: head.accountId }, data: { previousVisitAt } });

  test('is told since the visit before, with the things themselves', async () => {
    await visited(new Date('2020-09-01T08:00:00Z'));
    const { year } = value(await cityDashboard(head, {}, NOW));
    expect(year?.since).toEqual({ at: new Date('2020-09-01T08:00:00Z'), of: 'VISIT' });
    const sent = year?.changes.find(({ text }) => text === 'Школы отправили карты');
    expect(sent).toMatchObject({ count: 6 });
    expect(sent?.things).toHaveLength(6);
    const cards = await database.owner.card.count({
      where: { id: { in: sent?.things.map(({ href }) => href.split('/').at(-1) ?? '') } },
    });
    expect(cards).toBe(6);
    await visited(new Date('2020-10-02T08:00:00Z'));
    const later = value(await cityDashboard(head, {}, NOW));
    expect(later.year?.changes).toEqual([]);
  });

  test('is told for a week where no visit is known', async () => {
    await visited(null);
    const { year } = value(await cityDashboard(head, {}, NOW));
    expect(year?.since).toEqual({ at: new Date('2020-11-20T09:00:00Z'), of: 'WEEK' });
  });
});
