/** Tables of the region and of a city's schools as files: the rows of their pages, for those who may see them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as progressFile } from '@/app/(portal)/dashboard/schools/file/route';
import { GET as regionFile } from '@/app/(portal)/region/file/route';
import { GET as regionSchoolsFile } from '@/app/(portal)/region/schools/file/route';
import { orderedProgress, PROGRESS_VIEWS, progressOrder } from '@/components/dashboard/school-progress-order';
import type { Viewer } from '@/lib/access/viewer';
import { capitalised } from '@/lib/domain/russian';
import { regionOverview, schoolProgress, supportProgress } from '@/lib/portal/overview/queries';
import { tokenOf } from '../access/door-places';
import { type TestDatabase, testDatabase } from '../harness/database';
import { type AimsWorld, newAimsWorld, YEAR } from './aims-world';
import { NOW } from './card-world';
import { code, value } from './support-world';

let database: TestDatabase;
let world: AimsWorld;

beforeAll(async () => {
  database = await testDatabase();
  world = await newAimsWorld();
});
afterAll(() => database.close());

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, viewer: Viewer, query: Record<string, string> = {}): Promise<Response> {
  const { token } = await tokenOf(viewer);
  const address = `http://portal.test/file?${new URLSearchParams({ format: 'csv', ...query })}`;
  return route(new Request(address, { headers: { authorization: `Bearer ${token}` } }));
}

async function rowsOf(route: Route, viewer: Viewer, query: Record<string, string> = {}): Promise<string[][]> {
  const answer = await ask(route, viewer, query);
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).trimEnd().split('\r\n').slice(1);
  return lines.map((line) => line.split(';'));
}

describe('the schools of a city', () => {
  const here = () => ({ municipalityId: world.city.municipalityId, schoolYear: YEAR });

  it('have what their lists say: card, list, programme, recommendations', async () => {
    const { schools } = value(await schoolProgress(world.city.head, here(), NOW));
    const first = schools.find(({ schoolId }) => schoolId === world.first.schoolId);
    expect(first).toMatchObject({
      ...{ card: 'ACCEPTED', late: false, negativeSum: 3, listed: true, programme: 'APPROVED' },
      ...{ recommendationsIssued: 1, recommendationsDone: 1, recommendationsLate: 0, eventsAttended: 1 },
    });
    const second = schools.find(({ schoolId }) => schoolId === world.second.schoolId);
    expect(second).toMatchObject({ listed: false, programme: 'RUNNING', recommendationsIssued: 1, negativeSum: null });
    expect(schools).toHaveLength(4);
    const { cardsLate, recommendationsIssued } = value(await supportProgress(world.city.head, YEAR, NOW))[0] ?? {};
    expect(schools.filter(({ late }) => late)).toHaveLength(cardsLate ?? -1);
    expect(schools.reduce((sum, school) => sum + school.recommendationsIssued, 0)).toBe(recommendationsIssued);
  });

  it.each(Object.keys(PROGRESS_VIEWS))('are in the file as the page shows them: %s', async (show) => {
    const { schools } = value(await schoolProgress(world.city.head, here(), new Date()));
    const asked = { show, sort: 'sum', direction: 'descending' };
    const rows = await rowsOf(progressFile, world.city.head, { year: YEAR, ...asked });
    expect(rows.map(([name]) => name)).toEqual(orderedProgress(schools, progressOrder(asked)).map(({ name }) => name));
  });

  it('are shown to the centre and the region alone', async () => {
    const municipality = world.city.municipalityId;
    expect((await ask(progressFile, world.coordinator, { municipality, year: YEAR })).status).toBe(200);
    expect((await ask(progressFile, world.town.head, { municipality })).status).toBe(404);
    expect((await ask(progressFile, world.first.principal)).status).toBe(403);
    expect((await ask(progressFile, world.admin)).status).toBe(403);
    expect((await ask(progressFile, world.city.head, { municipality: 'x' })).status).toBe(404);
    expect(code(await schoolProgress(world.city.head, { schoolYear: '1900-1901' }, NOW))).toBe('OK');
  });
});

describe('the region', () => {
  it('has a row a municipality with the figures of its page', async () => {
    const { municipalities } = value(await regionOverview(world.coordinator, YEAR));
    const rows = await rowsOf(regionFile, world.coordinator, {
      schoolYear: YEAR,
      sort: 'schools',
      direction: 'descending',
    });
    expect(rows).toHaveLength(municipalities.length);
    const city = municipalities.find(({ municipalityId }) => municipalityId === world.city.municipalityId);
    const row = rows.find(([name]) => name === capitalised(city?.name ?? ''));
    expect(row?.slice(2, 6).map(Number)).toEqual([
      city?.schools,
      city?.cardsAccepted,
      city?.cardsSubmitted,
      city?.cardsAtSchools,
    ]);
    const schools = rows.map((cells) => Number(cells[2]));
    expect(schools).toEqual([...schools].sort((a, b) => b - a));
  });

  it('has all its schools, or those of one municipality', async () => {
    const all = await rowsOf(regionSchoolsFile, world.coordinator, { schoolYear: YEAR });
    const own = await rowsOf(regionSchoolsFile, world.coordinator, {
      schoolYear: YEAR,
      municipality: world.city.municipalityId,
    });
    expect(own).toHaveLength(4);
    expect(all.length).toBeGreaterThanOrEqual(own.length);
  });

  it('is for СОИРО alone', async () => {
    for (const route of [regionFile, regionSchoolsFile]) {
      for (const viewer of [world.city.head, world.city.staff, world.first.principal, world.admin])
        expect([viewer.role, (await ask(route, viewer, { schoolYear: YEAR })).status]).toEqual([viewer.role, 403]);
    }
  });
});
