import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import { cardOf } from '@/lib/portal/cards/queries';
import { recountCampaign } from '@/lib/portal/evidence/commands';
import { changeSettings } from '@/lib/portal/methods/commands';
import { askRecheck, decideReview, enterSecondResult } from '@/lib/portal/objectivity-reviews/commands';
import { recheckSchema } from '@/lib/portal/objectivity-reviews/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, type SchoolWithCard } from './card-world';
import { type EvidenceWorld, newEvidenceWorld, YEAR } from './evidence-world';

let database: TestDatabase;
let city: EvidenceWorld;
let listed: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  city = await newEvidenceWorld(database.owner);
  const [first] = city.schools;
  if (!first) throw new Error('no school');
  listed = first;
  const { campaign, head } = city.world.city;
  await database.owner.campaign.update({ where: { id: campaign.id }, data: { counts: 'COMPUTED' } });
  await forViewer(head, (db) => recountCampaign(db, campaign.id, 'COMPUTED', NOW, head));
  const markers = { grade4Russian: 0, grade4Mathematics: 0, grade5Russian: 0, grade5Mathematics: 1 };
  await city.put(listed, 'FIOKO_MARKERS', markers);
  await city.derive({ schools: [listed], kinds: ['FIOKO_MARKERS'] });
});

async function points(): Promise<{ signs: unknown; sum: number }> {
  const found = await cardOf(listed.principal, listed.cardId);
  if (!found.ok) throw new Error(found.failure.detail);
  return { signs: found.value.computed?.S, sum: found.value.score.negativeSum };
}

const sign = () =>
  recheckSchema.parse({
    schoolId: listed.schoolId,
    schoolYear: YEAR,
    grade: 5,
    subject: 'Математика',
    sign: 'S6',
    note: 'Перепроверить',
  });

describe('the point of a sign on the card', () => {
  it('is gone once the sign is withdrawn, and comes back when the decision is changed', async () => {
    expect(await points()).toEqual({ signs: ['S6'], sum: 1 });
    const { head, staff } = city.world.city;
    const asked = await askRecheck(staff, sign(), NOW);
    if (!asked.ok) throw new Error(asked.failure.detail);
    const { id } = asked.value;
    await enterSecondResult(staff, id, { version: 1, secondResult: 'Подтвердилось' }, NOW);
    expect(await points()).toEqual({ signs: ['S6'], sum: 1 });
    const decided = await decideReview(head, id, { version: 2, decision: 'WITHDRAWN', reason: 'Ошибка' }, NOW);
    expect(decided.ok).toBe(true);
    expect(await points()).toEqual({ signs: [], sum: 0 });
    await decideReview(head, id, { version: 3, decision: 'CONFIRMED', reason: 'Всё же' }, NOW);
    expect(await points()).toEqual({ signs: ['S6'], sum: 1 });
  });

  it('follows the constants of the method in the same moment', async () => {
    const { head } = city.world.city;
    expect((await changeSettings(head, 'OBJECTIVITY', { s6Markers: 2 }, 0, NOW)).ok).toBe(true);
    expect(await points()).toEqual({ signs: [], sum: 0 });
    expect((await changeSettings(head, 'OBJECTIVITY', null, 1, NOW)).ok).toBe(true);
    expect(await points()).toEqual({ signs: ['S6'], sum: 1 });
  });
});
