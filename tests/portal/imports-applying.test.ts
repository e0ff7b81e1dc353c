/** A file comes into force and is taken back: what counts after it, whose points change, what two do at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { applyImport, discardImport, importWithoutDerivation, undoImport } from '@/lib/portal/imports/commands';
import { importView, loadedData } from '@/lib/portal/imports/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import {
  computedOf,
  contextOf,
  countComputed,
  csv,
  GIA_HEADER,
  inForce,
  looked,
  oge,
  RULED,
  wasDone,
  YEAR,
} from './import-world';

let database: TestDatabase;
let world: World;
let one: SchoolWithCard;
let other: SchoolWithCard;
let head: Viewer;

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld(RULED);
  await countComputed(database.owner, world.city);
  head = world.city.head;
});
afterAll(() => database.close());
beforeEach(async () => {
  one = await world.school();
  other = await world.school();
});

const apply = (id: string, viewer = head) => applyImport(viewer, id, NOW);
const undo = (id: string, viewer = head) => undoImport(viewer, id, NOW);
const applied = async (contents: string, viewer = head) => {
  const { id } = await looked(viewer, contents);
  return wasDone(await apply(id, viewer));
};
const statesOf = async (importId: string) =>
  (await database.owner.evidenceUnit.findMany({ where: { importId } })).map(({ state }) => state).sort();
/** how many failed ОГЭ in Russian by what is in force */
const failedOf = async ({ schoolId }: SchoolWithCard) =>
  (await inForce(database.owner, schoolId)).find(({ subject }) => subject === 'Русский язык')?.n2 ?? null;

