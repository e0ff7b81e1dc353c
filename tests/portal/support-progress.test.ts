/** The progress of support by municipality: counted by hand, each for who may see it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { forSystem } from '@/lib/access/door';
import { narrowed, type Viewer } from '@/lib/access/viewer';
import { supportProgress } from '@/lib/portal/overview/queries';
import { partnershipList } from '@/lib/portal/partnerships/queries';
import { programmeList } from '@/lib/portal/programmes/queries';
import { recommendationList } from '@/lib/portal/recommendations/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { type AimsWorld, newAimsWorld, YEAR } from './aims-world';
import { NOW } from './card-world';
import { code, value } from './support-world';

const folder = mkdtempSync(join(tmpdir(), 'moc-progress-'));
const LATER = new Date(NOW.getTime() + 3 * 86_400_000);
let database: TestDatabase;
let world: AimsWorld;

beforeAll(async () => {
  vi.stubEnv('MOC_DATA_DIR', folder);
  database = await testDatabase();
  world = await newAimsWorld();
  const place = { municipalityId: world.city.municipalityId, schoolYear: YEAR };
  await forSystem('maintenance', async (db) => {
    const by = { createdBy: 'МОЦ', createdAt: NOW, startsOn: NOW, endsOn: NOW };
    for (const [schoolId, states] of [
      [world.first.schoolId, ['DONE', 'CANCELLED']],
      [world.second.schoolId, ['DONE', 'PLANNED']],
    ] as const) {
      await db.examination.create({
        data: {
          ...{ ...place, ...by, schoolId, title: 'Обследование' },
          parts: {
            create: states.map((state, at) => ({
              ...{ state, title: 'Часть', kind: at === 0 ? ('DOCUMENTS' as const) : ('VISIT' as const) },
              ...{ changedBy: 'МОЦ', changedAt: NOW },
            })),
          },
        },
      });
    }
  });
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const of = async (viewer: Viewer, schoolYear = YEAR) => {
  const rows = value(await supportProgress(viewer, schoolYear, LATER));
  return rows.find((row) => row.municipalityId === world.city.municipalityId);
};

it('counts what the lists show', async () => {
  const counted = await of(world.coordinator);
  expect(counted).toMatchObject({
    // of the two programmes in force one is of a school of this year's list
    programmesInForce: 1,
    ...{ recommendationsIssued: 2, recommendationsDone: 1, recommendationsLate: 1 },
    ...{ examinations: 2, examinationsDone: 1, partnerships: 0 },
  });
  const city = narrowed(world.coordinator, world.city.municipalityId);
  if (!city) throw new Error('the city lies in the region');
  const { counts } = value(
    await recommendationList(city, { schoolYear: YEAR, schoolId: undefined, status: undefined, overdue: false }, LATER),
  );
  expect(counts.done).toBe(counted?.recommendationsDone);
  expect(counts.overdue).toBe(counted?.recommendationsLate);
  expect(value(await programmeList(city, YEAR, LATER)).rows).toHaveLength(2);
  expect(value(await partnershipList(city, YEAR, LATER)).rows).toEqual([]);
});

it('of a year without support is nothing', async () => {
  expect(await of(world.coordinator, '2011-2012')).toMatchObject({
    ...{ programmesInForce: 0, recommendationsIssued: 0, examinations: 0, cardsLate: 0 },
  });
});

it('is of what lies in sight, narrowed to one municipality shows no other, and is not for schools', async () => {
  expect(value(await supportProgress(world.town.head, YEAR, LATER)).map((row) => row.municipalityId)).toEqual([
    world.town.municipalityId,
  ]);
  const town = narrowed(world.coordinator, world.town.municipalityId);
  if (!town) throw new Error('the town lies in the region');
  expect(value(await programmeList(town, YEAR, LATER)).rows).toEqual([]);
  expect(narrowed(world.city.head, world.town.municipalityId)).toBeNull();
  expect(code(await supportProgress(world.first.principal, YEAR, LATER))).toBe('FORBIDDEN');
  expect(code(await supportProgress(world.admin, YEAR, LATER))).toBe('FORBIDDEN');
});
