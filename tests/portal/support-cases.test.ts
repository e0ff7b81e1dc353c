/** The case of a school on a real database: steps, curators and their handing over, concerns, watch lists, the way out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import {
  addEntry,
  assignCurator,
  changeContacts,
  changeStep,
  closeCase,
  declareConflict,
  endCuratorship,
  endWatch,
  handOver,
  keepStudy,
  moveConcern,
  openCases,
  publishStudy,
  watchSchool,
  withdrawConflict,
} from '@/lib/portal/support-cases/commands';
import {
  curatorsView,
  gapsView,
  schoolDossier,
  schoolSupport,
  studiesOf,
  supportBoard,
  threadView,
  watchView,
} from '@/lib/portal/support-cases/queries';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, examined, expectAll, journalOf, SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let neighbour: SchoolWithCard;
const GROUND = 'Решение МОЦ';

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  school = await world.school();
  neighbour = await world.school();
});

const opening = (...schools: SchoolWithCard[]) => ({
  schoolYear: SUPPORT_YEAR,
  schoolIds: schools.map(({ schoolId }) => schoolId),
  ground: GROUND,
});

async function caseOf(one: SchoolWithCard): Promise<string> {
  value(await openCases(world.city.head, opening(one), NOW));
  const { case: opened } = value(await schoolSupport(world.city.head, one.schoolId, SUPPORT_YEAR, NOW));
  if (!opened) throw new Error('no case');
  return opened.id;
}
const supportOf = async (viewer: Viewer, one = school) =>
  value(await schoolSupport(viewer, one.schoolId, SUPPORT_YEAR, NOW));
const curator = (accountId: string, ...schools: SchoolWithCard[]) => ({
  schoolIds: schools.map(({ schoolId }) => schoolId),
  accountId,
  startedOn: '2020-09-20',
});

describe('a case', () => {
  it('is opened by МОЦ, with grounds for a school of no list, once', async () => {
    expect(code(await openCases(world.city.head, { ...opening(school), ground: '' }, NOW))).toBe('INVALID');
    await expectAll(
      [school.principal, world.coordinator, world.admin],
      (viewer) => openCases(viewer, opening(school), NOW),
      'FORBIDDEN',
    );
    expect(code(await openCases(world.town.head, opening(school), NOW))).toBe('NOT_FOUND');
    const both = await Promise.all([1, 2].map(() => openCases(world.city.head, opening(school), NOW)));
    expect(both.map(code).sort()).toEqual(['CONFLICT', 'OK']);
  });

  it('opens for all the schools or for none', async () => {
    const elsewhere = await world.school({ in: world.town });
    expect(code(await openCases(world.city.head, opening(school, elsewhere), NOW))).toBe('NOT_FOUND');
    expect((await supportOf(world.city.head)).case).toBeNull();
  });

  it('has steps that never overwrite each other, each change in the journal', async () => {
    const id = await caseOf(school);
    const step = { version: 1, state: 'DOING' as const, ownerId: world.city.staff.accountId, dueOn: null, note: '' };
    value(await changeStep(world.city.staff, id, 'EXAMINED', step, NOW));
    expect(code(await changeStep(world.city.head, id, 'EXAMINED', { ...step, note: 'Иначе' }, NOW))).toBe(
      'STALE_VERSION',
    );
    expect(code(await changeStep(world.city.staff, id, 'CLOSED', step, NOW))).toBe('WRONG_STATE');
    const foreign = { ...step, version: 2, ownerId: world.town.staff.accountId };
    expect(code(await changeStep(world.city.staff, id, 'EXAMINED', foreign, NOW))).toBe('INVALID');
    expect((await journalOf(world.city.head, id)).map(({ action, to }) => [action, to])).toEqual([
      ['case.open', 'OPEN'],
      ['case.change', 'DOING'],
    ]);
    const { case: seen } = await supportOf(world.city.head);
    expect(seen?.steps.find((one) => one.code === 'EXAMINED')).toMatchObject({
      state: 'DOING',
      owner: world.city.staff.name,
    });
  });

  it('shows a school what МОЦ shares with it, and no other school anything', async () => {
    const id = await caseOf(school);
    const note = { kind: 'NOTE' as const, happenedOn: '2020-10-01', nextOn: null };
    value(await addEntry(world.city.staff, id, { ...note, text: 'Для себя', shared: false }, NOW));
    value(await addEntry(world.city.staff, id, { ...note, text: 'Для школы', shared: true }, NOW));
    const texts = async (viewer: Viewer) => (await supportOf(viewer)).case?.entries.map(({ text }) => text).sort();
    expect(await texts(world.city.head)).toEqual(['Для себя', 'Для школы']);
    expect(await texts(school.principal)).toEqual(['Для школы']);
    await expectAll(
      [neighbour.principal, world.town.head, world.town.staff],
      (viewer) => schoolSupport(viewer, school.schoolId, SUPPORT_YEAR, NOW),
      'NOT_FOUND',
    );
    const tomorrow = { ...note, happenedOn: '2020-10-06', text: 'Завтра', shared: true };
    expect(code(await addEntry(world.city.staff, id, tomorrow, NOW))).toBe('INVALID');
  });

  it('keeps a concern until it is resolved, over the department when it must', async () => {
    const id = await caseOf(school);
    const concern = { kind: 'CONCERN' as const, happenedOn: '2020-10-01', text: 'Срыв', shared: false, nextOn: null };
    const { id: entry } = value(await addEntry(world.city.staff, id, concern, NOW));
    const escalated = { version: 1, step: 'ESCALATED' as const, text: 'Управление образования' };
    value(await moveConcern(world.city.staff, entry, escalated, NOW));
    expect(code(await moveConcern(world.city.staff, entry, { ...escalated, version: 2 }, NOW))).toBe('WRONG_STATE');
    const resolved = { version: 1, step: 'RESOLVED' as const, text: 'Учитель найден' };
    expect(code(await moveConcern(world.city.head, entry, resolved, NOW))).toBe('STALE_VERSION');
    value(await moveConcern(world.city.head, entry, { ...resolved, version: 2 }, NOW));
    expect(code(await moveConcern(world.city.head, entry, { ...resolved, version: 3 }, NOW))).toBe('WRONG_STATE');
    expect(code(await moveConcern(school.principal, entry, { ...resolved, version: 3 }, NOW))).not.toBe('OK');
  });

  it('ends with grounds by the head alone, and is read only from then on', async () => {
    const id = await caseOf(school);
    expect(code(await closeCase(world.city.staff, id, { version: 1, ground: 'Вышла' }, NOW))).toBe('FORBIDDEN');
    value(await changeContacts(world.city.staff, id, { version: 1, contacts: [] }, NOW));
    expect(code(await closeCase(world.city.head, id, { version: 1, ground: 'Вышла' }, NOW))).toBe('STALE_VERSION');
    value(await closeCase(world.city.head, id, { version: 2, ground: 'Три года без баллов' }, NOW));
    const note = { kind: 'NOTE' as const, happenedOn: '2020-10-01', text: 'Поздно', shared: true, nextOn: null };
    expect(code(await addEntry(world.city.staff, id, note, NOW))).toBe('WRONG_STATE');
    const { case: closed } = await supportOf(school.principal);
    expect(closed?.steps.find((one) => one.code === 'CLOSED')?.state).toBe('DONE');
  });
});

describe('curators', () => {
  it('see their schools and those that nobody leads, never a colleague’s', async () => {
    await caseOf(school);
    value(await assignCurator(world.city.head, curator(world.city.head.accountId, school), NOW));
    expect(code(await schoolSupport(world.city.staff, school.schoolId, SUPPORT_YEAR, NOW))).toBe('NOT_FOUND');
    expect(code(await schoolSupport(world.city.staff, neighbour.schoolId, SUPPORT_YEAR, NOW))).toBe('OK');
    await expectAll(
      [world.city.staff, school.principal, world.coordinator, world.admin],
      (viewer) => assignCurator(viewer, curator(world.city.staff.accountId, school), NOW),
      'FORBIDDEN',
    );
  });

  it('with a conflict of interest are refused until it is withdrawn', async () => {
    const conflict = {
      ...{ schoolId: school.schoolId, accountId: world.city.staff.accountId, hostSchoolId: null },
      reason: 'Работает там по совместительству.',
    };
    const { id } = value(await declareConflict(world.city.head, conflict, NOW));
    const wish = curator(world.city.staff.accountId, school);
    expect(code(await assignCurator(world.city.head, wish, NOW))).toBe('CONFLICT');
    value(await withdrawConflict(world.city.head, id, NOW));
    expect(value(await assignCurator(world.city.head, wish, NOW))).toEqual({ assigned: 1 });
    expect(value(await assignCurator(world.city.head, wish, NOW))).toEqual({ assigned: 0 });
  });

  it('hand all their schools over in one act, and their open steps go along', async () => {
    const id = await caseOf(school);
    const { staff, head } = world.city;
    value(await assignCurator(head, curator(staff.accountId, school, neighbour), NOW));
    const step = { version: 1, state: 'DOING' as const, ownerId: staff.accountId, dueOn: null, note: '' };
    value(await changeStep(staff, id, 'EXAMINED', step, NOW));
    const over = { fromId: staff.accountId, toId: head.accountId, on: '2020-10-05', reason: 'Увольняется' };
    expect(value(await handOver(head, over, NOW)).schools).toBe(2);
    const { case: seen, curators } = await supportOf(head);
    expect(curators).toEqual([head.name]);
    expect(seen?.steps.find((one) => one.code === 'EXAMINED')?.owner).toBe(head.name);
    expect(code(await handOver(head, over, NOW))).toBe('INVALID');
    expect(value(await curatorsView(head)).people.length).toBeGreaterThan(0);
  });

  it('leave a school to all staff when nobody follows them', async () => {
    value(await assignCurator(world.city.head, curator(world.city.head.accountId, school), NOW));
    const led = await curatorshipOf(school);
    value(await endCuratorship(world.city.head, led, { on: '2020-10-05', reason: 'Иначе' }, NOW));
    expect(code(await endCuratorship(world.city.head, led, { on: '2020-10-05', reason: 'Иначе' }, NOW))).toBe(
      'WRONG_STATE',
    );
    expect(code(await schoolSupport(world.city.staff, school.schoolId, SUPPORT_YEAR, NOW))).toBe('OK');
  });
});

async function curatorshipOf(one: SchoolWithCard): Promise<string> {
  const row = await database.owner.curatorship.findFirst({ where: { schoolId: one.schoolId, endedOn: null } });
  if (!row) throw new Error('nobody leads it');
  return row.id;
}

describe('the watch list', () => {
  it('is kept by МОЦ and by СОИРО each for themselves, and no school sees it', async () => {
    const wish = { schoolId: school.schoolId, reason: 'Сменился директор' };
    const { id } = value(await watchSchool(world.city.head, wish, NOW));
    expect(code(await watchSchool(world.city.head, wish, NOW))).toBe('CONFLICT');
    value(await watchSchool(world.coordinator, wish, NOW));
    await expectAll([school.principal, world.admin], (viewer) => watchSchool(viewer, wish, NOW), 'FORBIDDEN');
    expect(code(await watchSchool(world.town.head, wish, NOW))).toBe('NOT_FOUND');
    expect(code(await endWatch(world.coordinator, id, 'Наладилось', NOW))).toBe('FORBIDDEN');
    value(await endWatch(world.city.head, id, 'Наладилось', NOW));
    expect(code(await endWatch(world.city.head, id, 'Наладилось', NOW))).toBe('WRONG_STATE');
    expect(code(await watchView(school.principal))).toBe('FORBIDDEN');
    expect(value(await watchView(world.coordinator)).items).toHaveLength(1);
  });
});

describe('case studies', () => {
  const study = () => ({
    ...{ schoolId: school.schoolId, title: 'Группы по математике', situation: 'Пробелы' },
    ...{ measures: 'Занятия', outcome: 'Качество выросло', criteria: ['A1'] },
  });

  it('are read by other schools once they are published', async () => {
    const { id } = value(await keepStudy(world.city.staff, study(), NOW));
    const titles = async (viewer: Viewer) => value(await studiesOf(viewer)).items.map(({ title }) => title);
    expect(await titles(neighbour.principal)).toEqual([]);
    value(await publishStudy(world.city.head, id, true, NOW));
    expect(await titles(neighbour.principal)).toEqual(['Группы по математике']);
    expect(code(await keepStudy(neighbour.principal, study(), NOW, { id, version: 2 }))).not.toBe('OK');
    expect(code(await keepStudy(world.city.staff, study(), NOW, { id, version: 1 }))).toBe('STALE_VERSION');
  });

  it('of a school that a colleague leads are not rewritten', async () => {
    const { id } = value(await keepStudy(world.city.head, study(), NOW));
    value(await assignCurator(world.city.head, curator(world.city.head.accountId, school), NOW));
    const taken = { ...study(), schoolId: neighbour.schoolId };
    expect(code(await keepStudy(world.city.staff, taken, NOW, { id, version: 1 }))).toBe('NOT_FOUND');
  });
});

describe('what is missing', () => {
  it('is named with who and since when', async () => {
    await caseOf(school);
    await examined(world.city.head, school);
    const { rows } = value(await gapsView(world.city.head, SUPPORT_YEAR, new Date('2021-06-01T09:00:00Z')));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.schoolId).toBe(school.schoolId);
      expect([row.text, row.who, row.since].every((one) => typeof one === 'string' && one !== '')).toBe(true);
    }
    expect(rows.map(({ text }) => text).join(' ')).toContain('рекомендаци');
    await expectAll([school.principal, world.admin], (viewer) => gapsView(viewer, SUPPORT_YEAR, NOW), 'FORBIDDEN');
  });

  it('is shown on the board of the scope alone', async () => {
    await caseOf(school);
    const filter = { schoolYear: SUPPORT_YEAR };
    const names = async (viewer: Viewer) =>
      value(await supportBoard(viewer, filter, NOW)).rows.map(({ schoolId }) => schoolId);
    expect(await names(world.city.head)).toEqual([school.schoolId]);
    expect(await names(world.town.head)).toEqual([]);
    expect(await names(neighbour.principal)).toEqual([]);
  });
});

describe('the dossier', () => {
  it('is docx or pdf for those who may read the school, and not found for others', async () => {
    await caseOf(school);
    const asked = (format: 'docx' | 'pdf') => ({ format, schoolYear: SUPPORT_YEAR });
    for (const viewer of [world.city.head, world.coordinator, school.principal]) {
      const docx = value(await schoolDossier(viewer, school.schoolId, asked('docx'), NOW));
      const pdf = value(await schoolDossier(viewer, school.schoolId, asked('pdf'), NOW));
      expect(Buffer.from(docx.bytes).subarray(0, 2).toString('latin1')).toBe('PK');
      expect(Buffer.from(pdf.bytes).subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(docx.name).toContain(school.code);
    }
    await expectAll(
      [neighbour.principal, world.town.head],
      (viewer) => schoolDossier(viewer, school.schoolId, asked('pdf'), NOW),
      'NOT_FOUND',
    );
    await expectAll(
      [neighbour.principal, world.town.head],
      (viewer) => threadView(viewer, school.schoolId, SUPPORT_YEAR, NOW),
      'NOT_FOUND',
    );
  });
});
