/** Examinations on a real database: planning, parts of МОЦ and of the school, findings, end, who sees what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partContentSchemas } from '@/lib/domain/support/examination';
import {
  addFinding,
  addPart,
  changeExamination,
  changeFinding,
  changePart,
  changeWorkbook,
  draftWorkbook,
  fillWorkbook,
  finishExamination,
  planExaminations,
  publishWorkbook,
  removeFinding,
  reopenExamination,
  setSurveyGroups,
} from '@/lib/portal/examinations/commands';
import {
  examinationAct,
  examinationPlan,
  examinationView,
  partView,
  workbookView,
} from '@/lib/portal/examinations/queries';
import { assignCurator } from '@/lib/portal/support-cases/commands';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, examined, expectAll, journalOf, planOf, SUPPORT_YEAR, value } from './support-world';

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
  const draft = value(await draftWorkbook(world.city.head, NOW));
  value(await publishWorkbook(world.city.head, draft.id, 1, NOW));
});

const partsOf = async (id: string) => value(await examinationView(world.city.head, id, NOW)).parts;
async function partOf(id: string, kind: string): Promise<string> {
  const part = (await partsOf(id)).find((one) => one.kind === kind);
  if (!part) throw new Error(`no ${kind}`);
  return part.partId;
}
const head = (version: number, state: 'DOING' | 'DONE' | 'CANCELLED' | 'PLANNED') => ({
  version,
  title: 'Часть',
  state,
  ownerId: null,
  dueOn: null,
  heldOn: null,
});

describe('planning', () => {
  it('makes an examination with its parts for each school, all or none', async () => {
    const both = value(await planExaminations(world.city.head, planOf([school.schoolId, neighbour.schoolId]), NOW));
    expect(both.map(({ schoolCode }) => schoolCode).sort()).toEqual([school.code, neighbour.code].sort());
    const foreign = await world.school({ in: world.town });
    const mixed = await planExaminations(world.city.head, planOf([school.schoolId, foreign.schoolId]), NOW);
    expect(code(mixed)).toBe('NOT_FOUND');
    expect(value(await examinationPlan(world.city.head, { schoolYear: SUPPORT_YEAR }, NOW)).rows).toHaveLength(2);
  });

  it('is the right of the centre; a school reads its own, another school and city nothing', async () => {
    const { id } = await examined(world.city.head, school);
    await expectAll(
      [school.principal, world.coordinator],
      (viewer) => planExaminations(viewer, planOf([school.schoolId]), NOW),
      'FORBIDDEN',
    );
    await expectAll([neighbour.principal, world.town.head], (viewer) => examinationView(viewer, id, NOW), 'NOT_FOUND');
    await expectAll(
      [school.principal, world.coordinator, world.city.staff],
      (viewer) => examinationView(viewer, id, NOW),
      'OK',
    );
    expect(code(await examinationView(world.admin, id, NOW))).toBe('FORBIDDEN');
  });

  it('belongs to the curator alone once the school has one', async () => {
    const { id } = await examined(world.city.head, school);
    const curator = { schoolIds: [school.schoolId], accountId: world.city.head.accountId, startedOn: '2020-10-01' };
    value(await assignCurator(world.city.head, curator, NOW));
    expect(code(await examinationView(world.city.staff, id, NOW))).toBe('NOT_FOUND');
    expect(code(await addPart(world.city.staff, id, 'VISIT', NOW))).toBe('NOT_FOUND');
    expect(value(await examinationPlan(world.city.staff, { schoolYear: SUPPORT_YEAR }, NOW)).rows).toEqual([]);
  });
});

describe('parts', () => {
  it('begin the examination, keep what was written, and refuse an older version', async () => {
    const { id } = await examined(world.city.head, school);
    const partId = await partOf(id, 'DOCUMENTS');
    const content = partContentSchemas.DOCUMENTS.parse({
      reports: [{ title: 'Отчёт', link: '', result: 'Низко' }],
      summary: 'Итог',
    });
    value(await changePart(world.city.staff, partId, { ...head(1, 'DOING'), content }, NOW));
    expect(value(await examinationView(world.city.head, id, NOW)).status).toBe('RUNNING');
    expect(value(await partView(world.city.head, partId)).content).toEqual(content);
    const late = await changePart(world.city.head, partId, { ...head(1, 'DONE'), content }, NOW);
    expect(late).toMatchObject({ failure: { code: 'STALE_VERSION', extra: { current: { version: 2 } } } });
    expect(value(await partView(world.city.head, partId)).state).toBe('DOING');
  });

  it('let the school fill in its workbook and nothing of МОЦ', async () => {
    const { id } = await examined(world.city.head, school);
    const partId = await partOf(id, 'WORKBOOK');
    const fill = (answers: Record<string, string>, version = 1) =>
      fillWorkbook(school.principal, partId, { version, answers, team: 'Завуч', psychologist: true }, NOW);
    expect(await fill({ motivation: '9' })).toMatchObject({
      failure: { code: 'INVALID', errors: [{ path: 'motivation' }] },
    });
    value(await fill({ motivation: '3', unknown: 'x' }));
    const part = value(await partView(world.city.head, partId));
    expect(part.content).toMatchObject({
      answers: expect.objectContaining({ motivation: '3' }),
      team: 'Завуч',
      psychologist: true,
    });
    expect(part.content).not.toHaveProperty('answers.unknown');
    expect(code(await changePart(school.principal, partId, head(2, 'DONE'), NOW))).toBe('FORBIDDEN');
    expect(
      code(
        await fillWorkbook(world.city.head, partId, { version: 2, answers: {}, team: '', psychologist: false }, NOW),
      ),
    ).toBe('FORBIDDEN');
  });

  it('hide groups under five outside the school, whatever they are next to', async () => {
    const { id } = await examined(world.city.head, school);
    const partId = await partOf(id, 'SURVEY');
    const groups = [
      { className: '5А', pupils: 25, consents: 20, examined: 20, atRisk: 6 },
      { className: '6А', pupils: 4, consents: 4, examined: 4, atRisk: 1 },
      { className: '7А', pupils: 25, consents: 24, examined: 20, atRisk: 3 },
    ];
    value(await setSurveyGroups(school.principal, partId, { version: 1, groups }, NOW));
    expect(value(await partView(school.principal, partId)).groups).toEqual(groups);
    for (const viewer of [world.city.head, world.coordinator]) {
      expect(value(await partView(viewer, partId)).groups).toEqual([
        { className: '5А', pupils: 25, consents: 20, examined: 20, atRisk: 6 },
        { className: '6А', pupils: null, consents: null, examined: null, atRisk: null },
        // 25 − 24 = 1 without consent, 3 at risk: both would name single pupils
        { className: '7А', pupils: 25, consents: null, examined: 20, atRisk: null },
      ]);
    }
    const wrong = [{ className: '5А', pupils: 25, consents: 26, examined: 0, atRisk: 0 }];
    expect(code(await setSurveyGroups(school.principal, partId, { version: 2, groups: wrong }, NOW))).toBe('INVALID');
    expect(code(await setSurveyGroups(world.city.head, partId, { version: 2, groups }, NOW))).toBe('FORBIDDEN');
  });
});

describe('findings and the end', () => {
  it('stay with МОЦ until the examination is finished, which needs every part and a finding', async () => {
    const { id, findingId } = await examined(world.city.head, school);
    expect(value(await examinationView(school.principal, id, NOW))).toMatchObject({
      findings: [],
      findingsShown: false,
    });
    expect(await finishExamination(world.city.head, id, 1, NOW)).toMatchObject({ failure: { code: 'WRONG_STATE' } });
    for (const { partId } of await partsOf(id)) value(await changePart(world.city.head, partId, head(1, 'DONE'), NOW));
    value(await changeExamination(world.city.head, id, { version: 1, conclusion: 'Заключение' }, NOW));
    value(await finishExamination(world.city.head, id, 2, NOW));
    expect(value(await examinationView(school.principal, id, NOW))).toMatchObject({
      conclusion: 'Заключение',
      findings: [{ id: findingId, criteria: ['A1'] }],
    });
    expect(code(await removeFinding(world.city.head, findingId, NOW))).toBe('WRONG_STATE');
    expect(code(await reopenExamination(world.city.staff, id, 3, NOW))).toBe('FORBIDDEN');
    value(await reopenExamination(world.city.head, id, 3, NOW));
    value(await removeFinding(world.city.head, findingId, NOW));
    expect((await journalOf(world.city.head, id)).map(({ to }) => to)).toContain('FINISHED');
  });

  it('tell who changed a finding meanwhile, and take no part of another examination', async () => {
    const { id, findingId } = await examined(world.city.head, school);
    const finding = { theme: 'STAFF' as const, text: 'Вакансии', partId: null, criteria: [], causes: [] };
    value(await changeFinding(world.city.head, findingId, { ...finding, version: 1 }, NOW));
    const late = await changeFinding(world.city.staff, findingId, { ...finding, text: 'Иное', version: 1 }, NOW);
    expect(late).toMatchObject({ failure: { code: 'STALE_VERSION', detail: expect.stringContaining('Вакансии') } });
    const other = await examined(world.city.head, neighbour);
    const foreign = await addFinding(
      world.city.head,
      id,
      { ...finding, partId: await partOf(other.id, 'SURVEY') },
      NOW,
    );
    expect(code(foreign)).toBe('INVALID');
  });

  it('end with an act as docx for those who see the school', async () => {
    const { id } = await examined(world.city.head, school);
    const act = value(await examinationAct(school.principal, id, NOW));
    expect([...act.bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(act.name).toMatch(/^Акт обследования .*\.docx$/);
    expect(code(await examinationAct(neighbour.principal, id, NOW))).toBe('NOT_FOUND');
  });
});

describe('the workbook', () => {
  it('is published once and never changes; the next version is a draft of its own', async () => {
    const draft = value(await draftWorkbook(world.city.head, NOW));
    expect(code(await draftWorkbook(world.city.head, NOW))).toBe('CONFLICT');
    const { sections } = value(await workbookView(world.city.head, draft.id));
    value(await changeWorkbook(world.city.head, draft.id, { version: 1, title: 'Новая', sections }, NOW));
    expect(code(await changeWorkbook(world.city.head, draft.id, { version: 1, title: 'Ещё', sections }, NOW))).toBe(
      'STALE_VERSION',
    );
    expect(code(await publishWorkbook(world.city.staff, draft.id, 2, NOW))).toBe('FORBIDDEN');
    value(await publishWorkbook(world.city.head, draft.id, 2, NOW));
    expect(code(await changeWorkbook(world.city.head, draft.id, { version: 3, title: 'Поздно', sections }, NOW))).toBe(
      'WRONG_STATE',
    );
    expect(code(await workbookView(world.town.head, draft.id))).toBe('NOT_FOUND');
  });
});
