/** A guard of size: 8,000 rows go the whole way in seconds and without holding the file. `tests/bench/imports.ts` has 40,000. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyImport, previewImport } from '@/lib/portal/imports/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld } from './card-world';
import { pieces, wasDone } from './import-world';
import { manySchools, rowsOfMarks } from './many-rows';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('8,000 rows are looked at, applied and undone in a transaction each', async () => {
  const world = await newWorld();
  const codes = await manySchools(database.owner, world.city.municipalityId, 100);
  const upload = { fileName: 'отметки.csv', announced: 0, contents: pieces(Buffer.from(rowsOfMarks(codes, 8_000))) };
  const began = Date.now();
  const preview = wasDone(
    await previewImport(world.city.head, { kind: 'VPR_MARKS', schoolYear: '2019-2020' }, upload, NOW),
  );
  expect(preview).toMatchObject({ rows: 8_000, accepted: 8_000, errorCount: 0 });
  wasDone(await applyImport(world.city.head, preview.id, NOW));
  expect(await database.owner.evidenceUnit.count({ where: { state: 'IN_FORCE' } })).toBe(8_000);
  // generous: the suite shares two cores with whatever else runs
  expect(Date.now() - began).toBeLessThan(60_000);
}, 120_000);
