/** A file that is only looked at: who may send it, what is read of it, what is kept. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { PRINCIPAL_IMPORT_KINDS } from '@/lib/domain/evidence/import-kinds';
import { chooseSchools, discardImport, previewImport } from '@/lib/portal/imports/commands';
import {
  importInScope,
  importsInScope,
  importTemplate,
  importView,
  loadedData,
  markedImport,
} from '@/lib/portal/imports/queries';
import { importListQuerySchema, MOST_IMPORT_BYTES } from '@/lib/portal/imports/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { contextOf, csv, filesOnDisk, GIA_HEADER, look, looked, oge, pieces, YEAR } from './import-world';

let database: TestDatabase;
let world: World;
let own: SchoolWithCard;
let neighbour: SchoolWithCard;
let foreign: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  own = await world.school();
  neighbour = await world.school();
  foreign = await world.school({ in: world.town });
});
afterAll(() => database.close());

const units = (importId: string) => database.owner.evidenceUnit.findMany({ where: { importId } });

describe('who may send a file', () => {
  const file = () => csv(GIA_HEADER, oge(own, 1));
  const code = async (viewer: Viewer, municipalityId?: string) => {
    const sent = await look(viewer, file(), municipalityId ? { municipalityId } : {});
    return sent.ok ? sent.value.municipalityId : sent.failure.code;
  };

  it('МОЦ: for the own municipality alone', async () => {
    const { municipalityId, head, staff } = world.city;
    expect(await code(head)).toBe(municipalityId);
    expect(await code(staff, municipalityId)).toBe(municipalityId);
    expect(await code(head, world.town.municipalityId)).toBe('NOT_FOUND');
    expect(await code(head, crypto.randomUUID())).toBe('NOT_FOUND');
  });

  it('СОИРО: for a municipality of the region or the whole of it', async () => {
    expect(await code(world.coordinator)).toBeNull();
    expect(await code(world.coordinator, world.town.municipalityId)).toBe(world.town.municipalityId);
    const abroad = await newWorld();
    expect(await code(world.coordinator, abroad.city.municipalityId)).toBe('NOT_FOUND');
  });

  it('a principal: for the own school, and what schools keep themselves', async () => {
    expect(await code(own.principal)).toBe('INVALID');
    expect(
      await look(own.principal, contextOf(own), { kind: 'CONTEXT', municipalityId: world.town.municipalityId }),
    ).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(PRINCIPAL_IMPORT_KINDS).toContain('CONTEXT');
    const sent = await looked(own.principal, contextOf(own), { kind: 'CONTEXT' });
    expect(sent).toMatchObject({ schoolId: own.schoolId, municipalityId: world.city.municipalityId, accepted: 1 });
    const others = await looked(own.principal, contextOf(neighbour), { kind: 'CONTEXT' });
    expect(others).toMatchObject({ accepted: 0, unmatched: [{ text: neighbour.code, rows: 1, candidates: [] }] });
    expect(await units(others.id)).toEqual([]);
  });

  it('an administrator: nobody’s', async () => {
    expect(await code(world.admin)).toBe('FORBIDDEN');
    expect(await code(world.admin, world.city.municipalityId)).toBe('FORBIDDEN');
  });

  it('is asked before anything is received', async () => {
    async function* never(): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(new Error('somebody read it'));
    }
    const input = { kind: 'GIA_AGGREGATE' as const, schoolYear: YEAR, municipalityId: world.town.municipalityId };
    const upload = { fileName: 'a.csv', announced: 0, contents: never() };
    expect(await previewImport(world.city.head, input, upload, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    const announced = { ...upload, announced: MOST_IMPORT_BYTES + 1 };
    expect(await previewImport(world.coordinator, input, announced, NOW)).toMatchObject({
      failure: { code: 'TOO_LARGE' },
    });
  });
});

describe('what is read of a file', () => {
  it('is told by row, fault and school, and nothing of it is in force', async () => {
    const contents = csv(
      GIA_HEADER,
      oge(own, 3),
      oge(own, 5, 'Математика'),
      oge(neighbour, 1),
      oge(neighbour, 2),
      `${own.code};${YEAR};ОГЭ;Химия;много;1;2;3;4`,
      oge({ code: 'нет такой' }, 1),
      oge(foreign, 1),
    );
    const preview = await looked(world.city.staff, contents);
    expect(preview).toMatchObject({ status: 'PREVIEW', rows: 7, accepted: 3, errorCount: 2 });
    expect(preview.errors).toEqual([
      { sheet: '', cell: 'A5', message: expect.stringContaining('строке 4') },
      { sheet: '', cell: 'E6', message: expect.stringContaining('много') },
    ]);
    // a school of another municipality is one that nobody knows here: it is never named
    expect(preview.unmatched.map(({ text, rows, candidates }) => [text, rows, candidates])).toEqual(
      [
        [foreign.code, 1, []],
        ['нет такой', 1, []],
      ].sort((a, b) => String(a[0]).localeCompare(String(b[0]), 'ru')),
    );
    const staged = await units(preview.id);
    expect(staged.map(({ schoolId, key, state }) => [schoolId, key, state]).sort()).toEqual(
      [
        [own.schoolId, 'OGE', 'STAGED'],
        [neighbour.schoolId, 'OGE', 'STAGED'],
      ].sort(),
    );
    const facts = staged.find(({ schoolId }) => schoolId === own.schoolId)?.facts;
    expect(facts).toMatchObject([
      { subject: 'Русский язык', n2: 3, source: { importId: preview.id, sheet: '', row: 2 } },
      { subject: 'Математика', n2: 5, source: { row: 3 } },
    ]);
  });

  it('puts rows of a school together wherever they stand, and years apart', async () => {
    const contents = csv(
      GIA_HEADER,
      oge(own, 1),
      oge(neighbour, 1),
      oge(own, 2, 'Математика'),
      oge(own, 4, 'Русский язык', '2018-2019'),
    );
    const preview = await looked(world.city.head, contents);
    const staged = await units(preview.id);
    expect(
      staged.map(({ schoolId, schoolYear, facts }) => [schoolId, schoolYear, (facts as unknown[]).length]).sort(),
    ).toEqual(
      [
        [own.schoolId, YEAR, 2],
        [own.schoolId, '2018-2019', 1],
        [neighbour.schoolId, YEAR, 1],
      ].sort(),
    );
  });

  it('a whole region’s file finds schools of all municipalities; the region’s own line is nobody’s', async () => {
    const tasks = (code: string, percent: number) => `${code};${YEAR};5;Математика;1;Б;20;${percent}`;
    const header = 'Код школы;Учебный год;Класс;Предмет;Задание;Уровень;Участников;Выполнение, %';
    const contents = csv(header, tasks(own.code, 60), tasks(foreign.code, 70), tasks('регион', 65));
    const preview = await looked(world.coordinator, contents, { kind: 'VPR_TASKS' });
    expect(preview).toMatchObject({ municipalityId: null, accepted: 3 });
    expect((await units(preview.id)).map(({ schoolId, municipalityId }) => [schoolId, municipalityId]).sort()).toEqual(
      [
        [own.schoolId, world.city.municipalityId],
        [foreign.schoolId, world.town.municipalityId],
        [null, null],
      ].sort(),
    );
    const ofCity = await looked(world.city.head, csv(header, tasks('регион', 65)), { kind: 'VPR_TASKS' });
    expect(await units(ofCity.id)).toMatchObject([{ schoolId: null, municipalityId: world.city.municipalityId }]);
  });

  it('is refused as a whole with the sentence of the reader, and then nothing is kept', async () => {
    const before = [await filesOnDisk(database), await database.owner.import.count()];
    const { head } = world.city;
    expect(await look(head, Buffer.from('%PDF-1.4'), { fileName: 'a.pdf' })).toMatchObject({
      failure: { code: 'UNSUPPORTED_TYPE' },
    });
    expect(await look(head, '', {})).toMatchObject({ failure: { code: 'INVALID' } });
    expect(await look(head, csv('Кошки;Собаки', '1;2'))).toMatchObject({ failure: { code: 'INVALID' } });
    const input = { kind: 'GIA_AGGREGATE' as const, schoolYear: YEAR };
    const big = { fileName: 'a.csv', announced: 0, contents: pieces(Buffer.alloc(MOST_IMPORT_BYTES + 1, 'а')) };
    expect(await previewImport(head, input, big, NOW)).toMatchObject({ failure: { code: 'TOO_LARGE' } });
    expect([await filesOnDisk(database), await database.owner.import.count()]).toEqual(before);
  });

  it('keeps what a hostile file writes only as far as it can be kept', async () => {
    const long = 'ш'.repeat(20_000);
    const contents = csv(
      `${GIA_HEADER};Кошка;${long}`,
      oge({ code: `нет такой` }, 1),
      oge({ code: `${long}1` }, 1),
      oge({ code: `${long}2` }, 1),
      oge(own, 1),
    );
    const preview = await looked(world.city.head, contents);
    expect(preview).toMatchObject({ rows: 4, accepted: 1 });
    expect(preview.unmatched.map(({ text, rows }) => [text.length, rows])).toEqual([
      [300, 2],
      [9, 1],
    ]);
    const chosen = [{ text: preview.unmatched[0]?.text ?? '', schoolId: own.schoolId, remember: true }];
    expect(await chooseSchools(world.city.head, preview.id, chosen, NOW)).toMatchObject({ ok: true });
  });

  it('is quick also where nobody knows the schools', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => oge({ code: `Школа без имени ${at}` }, 1));
    const began = process.cpuUsage();
    const preview = await looked(world.city.head, csv(GIA_HEADER, ...lines));
    expect(preview.unmatched).toHaveLength(301);
    expect(preview.unmatched.reduce((rows, one) => rows + one.rows, 0)).toBe(5000);
    expect(process.cpuUsage(began).user).toBeLessThan(10_000_000);
  });

  it('tells how far the reading is', async () => {
    const shares: number[] = [];
    const lines = Array.from({ length: 3000 }, (_, at) =>
      oge(own, 1, 'Русский язык', `${1990 + (at % 9)}-${1991 + (at % 9)}`),
    );
    const upload = {
      fileName: 'a.csv',
      announced: 0,
      contents: pieces(Buffer.from(csv(GIA_HEADER, ...lines))),
      onProgress: (share: number) => shares.push(share),
    };
    await previewImport(world.city.head, { kind: 'GIA_AGGREGATE', schoolYear: YEAR }, upload, NOW);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('the file itself', () => {
  it('is kept for another reading, given back with marks, and forgotten with the import', async () => {
    const before = await filesOnDisk(database);
    const contents = csv(
      GIA_HEADER,
      oge(own, 1),
      oge({ code: 'нет такой' }, 1),
      `${own.code};${YEAR};ОГЭ;Химия;x;1;2;3;4`,
    );
    const preview = await looked(world.city.head, contents);
    expect(await filesOnDisk(database)).toHaveLength(before.length + 1);
    const marked = await markedImport(world.city.staff, preview.id);
    expect(marked).toMatchObject({ ok: true });
    expect(await markedImport(world.town.head, preview.id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await discardImport(world.town.head, preview.id, NOW)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await discardImport(world.city.head, preview.id, NOW)).toMatchObject({ ok: true });
    expect(await filesOnDisk(database)).toEqual(before);
    expect(await importInScope(world.city.head, preview.id)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await units(preview.id)).toEqual([]);
  });

  it('is never kept when it is a protocol with names, whatever becomes of it', async () => {
    const before = await filesOnDisk(database);
    const header =
      'Код МСУ;Код ОО;Класс;Код ППЭ;Аудитория;Фамилия;Имя;Отчество;Серия;Номер;Задания с кратким ответом;Первичный балл;Балл';
    const line = (name: string, mark: number) => `1;${own.code};9А;1;1;${name};Иван;Иванович;;;+-+;20;${mark}`;
    const protocol = csv(
      '01 - Русский язык ОГЭ 05.06.2020',
      header,
      line('Прохоров-Уникальный', 5),
      line('Сидоров', 2),
    );
    const preview = await looked(world.city.head, protocol, { kind: 'GIA_PROTOCOL' });
    expect(preview).toMatchObject({ rows: 2 });
    expect(await filesOnDisk(database)).toEqual(before);
    expect(await markedImport(world.city.head, preview.id)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
    const tables = await database.owner.$queryRaw<{ name: string }[]>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
    for (const { name } of tables) {
      const found = await database.owner.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${name}" t WHERE t::text ILIKE '%Прохоров%'`,
      );
      expect(found, name).toEqual([]);
    }
    expect(await look(world.city.head, Buffer.from('PK'), { kind: 'GIA_PROTOCOL' })).toMatchObject({ ok: false });
    expect(await filesOnDisk(database)).toEqual(before);
  });
});

describe('what others see', () => {
  it('each sees what lies in the own scope', async () => {
    const city = await looked(world.city.head, csv(GIA_HEADER, oge(own, 1)));
    const region = await looked(world.coordinator, csv(GIA_HEADER, oge(own, 1)));
    const school = await looked(own.principal, contextOf(own), { kind: 'CONTEXT' });
    const seen = async (viewer: Viewer) => {
      const list = await importsInScope(viewer, importListQuerySchema.parse({ pageSize: 200 }));
      const ids = list.ok ? list.value.items.map(({ id }) => id) : [];
      for (const one of [city, region, school]) {
        const opened = [await importInScope(viewer, one.id), await importView(viewer, one.id)];
        expect(opened.map(({ ok }) => ok)).toEqual([ids.includes(one.id), ids.includes(one.id)]);
      }
      return [city, region, school].map(({ id }) => ids.includes(id));
    };
    expect(await seen(world.city.head)).toEqual([true, false, true]);
    expect(await seen(world.city.staff)).toEqual([true, false, true]);
    expect(await seen(world.coordinator)).toEqual([true, true, true]);
    expect(await seen(own.principal)).toEqual([false, false, true]);
    expect(await seen(neighbour.principal)).toEqual([false, false, false]);
    expect(await seen(world.town.head)).toEqual([false, false, false]);
    expect(await importsInScope(world.admin, importListQuerySchema.parse({}))).toMatchObject({
      failure: { code: 'FORBIDDEN' },
    });
  });

  it('filters by kind, year and state', async () => {
    const ask = async (query: object) => {
      const list = await importsInScope(world.city.head, importListQuerySchema.parse(query));
      return list.ok ? list.value.items : [];
    };
    expect(new Set((await ask({ kind: 'CONTEXT' })).map(({ kind }) => kind))).toEqual(new Set(['CONTEXT']));
    expect(await ask({ schoolYear: '2001-2002' })).toEqual([]);
    expect((await ask({ status: 'PREVIEW' })).length).toBeGreaterThan(0);
    expect(await ask({ status: 'APPLIED' })).toEqual([]);
    expect(await ask({ municipalityId: world.town.municipalityId })).toEqual([]);
  });

  it('templates exist for facts, and what is loaded is told honestly', async () => {
    expect(importTemplate(world.city.staff, 'MEDALS')).toMatchObject({
      ok: true,
      value: { body: /^\ufeffКод школы;/ },
    });
    expect(importTemplate(world.city.staff, 'GIA_PROTOCOL')).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(importTemplate(world.city.staff, 'constructor')).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(importTemplate(world.admin, 'MEDALS')).toMatchObject({ failure: { code: 'FORBIDDEN' } });
    expect(await loadedData(world.city.head)).toMatchObject({ value: { rows: [], schoolYears: [], schools: 2 } });
    expect(await loadedData(own.principal)).toMatchObject({ value: { rows: [], schools: 1 } });
    expect(await loadedData(world.city.head, world.town.municipalityId)).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
    expect(await loadedData(world.admin)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
  });
});
