import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSchool, addSchools, changePassport, mergeInto, moveToMunicipality } from '@/lib/portal/schools/commands';
import { schoolPassport } from '@/lib/portal/schools/queries';
import { newSchoolSchema, passportChangeSchema } from '@/lib/portal/schools/schema';
import { schoolsFromLines } from '@/lib/portal/schools/school-lines';
import { addMunicipality, addRegion } from '@/lib/portal/territory/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type World } from './card-world';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
});
afterAll(() => database.close());

const change = (more: Record<string, unknown>) =>
  passportChangeSchema.parse({
    name: 'МБОУ «СШ № 5 имени Героя»',
    shortName: 'СШ № 5',
    kind: 'SCHOOL',
    address: '',
    gradeFrom: '1',
    gradeTo: '9',
    pupils: '1 024',
    validFrom: '2020-09-01',
    reason: 'Приказ 1',
    version: '1',
    ...more,
  });

describe('schools as pasted lines', () => {
  it('are read with spaces, tabs and gaps, and named as their kind', () => {
    const lines = 'north-1; СШ № 1; МБОУ «СШ № 1»; 1; 11; 1 024; ул. Мира, 1\nnorth-2\tГимназия № 2\t\t5\t11\n\n';
    const { schools, errors } = schoolsFromLines(lines, world.city.municipalityId);
    expect(errors).toEqual([]);
    expect(schools).toMatchObject([
      { code: 'north-1', kind: 'SCHOOL', pupils: 1024, gradeTo: 11, address: 'ул. Мира, 1' },
      { code: 'north-2', kind: 'GYMNASIUM', name: 'Гимназия № 2', gradeFrom: 5 },
    ]);
  });

  it('name every bad line at once', () => {
    const { errors } = schoolsFromLines('ок;;;;\nnorth-3;СШ;СШ;9;4', world.city.municipalityId);
    expect(errors.some((error) => error.startsWith('Строка 1:'))).toBe(true);
    expect(errors.some((error) => error.startsWith('Строка 2:'))).toBe(true);
  });

  it('are added all or none, and only to the own municipality', async () => {
    const pasted = (codes: string[]) =>
      schoolsFromLines(codes.map((code) => `${code};${code}`).join('\n'), world.city.municipalityId).schools;
    expect((await addSchools(world.city.head, pasted(['east-1', 'east-2']), NOW)).ok).toBe(true);
    const again = await addSchools(world.city.head, pasted(['east-3', 'east-2']), NOW);
    expect(again).toMatchObject({ failure: { code: 'CONFLICT' } });
    expect(await database.owner.school.count({ where: { code: 'east-3' } })).toBe(0);
    expect(await addSchools(world.town.head, pasted(['east-4']), NOW)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await addSchools(world.city.staff, pasted(['east-4']), NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
  });
});

describe('a dated identity', () => {
  it('keeps the name and grades of before, and refuses an outdated form', async () => {
    const school = await world.school();
    expect((await changePassport(world.city.head, school.schoolId, change({ validFrom: '2019-09-01' }), NOW)).ok).toBe(
      true,
    );
    const second = change({ validFrom: '2020-09-01', name: 'МБОУ «СШ № 5»', gradeTo: '11', version: '2' });
    expect((await changePassport(world.city.head, school.schoolId, second, NOW)).ok).toBe(true);
    const passport = await schoolPassport(school.principal, school.schoolId);
    expect(passport).toMatchObject({ name: 'МБОУ «СШ № 5»', gradeTo: 11, pupils: 1024 });
    expect(passport?.periods.map(({ name, gradeTo, validTo }) => [name, gradeTo, validTo === null])).toEqual([
      ['МБОУ «СШ № 5»', 11, true],
      ['МБОУ «СШ № 5 имени Героя»', 9, false],
    ]);
    expect(await changePassport(world.city.head, school.schoolId, second, NOW)).toMatchObject({
      failure: { code: 'STALE_VERSION' },
    });
    const card = await database.owner.card.findUniqueOrThrow({ where: { id: school.cardId } });
    expect([card.gradeFrom, card.gradeTo]).toEqual([1, 11]);
  });

  it('is changed by nobody but the own head and the administrator', async () => {
    const school = await world.school();
    for (const viewer of [world.town.head, school.principal, world.city.staff, world.coordinator]) {
      expect((await changePassport(viewer, school.schoolId, change({}), NOW)).ok).toBe(false);
    }
  });

  it('of a merged school ends, its cards stay its own', async () => {
    const old = await world.school();
    const next = await world.school();
    const merger = { successorId: next.schoolId, happenedOn: '2020-09-01', ground: 'Постановление 12' };
    expect((await mergeInto(world.city.head, old.schoolId, merger, NOW)).ok).toBe(true);
    expect(await mergeInto(world.city.head, old.schoolId, merger, NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
    const passport = await schoolPassport(world.city.head, next.schoolId);
    expect(passport?.predecessors).toMatchObject([{ id: old.schoolId, ground: 'Постановление 12' }]);
    expect(await database.owner.card.count({ where: { schoolId: old.schoolId } })).toBe(1);
  });

  it('moves to another municipality by the administrator; past cards stay', async () => {
    const school = await world.school();
    const move = { municipalityId: world.town.municipalityId, validFrom: '2020-10-01', reason: 'Закон области' };
    expect(await moveToMunicipality(world.city.head, school.schoolId, move, NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
    expect((await moveToMunicipality(world.admin, school.schoolId, move, NOW)).ok).toBe(true);
    const card = await database.owner.card.findUniqueOrThrow({ where: { id: school.cardId } });
    expect(card.municipalityId).toBe(world.city.municipalityId);
    const account = await database.owner.account.findUniqueOrThrow({ where: { id: school.principal.accountId } });
    expect(account.municipalityId).toBe(world.town.municipalityId);
    expect((await schoolPassport(world.town.head, school.schoolId))?.municipalityId).toBe(world.town.municipalityId);
  });
});

describe('territory', () => {
  it('is the administrator’s, with codes that are unique', async () => {
    const region = { code: 'new-region', name: 'Новая область' };
    expect(await addRegion(world.city.head, region, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect((await addRegion(world.admin, region, NOW)).ok).toBe(true);
    expect(await addRegion(world.admin, region, NOW)).toMatchObject({ failure: { code: 'CONFLICT' } });
    const { id: regionId } = await database.owner.region.findUniqueOrThrow({ where: { code: 'new-region' } });
    const town = { regionId, code: 'new-town', name: 'Новый округ', kind: 'MUNICIPAL_OKRUG' as const };
    expect((await addMunicipality(world.admin, town, NOW)).ok).toBe(true);
    expect(await addMunicipality(world.admin, town, NOW)).toMatchObject({ failure: { code: 'CONFLICT' } });
    expect(await addMunicipality(world.coordinator, town, NOW)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});

describe('the login in ФИС ОКО and subjects taught in depth', () => {
  const passportOf = (school: { schoolId: string; principal: World['admin'] }) =>
    schoolPassport(school.principal, school.schoolId);

  it('are kept, stay where a change does not name them, and can be taken off', async () => {
    const school = await world.school();
    const given = change({ login: ' SCH670501 ', advanced: ['Физика', 'Математика'] });
    expect((await changePassport(world.city.head, school.schoolId, given, NOW)).ok).toBe(true);
    expect(await passportOf(school)).toMatchObject({ login: 'sch670501', advanced: ['Математика', 'Физика'] });
    expect((await changePassport(world.city.head, school.schoolId, change({ version: '2' }), NOW)).ok).toBe(true);
    expect(await passportOf(school)).toMatchObject({ login: 'sch670501', advanced: ['Математика', 'Физика'] });
    const off = change({ version: '3', login: '', advanced: [] });
    expect((await changePassport(world.city.head, school.schoolId, off, NOW)).ok).toBe(true);
    expect(await passportOf(school)).toMatchObject({ login: null, advanced: [] });
  });

  it('a login is one school’s alone, also where the other lies out of sight', async () => {
    const first = await world.school({ in: world.town });
    const second = await world.school();
    const given = change({ login: 'sch670502' });
    expect((await changePassport(world.town.head, first.schoolId, given, NOW)).ok).toBe(true);
    const refused = await changePassport(world.city.head, second.schoolId, given, NOW);
    expect(refused).toMatchObject({ failure: { code: 'CONFLICT', errors: [{ path: 'login' }] } });
    expect(await passportOf(second)).toMatchObject({ login: null, version: 1 });
    const { municipalityId } = world.city;
    const added = newSchoolSchema.parse({ ...change({ login: 'sch670502' }), municipalityId, code: 'west-1' });
    expect(await addSchool(world.city.head, added, NOW)).toMatchObject({
      failure: { code: 'CONFLICT', errors: [{ path: 'login' }] },
    });
    expect(await database.owner.school.count({ where: { code: 'west-1' } })).toBe(0);
    expect((await addSchool(world.city.head, { ...added, login: 'sch670503' }, NOW)).ok).toBe(true);
    const school = await database.owner.school.findUniqueOrThrow({ where: { code: 'west-1' } });
    expect(school.login).toBe('sch670503');
  });

  it('are refused in words when they are no login or no known subject', () => {
    for (const login of ['670001', 'sch', 'школа1', 'sch67-01']) {
      expect(passportChangeSchema.shape.login.safeParse(login).success).toBe(false);
    }
    expect(passportChangeSchema.shape.advanced.safeParse(['Зельеварение']).success).toBe(false);
  });
});
