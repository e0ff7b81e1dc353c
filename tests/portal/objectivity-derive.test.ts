import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forSystem } from '@/lib/access/door';
import type { SignCode, SignOutcome } from '@/lib/domain/objectivity/signs';
import { deriveObjectivity } from '@/lib/portal/objectivity/commands';
import { signsBySchool, trustBySchool } from '@/lib/portal/objectivity/queries';
import { changePassport } from '@/lib/portal/schools/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { putFacts } from './evidence-units';
import {
  derive,
  lifted,
  newObjectivityWorld,
  type ObjectivityWorld,
  SCALE,
  smooth,
  WORK,
  YEAR,
} from './objectivity-world';

let database: TestDatabase;
let city: ObjectivityWorld;

beforeAll(async () => {
  database = await testDatabase();
  city = await newObjectivityWorld(database.owner);
});
afterAll(() => database.close());

const place = (schoolId: string | null, schoolYear = YEAR) => {
  const { regionId, city: own } = city.world;
  return { regionId, municipalityId: schoolId === null ? null : own.municipalityId, schoolId, schoolYear };
};

async function signOf(schoolId: string, code: SignCode): Promise<SignOutcome | undefined> {
  const row = await database.owner.objectivityResult.findFirst({ where: { schoolId, schoolYear: YEAR, ...WORK } });
  return ((row?.signs ?? []) as unknown as SignOutcome[]).find((sign) => sign.code === code);
}

const counted = (schoolYear = YEAR) =>
  forSystem('derivation', (db) => signsBySchool(db, city.world.city.municipalityId, schoolYear));

