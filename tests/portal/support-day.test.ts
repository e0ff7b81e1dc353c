/** What the home pages ask of people: the school's own tasks, the centre's, nobody else's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { supportDay } from '@/lib/portal/home/queries';
import { draftRecommendation, issueRecommendation } from '@/lib/portal/recommendations/commands';
import { recommendationSchema } from '@/lib/portal/recommendations/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld } from './card-world';
import { examined, SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const waiting = async (viewer: Viewer) =>
  Object.fromEntries(
    (await supportDay(viewer, NOW))
      .filter(({ count }) => count > 0)
      .map(({ text, count, href }) => [text, [count, href]]),
  );

it('a draft waits for the head, what was issued for the school, and both go when they are done', async () => {
  const world = await newWorld();
  const school = await world.school();
  const neighbour = await world.school();
  const { id: examination, findingId } = await examined(world.city.head, school);
  const workbook = await database.owner.examinationPart.findFirstOrThrow({
    where: { examinationId: examination, kind: 'WORKBOOK' },
  });
  const ownWorkbook = {
    'Заполнить рабочую тетрадь причин неуспешности': [1, `/support/examinations/${examination}/parts/${workbook.id}`],
  };
  const { id } = value(
    await draftRecommendation(
      world.city.staff,
      recommendationSchema.parse({
        ...{ schoolId: school.schoolId, schoolYear: SUPPORT_YEAR, addressee: 'SCHOOL', text: 'План', subject: '' },
        ...{ findingId, criteria: [], risks: [], dueOn: '2020-12-01' },
      }),
      NOW,
    ),
  );
  expect(await waiting(world.city.head)).toEqual({
    'Направить подготовленные рекомендации': [1, '/support/recommendations'],
  });
  expect(await waiting(world.city.staff)).toEqual({});
  expect(await waiting(school.principal)).toEqual(ownWorkbook);
  value(await issueRecommendation(world.city.head, id, { version: 1 }, NOW));
  expect(await waiting(world.city.head)).toEqual({});
  expect(await waiting(school.principal)).toEqual({
    'Ответить на рекомендации МОЦ': [1, '/support/recommendations'],
    ...ownWorkbook,
  });
  for (const viewer of [neighbour.principal, world.town.head, world.coordinator, world.admin]) {
    expect(await waiting(viewer)).toEqual({});
  }
});
