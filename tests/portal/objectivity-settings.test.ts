import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { Outcome } from '@/lib/domain/failure';
import { DEFAULT_SETTINGS } from '@/lib/domain/objectivity/settings';
import { changeSettings } from '@/lib/portal/methods/commands';
import { methodSettings, methodSettingsFor } from '@/lib/portal/methods/queries';
import { signsBySchool } from '@/lib/portal/objectivity/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { derive, newObjectivityWorld, type ObjectivityWorld, YEAR } from './objectivity-world';

let database: TestDatabase;
let city: ObjectivityWorld;

beforeAll(async () => {
  database = await testDatabase();
  city = await newObjectivityWorld(database.owner);
  await derive(city);
});
afterAll(() => database.close());

const inForce = (municipalityId: string | null) =>
  forSystem('derivation', (db) => methodSettings(db, 'OBJECTIVITY', { regionId: city.world.regionId, municipalityId }));
const codesOfPeaked = () =>
  forSystem('derivation', async (db) => {
    const signs = await signsBySchool(db, city.world.city.municipalityId, YEAR);
    return signs.get(city.peaked.schoolId)?.codes;
  });
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.failure.code);

describe('constants of a method', () => {
  it('are those of the portal until somebody sets others', async () => {
    const { municipalityId } = city.world.city;
    expect(await inForce(municipalityId)).toEqual({
      values: DEFAULT_SETTINGS,
      from: 'DEFAULT',
      changedBy: null,
      changedAt: null,
      version: 0,
    });
  });

  it('change the signs in the same moment: fewer pupils than asked for give no sign', async () => {
    const { head, municipalityId } = city.world.city;
    expect(await codesOfPeaked()).toEqual(['S4']);
    const changed = await changeSettings(head, 'OBJECTIVITY', { s4MinimumN: 200, s4ApproximateN: 200 }, 0, NOW);
    expect(changed).toMatchObject({
      value: { from: 'MUNICIPALITY', version: 1, changedBy: head.name, values: { s4MinimumN: 200, s1MinimumN: 10 } },
    });
    expect(await codesOfPeaked()).toEqual([]);
    expect((await inForce(city.world.town.municipalityId)).from).toBe('DEFAULT');
    expect(
      await database.owner.journalEntry.findFirst({ where: { action: 'method.change', municipalityId } }),
    ).toMatchObject({ detail: 'OBJECTIVITY', from: null, to: { s4MinimumN: 200 }, actorName: head.name });
  });

  it('of a municipality stand above those of its region and can be given up again', async () => {
    const { coordinator, city: own, town } = city.world;
    expect(codeOf(await changeSettings(coordinator, 'OBJECTIVITY', { s2Tolerated: 0.3 }, 0, NOW))).toBe('done');
    expect(await inForce(town.municipalityId)).toMatchObject({
      from: 'REGION',
      version: 0,
      values: { s2Tolerated: 0.3 },
    });
    expect(await inForce(own.municipalityId)).toMatchObject({ from: 'MUNICIPALITY', values: { s2Tolerated: 0.2 } });
    expect(codeOf(await changeSettings(own.head, 'OBJECTIVITY', null, 1, NOW))).toBe('done');
    expect(await inForce(own.municipalityId)).toMatchObject({
      from: 'REGION',
      version: 2,
      values: { s2Tolerated: 0.3 },
    });
    expect(await codesOfPeaked()).toEqual(['S4']);
  });

  it('refuse an older version, what the method cannot work with, and roles that may not', async () => {
    const { coordinator, city: own, admin } = city.world;
    expect(codeOf(await changeSettings(own.head, 'OBJECTIVITY', {}, 0, NOW))).toBe('STALE_VERSION');
    expect(await changeSettings(own.head, 'OBJECTIVITY', { s4FalseDiscovery: 5 }, 2, NOW)).toMatchObject({
      failure: { code: 'INVALID', errors: [{ path: 's4FalseDiscovery', message: expect.stringMatching(/Не больше/) }] },
    });
    for (const viewer of [own.staff, city.peaked.principal, admin]) {
      expect(codeOf(await changeSettings(viewer, 'OBJECTIVITY', {}, 2, NOW))).toBe('FORBIDDEN');
    }
    const abroad = { regionId: city.world.regionId, municipalityId: city.world.town.municipalityId };
    expect(codeOf(await methodSettingsFor(own.head, 'OBJECTIVITY', abroad))).toBe('NOT_FOUND');
    expect(codeOf(await methodSettingsFor(coordinator, 'OBJECTIVITY', abroad))).toBe('done');
    expect(codeOf(await methodSettingsFor(city.peaked.principal, 'OBJECTIVITY'))).toBe('done');
  });
});