describe('signs derived from the facts in force', () => {
  it('finds the peak on the boundaries and nothing where the distribution is smooth', async () => {
    const changed = await derive(city);
    expect(new Set(changed.map((one) => one.schoolId)).size).toBe(city.honest.length + 1);
    expect(await signOf(city.peaked.schoolId, 'S4')).toMatchObject({
      result: 'SIGN',
      figures: { n: expect.any(Number) },
    });
    for (const { schoolId } of city.honest) expect(await signOf(schoolId, 'S4')).toMatchObject({ result: 'NO_SIGN' });
  });

  it('stores nothing when nothing changed', async () => {
    const before = await database.owner.objectivityResult.findMany({ orderBy: { id: 'asc' } });
    expect(await derive(city, YEAR, new Date(NOW.getTime() + 1000))).toEqual([]);
    expect(await database.owner.objectivityResult.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('tells each sign of a school once, where it counts, and null for a school that could not be judged', async () => {
    const signs = await counted();
    expect(signs.get(city.peaked.schoolId)).toEqual({ codes: ['S4'], found: [{ code: 'S4', ...WORK }] });
    expect(signs.get(city.honest[0]?.schoolId ?? '')?.codes).toEqual([]);
    expect(signs.size).toBe(city.honest.length + 1);
  });

  it('abstains without the official scale and finds again what stood when it comes back', async () => {
    await database.owner.evidenceUnit.updateMany({ where: { kind: 'VPR_SCALE' }, data: { state: 'UNDONE' } });
    await derive(city);
    expect(await signOf(city.peaked.schoolId, 'S4')).toMatchObject({ result: 'NO_DATA' });
    expect((await counted()).get(city.peaked.schoolId)?.found).toEqual([]);
    await database.owner.evidenceUnit.updateMany({ where: { kind: 'VPR_SCALE' }, data: { state: 'IN_FORCE' } });
    await derive(city);
    expect(await signOf(city.peaked.schoolId, 'S4')).toMatchObject({ result: 'SIGN' });
  });

  it('takes another scale of the year: boundaries elsewhere give no sign', async () => {
    const other = { ...SCALE, from3: 5, from4: 9, from5: 18 };
    await putFacts(database.owner, city.importId, place(null), 'VPR_SCALE', [other]);
    await derive(city);
    expect(await signOf(city.peaked.schoolId, 'S4')).toMatchObject({ result: 'NO_SIGN' });
    await putFacts(database.owner, city.importId, place(null), 'VPR_SCALE', [SCALE]);
    await derive(city);
  });

  it('holds a municipality against its own line of the file, where it has one', async () => {
    const { regionId, city: own } = city.world;
    const before = await signOf(city.peaked.schoolId, 'S1');
    const line = { regionId, municipalityId: own.municipalityId, schoolId: null, schoolYear: YEAR };
    await putFacts(database.owner, city.importId, line, 'VPR_SCORES', [{ ...WORK, pupils: smooth(-4) }]);
    await derive(city);
    const after = await signOf(city.peaked.schoolId, 'S1');
    expect(before?.figures.referenceMean).not.toBe(after?.figures.referenceMean);
    expect(after?.result).toBe('SIGN');
    await database.owner.evidenceUnit.deleteMany({ where: line });
    await derive(city);
  });

  it('looks at the following year as well, since the change from grade 4 to 5 looks back', async () => {
    const next = '2020-2021';
    const { schoolId } = city.peaked;
    const work = { grade: 4, subject: WORK.subject };
    for (const school of [...city.honest, city.peaked]) {
      const own = school === city.peaked;
      const [before, after] = own ? [-6, 6] : [0, 0];
      const jitter = city.honest.indexOf(school) / 10;
      await putFacts(database.owner, city.importId, place(school.schoolId), 'VPR_SCORES', [
        { ...work, pupils: smooth(before + jitter) },
      ]);
      await putFacts(database.owner, city.importId, place(school.schoolId, next), 'VPR_SCORES', [
        { ...WORK, pupils: smooth(after + jitter) },
      ]);
    }
    const changed = await forSystem('derivation', (db) =>
      deriveObjectivity(
        db,
        { municipalityIds: [city.world.city.municipalityId], schoolYears: [YEAR], kinds: ['VPR_SCORES'] },
        NOW,
      ),
    );
    expect(new Set(changed.map((one) => one.schoolYear))).toEqual(new Set([YEAR, next]));
    expect((await counted(next)).get(schoolId)?.codes).toContain('S3');
  });

  it('does nothing after files that no sign is found in', async () => {
    await database.owner.evidenceUnit.updateMany({ where: { kind: 'VPR_SCALE' }, data: { state: 'UNDONE' } });
    const changed = await forSystem('derivation', (db) =>
      deriveObjectivity(
        db,
        { municipalityIds: [city.world.city.municipalityId], schoolYears: [YEAR], kinds: ['OLYMPIAD', 'CONTEXT'] },
        NOW,
      ),
    );
    expect(changed).toEqual([]);
    await database.owner.evidenceUnit.updateMany({ where: { kind: 'VPR_SCALE' }, data: { state: 'IN_FORCE' } });
  });

  it('takes away what vanished', async () => {
    const { schoolId } = city.honest[7] ?? city.peaked;
    await database.owner.evidenceUnit.updateMany({ where: { schoolId, schoolYear: YEAR }, data: { state: 'UNDONE' } });
    const changed = await derive(city);
    expect(changed.map((one) => one.schoolId)).toContain(schoolId);
    expect((await counted()).has(schoolId)).toBe(false);
    await database.owner.evidenceUnit.updateMany({
      where: { schoolId, schoolYear: YEAR },
      data: { state: 'IN_FORCE' },
    });
    await derive(city);
  });

  it('leaves the results of a school that moved away where its card of the year is', async () => {
    const { schoolId } = city.peaked;
    const { town, city: own } = city.world;
    await database.owner.school.update({ where: { id: schoolId }, data: { municipalityId: town.municipalityId } });
    await derive(city);
    expect((await counted()).has(schoolId)).toBe(true);
    await database.owner.school.update({ where: { id: schoolId }, data: { municipalityId: own.municipalityId } });
  });

  it('says how far the results can be relied on, and abstains after few looks', async () => {
    const trust = await forSystem('derivation', (db) => trustBySchool(db, city.world.city.municipalityId, YEAR));
    expect(trust.get(city.peaked.schoolId)).toMatchObject({ value: null });
    expect(lifted().reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(50);
  });
});

describe('a subject taught in depth', () => {
  it('explains a high mean from the moment it stands in the passport', async () => {
    const strong = await city.world.school();
    await putFacts(database.owner, city.importId, place(strong.schoolId), 'VPR_SCORES', [
      { ...WORK, pupils: smooth(5) },
    ]);
    await derive(city);
    expect((await signOf(strong.schoolId, 'S1'))?.result).toBe('SIGN');
    const passport = {
      name: 'Лицей',
      shortName: 'Лицей',
      kind: 'LYCEUM',
      address: '',
      gradeFrom: 1,
      gradeTo: 11,
    } as const;
    const change = { ...passport, login: null, advanced: [WORK.subject], version: 1 };
    const { head } = city.world.city;
    const changed = await changePassport(
      head,
      strong.schoolId,
      { ...change, validFrom: '2020-09-01', reason: 'Приказ' },
      NOW,
    );
    expect(changed).toMatchObject({ ok: true });
    expect((await signOf(strong.schoolId, 'S1'))?.result).toBe('NO_SIGN');
  });
});
