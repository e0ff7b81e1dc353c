import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { cardOf, cardsInScope } from '@/lib/portal/cards/queries';
import { municipalitiesInScope } from '@/lib/portal/municipalities/queries';
import { pagingSchema } from '@/lib/portal/paging';
import { schoolsInScope } from '@/lib/portal/schools/api-queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';

let database: TestDatabase;
let world: World;
let moved: SchoolWithCard;
let principal: Viewer;
const paging = pagingSchema.parse({});

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  moved = await world.school({ lastYear: { A1: 'yes' } });
  const { municipalityId } = world.town;
  await forSystem('maintenance', async (db) => {
    await db.school.update({ where: { id: moved.schoolId }, data: { municipalityId } });
    await db.account.update({ where: { id: moved.principal.accountId }, data: { municipalityId } });
  });
  principal = { ...moved.principal, municipalityId };
});
afterAll(() => database.close());

describe('a school that moved to another municipality', () => {
  it('leaves its cards where they were made, readable there with its name', async () => {
    const list = await cardsInScope(world.city.head, paging);
    expect(list).toMatchObject({
      ok: true,
      value: { total: 2, items: [{ schoolCode: moved.code }, { schoolCode: moved.code }] },
    });
    expect(await cardOf(world.city.head, moved.cardId)).toMatchObject({ ok: true });
    expect(await cardsInScope(world.town.head, paging)).toMatchObject({ value: { total: 0 } });
    expect(await cardOf(world.town.head, moved.cardId)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it('keeps its own cards of both places', async () => {
    expect(await cardsInScope(principal, paging)).toMatchObject({ value: { total: 2 } });
    const saved = await saveAnswers(principal, moved.cardId, { version: 1, answers: { A1: 'no' } }, NOW);
    expect(saved).toMatchObject({ ok: true, value: { answers: { A1: 'no' } } });
  });

  it('belongs to the new place and no longer to the old one', async () => {
    const codes = async (viewer: Viewer) => {
      const list = await schoolsInScope(viewer, paging);
      return list.ok ? list.value.items.map(({ code }) => code) : [];
    };
    expect(await codes(world.city.head)).toEqual([]);
    expect(await codes(world.town.head)).toEqual([moved.code]);
    const municipalities = await municipalitiesInScope(world.city.head, paging);
    expect(municipalities).toMatchObject({ value: { total: 1, items: [{ id: world.city.municipalityId }] } });
  });
});
