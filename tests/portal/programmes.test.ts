/** Programmes on a real database: writing from two windows, the way to approval, monitoring, who sees what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProgrammeContent, readProgramme } from '@/lib/domain/programme/content';
import {
  approveProgramme,
  assessStage,
  beginProgramme,
  changeProgramme,
  finishProgramme,
  reportStage,
  returnProgramme,
  reviseProgramme,
  runProgramme,
  saveProgramme,
  submitProgramme,
  templateFromProgramme,
} from '@/lib/portal/programmes/commands';
import { programmeList, programmeRevisions, programmeTemplates, programmeView } from '@/lib/portal/programmes/queries';
import { newProgrammeSchema } from '@/lib/portal/programmes/schema';
import { WHOLE_PROGRAMME } from '../access/door-places';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, expectAll, journalOf, SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let neighbour: SchoolWithCard;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  world = await newWorld();
  school = await world.school();
  neighbour = await world.school();
});

const EMPTY = readProgramme({});
const WHOLE = readProgramme(WHOLE_PROGRAMME);
const begin = (more: object = {}) =>
  beginProgramme(
    school.principal,
    newProgrammeSchema.parse({ schoolId: school.schoolId, schoolYear: SUPPORT_YEAR, title: 'Программа', ...more }),
    NOW,
  );
const save = (id: string, base: ProgrammeContent, content: ProgrammeContent) =>
  saveProgramme(school.principal, id, { base, content }, NOW);

/** Written whole and submitted; gives its id and version. */
async function submitted(): Promise<{ id: string; version: number }> {
  const { id } = value(await begin());
  const { version } = value(await save(id, EMPTY, WHOLE));
  return value(await submitProgramme(school.principal, id, { version }, NOW));
}

describe('writing', () => {
  it('keeps what two windows wrote in different fields, and gives back what both wrote in one', async () => {
    const { id } = value(await begin());
    const mine = { ...EMPTY, passport: { ...EMPTY.passport, responsible: 'Директор' } };
    const theirs = {
      ...EMPTY,
      passport: { ...EMPTY.passport, basis: 'Приказ' },
      analysis: { ...EMPTY.analysis, summary: 'Пробелы' },
    };
    value(await save(id, EMPTY, theirs));
    const merged = value(await save(id, EMPTY, mine));
    expect(merged.conflicts).toEqual([]);
    expect(merged.content.passport).toMatchObject({ responsible: 'Директор', basis: 'Приказ' });
    const third = value(await save(id, EMPTY, { ...EMPTY, analysis: { ...EMPTY.analysis, summary: 'Иначе' } }));
    expect(third.conflicts).toEqual([{ path: 'analysis/summary', mine: 'Иначе', theirs: 'Пробелы' }]);
    expect(third.content.analysis.summary).toBe('Пробелы');
  });

  it('loses nothing when both send at the same moment', async () => {
    const { id } = value(await begin());
    const aim = (name: string) => ({ ...EMPTY, aims: [{ id: name, text: name, tasks: '' }] });
    const names = ['a-1', 'a-2', 'a-3', 'a-4'];
    await Promise.all(names.map(async (name) => value(await save(id, EMPTY, aim(name)))));
    const { content } = value(await programmeView(school.principal, id, NOW));
    expect(content.aims.map(({ id: line }) => line).sort()).toEqual(names);
  });

  it('is the school’s; МОЦ and СОИРО read, others find nothing', async () => {
    const { id } = value(await begin());
    const write = { base: EMPTY, content: WHOLE };
    await expectAll(
      [world.city.head, world.city.staff, world.coordinator],
      (viewer) => saveProgramme(viewer, id, write, NOW),
      'FORBIDDEN',
    );
    await expectAll(
      [neighbour.principal, world.town.head],
      (viewer) => saveProgramme(viewer, id, write, NOW),
      'NOT_FOUND',
    );
    await expectAll(
      [world.city.head, world.city.staff, world.coordinator],
      (viewer) => programmeView(viewer, id, NOW),
      'OK',
    );
    await expectAll([neighbour.principal, world.town.head], (viewer) => programmeView(viewer, id, NOW), 'NOT_FOUND');
    expect(code(await begin())).toBe('CONFLICT');
    const stale = await changeProgramme(school.principal, id, { version: 9, title: 'Поздно' }, NOW);
    expect(stale).toMatchObject({ failure: { code: 'STALE_VERSION', extra: { current: { id, version: 1 } } } });
  });
});

