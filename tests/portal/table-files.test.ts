/** Tables of pages as files on a real database: the rows of the page under its conditions, and nobody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as eventsFile } from '@/app/(portal)/calendar/file/route';
import { GET as libraryFile } from '@/app/(portal)/library/file/route';
import { GET as schoolsFile } from '@/app/(portal)/schools/file/route';
import { GET as boardFile } from '@/app/(portal)/support/file/route';
import { GET as programmesFile } from '@/app/(portal)/support/programmes/file/route';
import { GET as recommendationsFile } from '@/app/(portal)/support/recommendations/file/route';
import type { Viewer } from '@/lib/access/viewer';
import { addDocument } from '@/lib/portal/documents/commands';
import { documentList } from '@/lib/portal/documents/queries';
import { documentQuerySchema, documentSchema } from '@/lib/portal/documents/schema';
import { eventCalendar } from '@/lib/portal/events/queries';
import { programmeList } from '@/lib/portal/programmes/queries';
import { recommendationList } from '@/lib/portal/recommendations/queries';
import { schoolRows } from '@/lib/portal/schools/queries';
import { openCases } from '@/lib/portal/support-cases/commands';
import { supportBoard } from '@/lib/portal/support-cases/queries';
import { tokenOf } from '../access/door-places';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { SUPPORT_YEAR, value } from './support-world';

let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let elsewhere: SchoolWithCard;
const FIRST = { page: 1, pageSize: 200 };
const YEAR = { from: '2020-09-01', to: '2021-08-31' };

beforeAll(async () => {
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  await world.school();
  elsewhere = await world.school({ in: world.town });
  const opening = { schoolYear: SUPPORT_YEAR, schoolIds: [school.schoolId], ground: 'Решение МОЦ' };
  value(await openCases(world.city.head, opening, NOW));
  await database.owner.programme.createMany({
    data: [school, elsewhere].map(({ schoolId, principal }) => ({
      schoolId,
      municipalityId: principal.municipalityId ?? '',
      schoolYear: SUPPORT_YEAR,
      title: '=Программа; «перехода»',
      content: {},
      changedBy: 'МОЦ',
      changedAt: NOW,
    })),
  });
  const place = { schoolId: school.schoolId, municipalityId: world.city.municipalityId, schoolYear: SUPPORT_YEAR };
  const told = { addressee: 'SCHOOL', dueOn: NOW, createdBy: 'МОЦ', createdAt: NOW, status: 'ISSUED' } as const;
  await database.owner.recommendation.createMany({
    data: ['Провести', 'Разобрать'].map((text) => ({ ...place, ...told, text, issuedAt: NOW })),
  });
  const when = { startsAt: new Date('2020-10-11T09:00:00Z'), endsAt: new Date('2020-10-11T10:00:00Z') };
  await database.owner.event.create({
    data: {
      ...{ regionId: world.regionId, municipalityId: world.city.municipalityId, title: 'Семинар', status: 'PUBLISHED' },
      ...{ ...when, kind: 'SEMINAR', direction: 'NETWORKING', changedBy: 'МОЦ', changedAt: NOW },
    },
  });
  const title = (name: string, kind: 'ACT' | 'MATERIAL') =>
    addDocument(world.city.head, documentSchema.parse({ kind, type: 'Приказ', title: name }), NOW);
  value(await title('О мероприятии', 'ACT'));
  value(await title('Об отчёте', 'MATERIAL'));
});
afterAll(() => database.close());

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, viewer: Viewer, query: Record<string, string> = {}): Promise<Response> {
  const { token } = await tokenOf(viewer);
  const address = `http://portal.test/file?${new URLSearchParams(query)}`;
  return route(new Request(address, { headers: { authorization: `Bearer ${token}` } }));
}

/** The lines of the csv under its header, as texts. */
async function linesOf(route: Route, viewer: Viewer, query: Record<string, string> = {}): Promise<string[]> {
  const answer = await ask(route, viewer, { format: 'csv', ...query });
  expect(answer.status).toBe(200);
  return (await answer.text()).trimEnd().split('\r\n').slice(1);
}

