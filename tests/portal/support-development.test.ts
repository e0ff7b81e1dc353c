/** Decisions, mentoring, courses, routes, projects and experience on a real database: rights, places, counts. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { controlDecision, keepDecision } from '@/lib/portal/decisions/commands';
import { decisionList, decisionView } from '@/lib/portal/decisions/queries';
import { decisionSchema } from '@/lib/portal/decisions/schema';
import {
  addPsychology,
  enrol,
  keepCourse,
  keepDeficit,
  keepMentoring,
  keepRoutes,
} from '@/lib/portal/development/commands';
import { developmentView } from '@/lib/portal/development/queries';
import { deficitSchema, mentoringSchema, psychologySchema, routesSchema } from '@/lib/portal/development/schema';
import { documentList } from '@/lib/portal/documents/queries';
import { documentQuerySchema } from '@/lib/portal/documents/schema';
import { keepExperience, keepProject, publishExperience } from '@/lib/portal/projects/commands';
import { experienceList, projectView } from '@/lib/portal/projects/queries';
import { projectSchema } from '@/lib/portal/projects/schema';
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

describe('a management decision', () => {
  const order = (more: object = {}) =>
    decisionSchema.parse({
      ...{ kind: 'ORDER', number: '123', decidedOn: '2020-10-01', title: 'О мерах', text: '', responsible: 'Методист' },
      ...{ dueOn: '2020-12-01', listId: '', schoolIds: [school.schoolId, neighbour.schoolId], recommendationIds: [] },
      ...more,
    });

  it('is the head’s; a school reads the own one and never which others it is about', async () => {
    await expectAll(
      [world.city.staff, school.principal, world.coordinator, world.admin],
      (viewer) => keepDecision(viewer, order(), NOW),
      'FORBIDDEN',
    );
    const { id } = value(await keepDecision(world.city.head, order(), NOW));
    expect(value(await decisionView(school.principal, id, NOW)).schoolNames).toHaveLength(1);
    expect(value(await decisionView(world.coordinator, id, NOW)).schoolNames).toHaveLength(2);
    expect(code(await decisionView(world.town.head, id, NOW))).toBe('NOT_FOUND');
    const bystander = await world.school();
    expect(code(await decisionView(bystander.principal, id, NOW))).toBe('NOT_FOUND');
  });

  it('is under control: late until it is executed, with words by what that is seen', async () => {
    const { id } = value(await keepDecision(world.city.head, order(), NOW));
    const later = new Date('2020-12-02T09:00:00Z');
    const late = async () => value(await decisionList(world.city.head, later)).rows.map((row) => row.late);
    expect(await late()).toEqual([true]);
    const executed = { version: 1, state: 'EXECUTED' as const, executedOn: '2020-12-02', executionNote: '' };
    expect(code(await controlDecision(world.city.staff, id, executed, later))).toBe('INVALID');
    value(await controlDecision(world.city.staff, id, { ...executed, executionNote: 'Есть отчёт' }, later));
    expect(await late()).toEqual([false]);
    expect(code(await keepDecision(world.city.head, order(), NOW, { id, version: 1 }))).toBe('STALE_VERSION');
    expect((await journalOf(world.city.head, id)).map(({ action }) => action)).toEqual([
      'decision.change',
      'decision.control',
    ]);
  });

  it('is about schools of the own city', async () => {
    const elsewhere = await world.school({ in: world.town });
    expect(code(await keepDecision(world.city.head, order({ schoolIds: [elsewhere.schoolId] }), NOW))).toBe('INVALID');
  });
});

describe('courses of СОИРО', () => {
  const course = (places: number) => ({
    ...{ title: 'Анализ результатов', hours: 36, places, startsOn: '2020-10-10', endsOn: '2020-11-10' },
    ...{ audience: 'Заместители директоров', active: true },
  });

  it('never give away more places than there are, even to two schools at once', async () => {
    const { id: courseId } = value(await keepCourse(world.coordinator, course(5), NOW));
    const both = await Promise.all(
      [school, neighbour].map(({ principal, schoolId }) =>
        enrol(principal, { courseId, schoolId, enrolled: 3, completed: 0 }, NOW),
      ),
    );
    expect(both.map(code).sort()).toEqual(['INVALID', 'OK']);
    expect(code(await keepCourse(world.coordinator, course(2), NOW, { id: courseId, version: 1 }))).toBe('INVALID');
    value(await keepCourse(world.coordinator, course(9), NOW, { id: courseId, version: 1 }));
  });

  it('are the region’s; a school enrols the own teachers alone', async () => {
    await expectAll(
      [world.city.head, world.city.staff, school.principal],
      (viewer) => keepCourse(viewer, course(5), NOW),
      'FORBIDDEN',
    );
    const { id: courseId } = value(await keepCourse(world.coordinator, course(5), NOW));
    const wish = { courseId, schoolId: neighbour.schoolId, enrolled: 1, completed: 0 };
    expect(code(await enrol(school.principal, wish, NOW))).toBe('NOT_FOUND');
    value(await enrol(world.city.staff, wish, NOW));
    const seen = async (viewer: Viewer) => value(await developmentView(viewer, SUPPORT_YEAR, NOW));
    expect(JSON.stringify(await seen(school.principal))).not.toContain(neighbour.schoolId);
  });
});

describe('counts of a school', () => {
  const deficit = (more: object = {}) =>
    deficitSchema.parse({
      ...{ schoolId: school.schoolId, schoolYear: SUPPORT_YEAR, subject: 'математика' },
      ...{ area: Object.keys(deficitSchema.shape.area.enum)[0], teachers: 6, withDeficit: 2 },
      ...more,
    });

  it('are entered by the school or МОЦ, the last word counts, no other school reads them', async () => {
    value(await keepDeficit(school.principal, deficit(), NOW));
    value(await keepDeficit(world.city.staff, deficit({ withDeficit: 3 }), NOW));
    expect(code(await keepDeficit(neighbour.principal, deficit(), NOW))).toBe('NOT_FOUND');
    await expectAll([world.coordinator, world.admin], (viewer) => keepDeficit(viewer, deficit(), NOW), 'FORBIDDEN');
    const view = JSON.stringify(value(await developmentView(neighbour.principal, SUPPORT_YEAR, NOW)));
    expect(view).not.toContain(school.schoolId);
  });

  it('of learning routes under five never leave the school', async () => {
    const routes = routesSchema.parse({
      ...{ schoolYear: SUPPORT_YEAR, grade: 7, subject: 'русский язык', routes: 3, progressing: 2, completed: 1 },
    });
    value(await keepRoutes(school.principal, routes, NOW));
    await expectAll([world.city.head, world.coordinator], (viewer) => keepRoutes(viewer, routes, NOW), 'FORBIDDEN');
    const seen = async (viewer: Viewer) => value(await developmentView(viewer, SUPPORT_YEAR, NOW)).routes;
    expect(await seen(school.principal)).toMatchObject([{ routes: 3 }]);
    for (const viewer of [world.city.head, world.coordinator]) {
      expect((await seen(viewer)).map(({ routes: shown }) => shown)).toEqual([null]);
    }
  });

  it('of psychologists are kept by МОЦ', async () => {
    const work = psychologySchema.parse({
      ...{ schoolId: school.schoolId, kind: 'TRAINING', heldOn: '2020-10-01', theme: 'Мотивация' },
      ...{ audience: 'TEACHERS', sessions: 1, participants: 12 },
    });
    value(await addPsychology(world.city.staff, work, NOW));
    expect(code(await addPsychology(school.principal, work, NOW))).toBe('FORBIDDEN');
  });

  it('of mentoring pairs name two schools of one city', async () => {
    const input = mentoringSchema.parse({
      ...{ kind: 'SCHOOL', mentorSchoolId: neighbour.schoolId, schoolId: school.schoolId, mentorPost: '' },
      ...{ menteePost: '', subject: '', goal: 'Разбор уроков', startsOn: '2020-10-01', endsOn: '' },
      ...{ status: 'PLANNED', outcome: '' },
    });
    const { id } = value(await keepMentoring(world.city.staff, input, NOW));
    expect(code(await keepMentoring(world.city.staff, { ...input, mentorSchoolId: school.schoolId }, NOW))).toBe(
      'INVALID',
    );
    value(await keepMentoring(world.city.head, { ...input, status: 'RUNNING' }, NOW, { id, version: 1 }));
    expect(code(await keepMentoring(world.city.staff, input, NOW, { id, version: 1 }))).toBe('STALE_VERSION');
    expect(code(await keepMentoring(school.principal, input, NOW))).toBe('FORBIDDEN');
  });
});

describe('projects and experience', () => {
  it('a project is led by МОЦ, read in the city, never overwritten', async () => {
    const input = projectSchema.parse({
      ...{ kind: 'PROJECT', title: 'Школа роста', aims: 'Поднять качество', status: 'RUNNING', startsOn: '2020-09-01' },
      ...{ endsOn: '', schoolIds: [school.schoolId], content: { stages: [], results: '', monitoring: [] } },
    });
    const { id } = value(await keepProject(world.city.staff, input, NOW));
    expect(value(await projectView(neighbour.principal, id)).title).toBe('Школа роста');
    expect(code(await projectView(world.town.head, id))).toBe('NOT_FOUND');
    value(await keepProject(world.city.head, input, NOW, { id, version: 1 }));
    expect(code(await keepProject(world.city.staff, input, NOW, { id, version: 1 }))).toBe('STALE_VERSION');
    expect(code(await keepProject(school.principal, input, NOW))).toBe('FORBIDDEN');
  });

  it('experience is a school’s own, shown to others when МОЦ publishes it, and anew after a change', async () => {
    const input = { schoolId: school.schoolId, projectId: null, title: 'Наш опыт', text: 'Как было', direction: '' };
    const { id } = value(await keepExperience(school.principal, input, NOW));
    const seen = async (viewer: Viewer) => value(await experienceList(viewer)).items.map(({ title }) => title);
    expect(await seen(neighbour.principal)).toEqual([]);
    expect(code(await publishExperience(school.principal, id, true, NOW))).toBe('FORBIDDEN');
    value(await publishExperience(world.city.staff, id, true, NOW));
    expect(await seen(neighbour.principal)).toEqual(['Наш опыт']);
    const library = async (q: string) =>
      value(await documentList(neighbour.principal, documentQuerySchema.parse({ q, type: 'Опыт школы' }))).items;
    expect(await library('опыте')).toMatchObject([{ title: 'Наш опыт', about: 'Как было', level: 'SCHOOL' }]);
    value(await keepExperience(school.principal, { ...input, text: 'Иначе' }, NOW, { id, version: 2 }));
    expect(await seen(neighbour.principal)).toEqual([]);
    expect(code(await keepExperience(neighbour.principal, input, NOW, { id, version: 3 }))).toBe('NOT_FOUND');
    // the approved text stays in the library until МОЦ publishes the new one or takes it back
    expect(await library('опыт')).toMatchObject([{ about: 'Как было' }]);
    const publish = (published: boolean) => publishExperience(world.city.staff, id, published, NOW);
    await Promise.all([publish(true), publish(true)]);
    expect(await library('опыт')).toMatchObject([{ about: 'Иначе' }]);
    value(await publish(false));
    expect(await library('опыт')).toEqual([]);
  });
});