describe('a file that is applied', () => {
  it('counts from then on, and tells whose points changed', async () => {
    const preview = await looked(head, csv(GIA_HEADER, oge(one, 5), oge(other, 1)));
    expect(await failedOf(one)).toBeNull();
    const result = wasDone(await apply(preview.id, world.city.staff));
    expect(result).toMatchObject({ id: preview.id, status: 'APPLIED' });
    expect([...result.changedCards].sort()).toEqual([one.cardId, other.cardId].sort());
    expect([await failedOf(one), await failedOf(other)]).toEqual([5, 1]);
    expect(await computedOf(database.owner, one)).toEqual({ answer: 'yes', sum: 1 });
    expect(await computedOf(database.owner, other)).toEqual({ answer: 'no', sum: 0 });
    const view = wasDone(await importView(head, preview.id));
    expect(view).toMatchObject({
      status: 'APPLIED',
      appliedBy: world.city.staff.name,
      schools: 2,
      units: 2,
      replacing: 0,
    });
    expect(view.changes.find(({ cardId }) => cardId === one.cardId)).toMatchObject({
      schoolId: one.schoolId,
      criteria: [{ code: 'A1', from: null, to: 'yes' }],
      sumBefore: 0,
      sumAfter: 1,
    });
    const journal = await forViewer(head, (db) => db.journalEntry.findMany({ where: { subjectId: preview.id } }));
    expect(journal.map(({ action }) => action).sort()).toEqual(['import.apply', 'import.create']);
  });

  it('is the whole truth of what it names and says nothing of the rest', async () => {
    await applied(csv(GIA_HEADER, oge(one, 5), oge(one, 2, 'Математика'), oge(other, 1)));
    await applied(csv(GIA_HEADER, oge(one, 1)));
    expect((await inForce(database.owner, one.schoolId)).map(({ subject, n2 }) => [subject, n2])).toEqual([
      ['Русский язык', 1],
    ]);
    expect(await failedOf(other)).toBe(1);
    expect(await computedOf(database.owner, one)).toEqual({ answer: 'no', sum: 0 });
    // another year is another unit
    await applied(csv(GIA_HEADER, oge(one, 9, 'Русский язык', '2017-2018')));
    expect(await computedOf(database.owner, one)).toEqual({ answer: 'no', sum: 0 });
  });

  it('applies only rows that can be applied, and nothing when there are none', async () => {
    const faulty = `${one.code};${YEAR};ОГЭ;Химия;x;1;2;3;4`;
    const preview = await looked(head, csv(GIA_HEADER, oge(one, 5), faulty, oge({ code: 'чужая' }, 1)));
    expect(preview).toMatchObject({ rows: 3, accepted: 1 });
    await apply(preview.id);
    expect(await failedOf(one)).toBe(5);
    const empty = await looked(head, csv(GIA_HEADER, faulty));
    expect(await apply(empty.id)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
    expect(await statesOf(empty.id)).toEqual([]);
  });

  it('can be applied again and nothing doubles: the same call, the same file', async () => {
    const contents = csv(GIA_HEADER, oge(one, 5), oge(other, 1));
    const first = await looked(head, contents);
    const result = wasDone(await apply(first.id));
    expect(wasDone(await apply(first.id))).toEqual(result);
    const again = await looked(head, contents);
    expect(wasDone(await importView(head, again.id))).toMatchObject({ sameAs: { id: first.id }, replacing: 2 });
    expect(wasDone(await apply(again.id)).changedCards).toEqual([]);
    expect(await inForce(database.owner, one.schoolId)).toHaveLength(1);
    expect(await computedOf(database.owner, one)).toEqual({ answer: 'yes', sum: 1 });
  });

  it('is no longer a preview: it cannot be forgotten', async () => {
    const { id } = await applied(csv(GIA_HEADER, oge(one, 5)));
    expect(await discardImport(head, id, NOW)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
  });

  it('is seen in what is loaded', async () => {
    await applied(csv(GIA_HEADER, oge(one, 5)));
    const data = wasDone(await loadedData(one.principal));
    expect(data.rows).toMatchObject([
      { code: 'GIA_AGGREGATE OGE', years: { [YEAR]: { schools: 1, last: { fileName: 'итоги.csv' } } } },
    ]);
    const city = wasDone(await loadedData(head));
    expect(city.rows[0]?.years[YEAR]?.schools).toBeGreaterThan(1);
    expect(wasDone(await loadedData(world.town.head)).rows).toEqual([]);
  });
});

describe('a file that is taken back', () => {
  it('leaves what stood before it, with the points of before', async () => {
    const before = await applied(csv(GIA_HEADER, oge(one, 5)));
    const later = await applied(csv(GIA_HEADER, oge(one, 1), oge(other, 4)));
    expect(await statesOf(before.id)).toEqual(['SUPERSEDED']);
    const undone = wasDone(await undo(later.id));
    expect(undone).toMatchObject({ status: 'UNDONE' });
    expect([...undone.changedCards].sort()).toEqual([one.cardId, other.cardId].sort());
    expect([await failedOf(one), await failedOf(other)]).toEqual([5, null]);
    expect(await computedOf(database.owner, one)).toEqual({ answer: 'yes', sum: 1 });
    expect(await computedOf(database.owner, other)).toEqual({ answer: null, sum: 0 });
    expect(wasDone(await undo(later.id))).toEqual(undone);
  });

  it('comes back when it is applied again', async () => {
    const { id } = await applied(csv(GIA_HEADER, oge(one, 5)));
    await undo(id);
    expect(await failedOf(one)).toBeNull();
    expect(wasDone(await apply(id))).toMatchObject({ status: 'APPLIED', changedCards: [one.cardId] });
    expect(await failedOf(one)).toBe(5);
  });

  it('is refused while a later file stands on it, which is named, and the chain is undone from its end', async () => {
    const files = [];
    for (const failed of [5, 1, 7]) files.push(await applied(csv(GIA_HEADER, oge(one, failed))));
    const [first, second, third] = files.map(({ id }) => id);
    if (!first || !second || !third) throw new Error('three files');
    expect(await undo(first)).toMatchObject({
      failure: { code: 'CONFLICT', detail: expect.stringContaining('итоги.csv') },
    });
    expect(await undo(second)).toMatchObject({ failure: { code: 'CONFLICT' } });
    expect(await failedOf(one)).toBe(7);
    const values = [];
    for (const id of [third, second, first]) {
      wasDone(await undo(id));
      values.push(await failedOf(one));
    }
    expect(values).toEqual([1, 5, null]);
    // the first comes in again over what a fourth one says meanwhile
    const fourth = await applied(csv(GIA_HEADER, oge(one, 2)));
    wasDone(await apply(first));
    expect(await failedOf(one)).toBe(5);
    expect(await undo(fourth.id)).toMatchObject({ failure: { code: 'CONFLICT' } });
    wasDone(await undo(first));
    expect(await failedOf(one)).toBe(2);
  });

  it('may be replaced for one school only: then it is refused as a whole and nothing changes', async () => {
    const both = await applied(csv(GIA_HEADER, oge(one, 5), oge(other, 4)));
    await applied(csv(GIA_HEADER, oge(one, 1)));
    expect(await undo(both.id)).toMatchObject({ failure: { code: 'CONFLICT' } });
    expect([await failedOf(one), await failedOf(other)]).toEqual([1, 4]);
  });

  it('is nothing while it was only looked at', async () => {
    const { id } = await looked(head, csv(GIA_HEADER, oge(one, 5)));
    expect(await undo(id)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
  });
});

describe('who may', () => {
  it('only those who see the import, each in the own place', async () => {
    const { id } = await looked(head, csv(GIA_HEADER, oge(one, 5)));
    const regional = await looked(world.coordinator, csv(GIA_HEADER, oge(one, 5)));
    for (const act of [apply, undo]) {
      for (const stranger of [world.town.head, one.principal, other.principal]) {
        expect(await act(id, stranger)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
      }
      expect(await act(id, world.admin)).toMatchObject({ failure: { code: 'FORBIDDEN' } });
      expect(await act(regional.id, head)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    }
    expect(await failedOf(one)).toBeNull();
    expect(await apply(id, world.coordinator)).toMatchObject({ ok: true });
    expect(await apply(regional.id, world.coordinator)).toMatchObject({ ok: true });
    // the region's file stands on the city's now, and the city is told so
    expect(await undo(id)).toMatchObject({ failure: { code: 'CONFLICT' } });
    expect(await undo(regional.id, world.coordinator)).toMatchObject({ ok: true });
    expect(await undo(id)).toMatchObject({ ok: true });
  });

  it('a principal with the own school’s file', async () => {
    const file = contextOf(one);
    const { id } = await looked(one.principal, file, { kind: 'CONTEXT' });
    expect(await apply(id, other.principal)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
    expect(await apply(id, one.principal)).toMatchObject({ ok: true });
    expect(await inForce(database.owner, one.schoolId, 'CONTEXT')).toMatchObject([{ pupils: 500 }]);
    expect(await undo(id, one.principal)).toMatchObject({ ok: true });
  });
});

describe('two at once', () => {
  it('apply the same file once', async () => {
    const { id } = await looked(head, csv(GIA_HEADER, oge(one, 5)));
    const results = await Promise.all([apply(id), apply(id), apply(id, world.city.staff)]);
    const answers = results.map(wasDone);
    expect(answers.map(({ changedCards }) => changedCards)).toEqual([[one.cardId], [one.cardId], [one.cardId]]);
    const journal = await database.owner.journalEntry.count({ where: { subjectId: id, action: 'import.apply' } });
    expect(journal).toBe(1);
  });

  it('apply two files about the same school: the later one stands, the other one can come back', async () => {
    const files = await Promise.all([5, 1].map((failed) => looked(head, csv(GIA_HEADER, oge(one, failed)))));
    await Promise.all(files.map(({ id }) => apply(id).then(wasDone)));
    expect(await inForce(database.owner, one.schoolId)).toHaveLength(1);
    const states = await Promise.all(files.map(({ id }) => statesOf(id)));
    expect(states.flat().sort()).toEqual(['IN_FORCE', 'SUPERSEDED']);
  });

  it('apply and undo: one after the other, and what is stored agrees', async () => {
    const { id } = await applied(csv(GIA_HEADER, oge(one, 5)));
    for (let turn = 0; turn < 4; turn += 1) {
      const [first, second] = await Promise.all([undo(id), apply(id)]);
      expect([first.ok, second.ok]).toEqual([true, true]);
      const { status } = await database.owner.import.findUniqueOrThrow({ where: { id } });
      expect(await statesOf(id)).toEqual([status === 'APPLIED' ? 'IN_FORCE' : 'UNDONE']);
      expect((await computedOf(database.owner, one)).answer).toBe(status === 'APPLIED' ? 'yes' : null);
      await apply(id);
    }
  });

  it('undo two files of a chain: never both out of order', async () => {
    const first = await applied(csv(GIA_HEADER, oge(one, 5)));
    const second = await applied(csv(GIA_HEADER, oge(one, 1)));
    const [early, late] = await Promise.all([undo(first.id), undo(second.id)]);
    expect(late.ok).toBe(true);
    expect(await failedOf(one)).toBe(early.ok ? null : 5);
  });
});

describe('a protocol of one subject', () => {
  const header =
    'Код МСУ;Код ОО;Класс;Код ППЭ;Аудитория;Фамилия;Имя;Отчество;Серия;Номер;Задания с кратким ответом;Первичный балл;Балл';
  const protocol = (subject: string, marks: number[]) =>
    csv(
      `${subject} ОГЭ 05.06.2020`,
      header,
      ...marks.map((mark, at) => `1;${one.code};9А;1;1;Фамилия${at};Имя;Отчество;;;+-+;20;${mark}`),
    );
  const subjects = async () =>
    (await inForce(database.owner, one.schoolId))
      .map(({ subject, n2, source }) => [subject, n2, source.importId])
      .sort();

  it('keeps what is in force of other subjects, each with its own source, and undo brings all of it back', async () => {
    const aggregate = await applied(csv(GIA_HEADER, oge(one, 5), oge(one, 2, 'Математика')));
    const preview = await looked(head, protocol('01 - Русский язык', [2, 3, 4, 5, 5, 5]), { kind: 'GIA_PROTOCOL' });
    expect(preview).toMatchObject({ errorCount: 0, accepted: 6 });
    wasDone(await apply(preview.id));
    const after = [
      ['Математика', 2, aggregate.id],
      ['Русский язык', 1, preview.id],
    ].sort();
    expect(await subjects()).toEqual(after);
    wasDone(await undo(preview.id));
    expect(await subjects()).toEqual(
      [
        ['Математика', 2, aggregate.id],
        ['Русский язык', 5, aggregate.id],
      ].sort(),
    );
    wasDone(await apply(preview.id));
    expect(await subjects()).toEqual(after);
  });
});

describe('many files at once', () => {
  it('come in by the same way and leave the cards for later', async () => {
    const file = { bytes: Buffer.from(csv(GIA_HEADER, oge(one, 5))), name: 'a.csv' };
    const brought = wasDone(
      await importWithoutDerivation(head, { kind: 'GIA_AGGREGATE', schoolYear: YEAR }, file, NOW),
    );
    expect(brought).toMatchObject({ status: 'APPLIED', accepted: 1, changedCards: [] });
    expect(await failedOf(one)).toBe(5);
    expect((await computedOf(database.owner, one)).answer).toBeNull();
  });
});