describe('the way to approval', () => {
  it('names what is missing, and is not open to whoever has no right to the step', async () => {
    const { id } = value(await begin());
    const missing = await submitProgramme(school.principal, id, { version: 1 }, NOW);
    expect(missing).toMatchObject({ failure: { code: 'INCOMPLETE' } });
    if (missing.ok) throw new Error('submitted');
    expect(missing.failure.errors?.map(({ path }) => path)).toContain('measures');
    const done = await submitted2(id);
    expect(code(await approveProgramme(world.city.staff, id, done, NOW))).toBe('FORBIDDEN');
    expect(code(await approveProgramme(world.town.head, id, done, NOW))).toBe('NOT_FOUND');
    expect(code(await save(id, WHOLE, EMPTY))).toBe('NOT_EDITABLE');
  });

  async function submitted2(id: string): Promise<{ version: number }> {
    const { version } = value(await save(id, EMPTY, WHOLE));
    return value(await submitProgramme(school.principal, id, { version }, NOW));
  }

  it('goes back with comments and comes again; each version stays and every step is in the journal', async () => {
    const { id, version } = await submitted();
    value(await returnProgramme(world.city.staff, id, { version, comment: 'Обоснуйте план' }, NOW));
    const view = value(await programmeView(school.principal, id, NOW));
    expect(view).toMatchObject({ status: 'RETURNED', returnComment: 'Обоснуйте план', editing: 'WHOLE' });
    const again = value(await submitProgramme(school.principal, id, { version: view.version }, NOW));
    value(await approveProgramme(world.city.head, id, again, NOW));
    expect(
      value(await programmeRevisions(school.principal, id)).revisions.map(({ number, status }) => [number, status]),
    ).toEqual([
      [4, 'APPROVED'],
      [3, 'SUBMITTED'],
      [2, 'RETURNED'],
      [1, 'SUBMITTED'],
    ]);
    const steps = (await journalOf(world.city.head, id)).flatMap(({ to }) => (typeof to === 'string' ? [to] : []));
    expect(steps).toEqual(['DRAFT', 'SUBMITTED', 'RETURNED', 'SUBMITTED', 'APPROVED']);
  });

  it('plans three looks; approved text takes states and evidence alone until it is opened again', async () => {
    const { id, version } = await submitted();
    value(await approveProgramme(world.city.head, id, { version }, NOW));
    const approved = value(await programmeView(school.principal, id, NOW));
    expect(approved.stages.map(({ kind }) => kind)).toEqual(['DOCUMENTS', 'MEASURES', 'CHANGE']);
    const wanted = {
      ...WHOLE,
      passport: { ...WHOLE.passport, responsible: 'Другой' },
      measures: WHOLE.measures.map((one) => ({ ...one, state: 'DONE' as const })),
    };
    const { content } = value(await save(id, WHOLE, wanted));
    expect([content.passport.responsible, content.measures[0]?.state]).toEqual(['Директор', 'DONE']);
    const running = value(await runProgramme(school.principal, id, { version: approved.version + 1 }, NOW));
    value(await reviseProgramme(school.principal, id, running, NOW));
    expect(
      value(await save(id, content, { ...content, passport: { ...content.passport, responsible: 'Другой' } })).content
        .passport.responsible,
    ).toBe('Другой');
  });

  it('is reported by the school and assessed by МОЦ; a new report ends the old assessment', async () => {
    const { id, version } = await submitted();
    const approved = value(await approveProgramme(world.city.head, id, { version }, NOW));
    const [stage] = value(await programmeView(school.principal, id, NOW)).stages;
    if (!stage) throw new Error('no stage');
    const assessment = { assessment: 'MET' as const, text: 'Есть документы' };
    expect(code(await assessStage(world.city.staff, stage.id, { version: 1, ...assessment }, NOW))).toBe('WRONG_STATE');
    value(await reportStage(school.principal, stage.id, { version: 1, report: 'Готово' }, NOW));
    expect(code(await reportStage(neighbour.principal, stage.id, { version: 2, report: 'Чужое' }, NOW))).toBe(
      'NOT_FOUND',
    );
    value(await assessStage(world.city.staff, stage.id, { version: 2, ...assessment }, NOW));
    value(await reportStage(school.principal, stage.id, { version: 3, report: 'Ещё готово' }, NOW));
    expect(value(await programmeView(school.principal, id, NOW)).stages[0]).toMatchObject({
      report: 'Ещё готово',
      assessment: null,
    });
    value(await finishProgramme(world.city.head, id, { version: approved.version, summary: 'Вышли из списка' }, NOW));
    expect(code(await reportStage(school.principal, stage.id, { version: 4, report: 'Поздно' }, NOW))).toBe(
      'WRONG_STATE',
    );
  });
});

describe('what is late, and what a new programme starts from', () => {
  it('names late measures and looks with who is to act', async () => {
    const { id, version } = await submitted();
    value(await approveProgramme(world.city.head, id, { version }, NOW));
    const inSpring = new Date('2021-06-01T09:00:00Z');
    const { late } = value(await programmeList(world.city.head, SUPPORT_YEAR, inSpring));
    expect(late.map(({ what, who }) => [what, who])).toEqual([
      ['отчёт этапа «Документы готовы»', 'школа'],
      ['отчёт этапа «Меры выполнены»', 'школа'],
      ['мера «План»', 'Завуч'],
    ]);
    expect(value(await programmeList(world.city.head, SUPPORT_YEAR, NOW)).late).toEqual([]);
  });

  it('starts from a template of МОЦ without the figures of the school that it was made from, or from last year', async () => {
    const { id } = await submitted();
    expect(code(await templateFromProgramme(school.principal, id, 'Мой', NOW))).toBe('FORBIDDEN');
    const template = value(await templateFromProgramme(world.city.head, id, 'Примерная', NOW));
    expect(value(await programmeTemplates(world.city.head)).items.map(({ title }) => title)).toEqual(['Примерная']);
    const other = newProgrammeSchema.parse({
      schoolId: neighbour.schoolId,
      schoolYear: SUPPORT_YEAR,
      title: 'П',
      from: 'TEMPLATE',
      templateId: template.id,
    });
    const made = value(await beginProgramme(neighbour.principal, other, NOW));
    expect(made.content.aims).toEqual(WHOLE.aims);
    expect(made.content.indicators[0]).toMatchObject({ baseline: null, targets: [] });
    const next = value(await begin({ schoolYear: '2021-2022', from: 'LAST' }));
    expect(next.content.measures.map(({ title, state }) => [title, state])).toEqual([['План', 'PLANNED']]);
  });
});
