/** A file explained by a person: which school a line means, what a column means; for this file and for the next ones. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyImport, changeMapping, chooseSchools } from '@/lib/portal/imports/commands';
import { importView } from '@/lib/portal/imports/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { contextOf, csv, GIA_HEADER, inForce, looked, oge, wasDone, YEAR } from './import-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let foreign: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await newWorld();
  school = await world.school();
  foreign = await world.school({ in: world.town });
});

const unknown = { code: 'Школа за рекой' };
const file = () => csv(GIA_HEADER, oge(unknown, 5), oge(unknown, 2, 'Математика'));
const choice = (schoolId: string | null, remember = false) => [{ text: unknown.code, schoolId, remember }];

describe('a school that was not recognised', () => {
  it('is chosen: the file is read again and its rows count', async () => {
    const preview = await looked(world.city.head, file());
    expect(preview).toMatchObject({ accepted: 0, unmatched: [{ text: unknown.code, rows: 2 }] });
    const chosen = wasDone(await chooseSchools(world.city.staff, preview.id, choice(school.schoolId), NOW));
    expect(chosen).toMatchObject({ accepted: 2, unmatched: [], version: preview.version + 1 });
    // what was chosen stays in sight and can be taken back
    expect(wasDone(await importView(world.city.head, preview.id)).unmatched).toMatchObject([
      { chosen: school.schoolId, rows: 2 },
    ]);
    const taken = wasDone(await chooseSchools(world.city.head, preview.id, choice(null), NOW));
    expect(taken).toMatchObject({ accepted: 0, unmatched: [{ rows: 2 }] });
    wasDone(await chooseSchools(world.city.head, preview.id, choice(school.schoolId), NOW));
    wasDone(await applyImport(world.city.head, preview.id, NOW));
    expect(await inForce(database.owner, school.schoolId)).toHaveLength(2);
    expect(await chooseSchools(world.city.head, preview.id, choice(null), NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
  });

  it('is remembered for the next file of the municipality when asked, and only then', async () => {
    const first = await looked(world.city.head, file());
    await chooseSchools(world.city.head, first.id, choice(school.schoolId), NOW);
    expect(await looked(world.city.head, file())).toMatchObject({ accepted: 0 });
    const second = await looked(world.city.head, file());
    await chooseSchools(world.city.head, second.id, choice(school.schoolId, true), NOW);
    expect(await looked(world.city.head, file())).toMatchObject({ accepted: 2, unmatched: [] });
    expect(await looked(world.town.head, file())).toMatchObject({ accepted: 0 });
    expect(await looked(world.coordinator, file())).toMatchObject({ accepted: 2 });
  });

  it('is never one that the viewer may not name', async () => {
    const preview = await looked(world.city.head, file());
    const refused = await chooseSchools(world.city.head, preview.id, choice(foreign.schoolId), NOW);
    expect(refused).toMatchObject({ failure: { code: 'INVALID' } });
    for (const stranger of [world.town.head, school.principal]) {
      const answer = await chooseSchools(stranger, preview.id, choice(school.schoolId), NOW);
      expect(answer).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    }
    expect(await chooseSchools(world.admin, preview.id, choice(school.schoolId), NOW)).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
  });

  it('a principal says that it is the own one, which nobody else is taught', async () => {
    const preview = await looked(school.principal, contextOf(unknown), { kind: 'CONTEXT' });
    const chosen = wasDone(await chooseSchools(school.principal, preview.id, choice(school.schoolId, true), NOW));
    expect(chosen).toMatchObject({ accepted: 1 });
    expect(await database.owner.schoolAlias.count({ where: { schoolId: school.schoolId } })).toBe(0);
  });
});

describe('a column that was not recognised', () => {
  const strange = () => csv(GIA_HEADER.replace('«2»', 'Проблемные'), oge(school, 5));
  const explained = { columns: [{ header: 'Проблемные', field: 'n2' }], remember: false };

  it('is explained: the file is read again by it', async () => {
    const preview = await looked(world.city.head, strange());
    expect(preview.mapping[0]?.columns).toContainEqual({ header: 'Проблемные', column: 'F', field: null });
    const changed = wasDone(await changeMapping(world.city.staff, preview.id, explained, NOW));
    expect(changed.mapping[0]?.columns).toContainEqual({ header: 'Проблемные', column: 'F', field: 'n2' });
    wasDone(await applyImport(world.city.head, preview.id, NOW));
    expect(await inForce(database.owner, school.schoolId)).toMatchObject([{ n2: 5 }]);
  });

  it('stays explained when schools are chosen afterwards', async () => {
    const preview = await looked(world.city.head, csv(GIA_HEADER.replace('«2»', 'Проблемные'), oge(unknown, 5)));
    await changeMapping(world.city.head, preview.id, explained, NOW);
    const chosen = wasDone(await chooseSchools(world.city.head, preview.id, choice(school.schoolId), NOW));
    expect(chosen).toMatchObject({ accepted: 1 });
    expect(chosen.mapping[0]?.columns).toContainEqual({ header: 'Проблемные', column: 'F', field: 'n2' });
  });

  it('is remembered in its municipality when asked, and nowhere else', async () => {
    const head = await looked(world.city.head, strange());
    await changeMapping(world.city.head, head.id, { ...explained, remember: true }, NOW);
    const fieldFor = async (viewer = world.city.head, contents = strange()) =>
      (await looked(viewer, contents)).mapping[0]?.columns.find(({ header }) => header === 'Проблемные')?.field;
    expect(await fieldFor()).toBe('n2');
    const ofTown = csv(GIA_HEADER.replace('«2»', 'Проблемные'), oge(foreign, 5));
    expect(await fieldFor(world.town.head, ofTown)).toBeNull();
    expect(await fieldFor()).toBe('n2');
  });

  it('is not asked of a protocol, whose file is gone', async () => {
    const header =
      'Код МСУ;Код ОО;Класс;Код ППЭ;Аудитория;Фамилия;Имя;Отчество;Серия;Номер;Задания с кратким ответом;Первичный балл;Балл';
    const protocol = csv('01 - Русский язык ОГЭ 05.06.2020', header, `1;${school.code};9А;1;1;Ф;И;О;;;+-+;20;4`);
    const { id } = await looked(world.city.head, protocol, { kind: 'GIA_PROTOCOL', schoolYear: YEAR });
    expect(await changeMapping(world.city.head, id, explained, NOW)).toMatchObject({
      failure: { code: 'WRONG_STATE' },
    });
  });
});