const startsOf = (lines: string[]) => lines.map((line) => line.split(';')[0]);

describe('a table of a page as a file', () => {
  it('has the schools of the page under its conditions', async () => {
    for (const q of ['', school.code]) {
      for (const viewer of [world.city.head, world.coordinator]) {
        const { items } = await schoolRows(viewer, { q, closed: false }, FIRST);
        const codes = (await linesOf(schoolsFile, viewer, { q })).map((line) => line.split(';')[2]);
        expect(codes).toEqual(items.map(({ code }) => code));
        expect(codes).toContain(school.code);
      }
    }
    expect((await linesOf(schoolsFile, world.city.head)).join()).not.toContain(elsewhere.code);
  });

  it('has the board of the page under its conditions', async () => {
    for (const stuck of [false, true]) {
      const { rows } = value(await supportBoard(world.city.head, { schoolYear: SUPPORT_YEAR, stuck }, new Date()));
      const lines = await linesOf(boardFile, world.city.head, { year: SUPPORT_YEAR, stuck: stuck ? 'yes' : '' });
      expect(startsOf(lines)).toEqual(rows.map(({ schoolName }) => schoolName));
      expect(lines.length).toBeGreaterThan(0);
    }
    expect(await linesOf(boardFile, world.town.head, { year: SUPPORT_YEAR })).toEqual([]);
  });

  it('has the programmes of the page, a title is no formula', async () => {
    for (const viewer of [world.city.head, school.principal]) {
      const { rows } = value(await programmeList(viewer, SUPPORT_YEAR, new Date()));
      const lines = await linesOf(programmesFile, viewer, { year: SUPPORT_YEAR });
      expect(startsOf(lines)).toEqual(rows.map(({ schoolName }) => schoolName));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(`"'=Программа; «перехода»"`);
    }
  });

  it('has the recommendations and the events of the page', async () => {
    const { rows } = value(
      await recommendationList(world.city.head, { schoolYear: SUPPORT_YEAR, overdue: false }, new Date()),
    );
    const recommendations = await linesOf(recommendationsFile, world.city.head, { year: SUPPORT_YEAR });
    expect(startsOf(recommendations)).toEqual(rows.map(({ text }) => text));
    expect(recommendations).toHaveLength(2);
    const { events } = value(await eventCalendar(world.city.head, YEAR));
    const lines = await linesOf(eventsFile, world.city.head, { month: '2020-10' });
    expect(startsOf(lines)).toEqual(events.map(({ title }) => title));
    expect(lines).toHaveLength(1);
    expect(await linesOf(eventsFile, world.city.head, { month: '2021-10' })).toEqual([]);
  });

  it('has the documents of the page under its conditions', async () => {
    for (const more of [{}, { kind: 'ACT' }, { q: 'отчёт' }] as Record<string, string>[]) {
      const { items } = value(await documentList(school.principal, documentQuerySchema.parse(more)));
      const lines = await linesOf(libraryFile, school.principal, more);
      expect(startsOf(lines)).toEqual(items.map(({ title }) => title));
      expect(lines.length).toBeGreaterThan(0);
    }
    expect(await linesOf(libraryFile, world.city.head, { kind: 'ACT' })).toHaveLength(1);
  });

  it('is a workbook when that is asked for', async () => {
    const answer = await ask(schoolsFile, world.city.head, { format: 'xlsx' });
    expect(answer.headers.get('content-disposition')).toContain('.xlsx');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('of all schools is not for a principal, and none is for a stranger', async () => {
    for (const route of [schoolsFile, boardFile]) {
      expect((await ask(route, school.principal)).status).toBe(403);
    }
    for (const route of [schoolsFile, boardFile, programmesFile, recommendationsFile, libraryFile, eventsFile]) {
      expect((await route(new Request('http://portal.test/file'))).status).toBe(401);
    }
  });
});
