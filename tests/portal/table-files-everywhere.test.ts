/**
 * Every file of a table in the demonstration region, where no list is empty: the rows and the order of its page, for whoever
 * may see the page and for nobody else.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GET as eventCalendarFile } from '@/app/(portal)/calendar/[id]/file/route';
import { GET as eventReport } from '@/app/(portal)/calendar/[id]/report/file/route';
import { GET as participation } from '@/app/(portal)/calendar/participation/file/route';
import type { Viewer } from '@/lib/access/viewer';
import { tokenOf } from '../access/door-places';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { type FileTable, type People, UNKNOWN_ID } from './file-table';
import { TABLES } from './file-tables';
import { contextOf, csv, GIA_HEADER, looked, oge } from './import-world';

let database: TestDatabase;
let people: People;
const tokens = new Map<string, string>();

async function personOf(email: string): Promise<Viewer> {
  const account = await database.owner.account.findUniqueOrThrow({ where: { email } });
  const { regionId, municipalityId, schoolId, role, name } = account;
  const places =
    role === 'REGION_COORDINATOR'
      ? await database.owner.municipality.findMany({ where: { regionId: regionId ?? '' } })
      : [{ id: municipalityId ?? '' }];
  const municipalityIds = role === 'ADMIN' ? [] : places.map(({ id }) => id);
  const viewer: Viewer = {
    ...{ accountId: account.id, email, name, role, regionId, municipalityId, schoolId, municipalityIds },
    preferences: {},
  };
  tokens.set(account.id, (await tokenOf(viewer)).token);
  return viewer;
}

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  people = {
    head: await personOf('moc@demo.local'),
    region: await personOf('soiro@demo.local'),
    admin: await personOf('admin@demo.local'),
    principal: await personOf('director01@demo.local'),
    foreign: await personOf('moc.vyazma@demo.local'),
  };
  await addResults();
}, 300_000);
afterAll(() => database?.close());

/** What the region gets by files of results alone: signs of two works, and two imports. */
async function addResults(): Promise<void> {
  const { region, head, principal } = people;
  const municipalityId = head.municipalityId ?? '';
  const schools = await database.owner.school.findMany({
    where: { municipalityId },
    take: 5,
    orderBy: { code: 'asc' },
  });
  const signs = [{ code: 'S1', result: 'SIGN', figures: {}, pValue: null, qValue: null }];
  const works = [5, 6].flatMap((grade) => schools.map(({ id }) => ({ grade, schoolId: id, signs })));
  const work = { municipalityId, schoolYear: '2019-2020', subject: 'Математика', computedAt: NOW };
  await database.owner.objectivityResult.createMany({ data: works.map((one) => ({ ...one, ...work })) });
  const [first] = schools;
  const own = schools.find(({ id }) => id === principal.schoolId) ?? first;
  if (!own) throw new Error('a city without schools');
  await looked(region, contextOf({ code: own.code }), { kind: 'CONTEXT' });
  await looked(region, csv(GIA_HEADER, oge({ code: own.code }, 1)));
}

async function ask(table: FileTable, who: keyof People, query: Record<string, string>, id?: string): Promise<Response> {
  const params = await table.params?.(people[who], people, database.owner);
  const [name] = Object.keys(params ?? {});
  const asked = id && name ? { [name]: id } : params;
  const address = `http://portal.test/file?${new URLSearchParams({ format: 'csv', ...query })}`;
  const headers = { authorization: `Bearer ${tokens.get(people[who].accountId)}` };
  return table.route(new Request(address, { headers }), addressOf(asked));
}

const addressOf = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params as never) });

/** The cells of a csv under its header. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(1, -1);
}

const cases = TABLES.flatMap((table) => table.asked.map((asked) => ({ table, ...asked })));

it.each(cases)('$table.name $query, $who: the rows of the page', async ({ table, query, who, rows }) => {
  const answer = await ask(table, who, query);
  expect(answer.status, await answer.clone().text()).toBe(200);
  const column = cellsOf(await answer.text()).map((cells) => cells[table.column ?? 0]);
  const params = await table.params?.(people[who], people, database.owner);
  expect(column).toEqual(await rows(people[who], query, Object.values(params ?? {})[0] ?? ''));
  expect(column.length).toBeGreaterThan(0);
});

it.each(TABLES)('$name: not for others', async (table) => {
  const answers: Record<string, number> = {};
  for (const who of Object.keys(table.others)) {
    answers[who] = (await ask(table, who as keyof People, table.asked[0]?.query ?? {})).status;
  }
  expect(answers).toEqual(table.others);
  const stranger = await table.route(new Request('http://portal.test/file'), addressOf());
  expect(stranger.status).toBe(401);
});

it.each(TABLES.filter(({ params }) => params))('$name: of nothing that is there', async (table) => {
  for (const id of [UNKNOWN_ID, 'нет', "';--"]) {
    const answer = await ask(table, table.asked[0]?.who ?? 'head', {}, id);
    expect([id, answer.status]).toEqual([id, 404]);
  }
});

const tableOf = (name: string): FileTable => {
  const table = TABLES.find((one) => one.name === name);
  if (!table) throw new Error(name);
  return table;
};
const csvOf = async (name: string, who: keyof People, query: Record<string, string>) =>
  cellsOf(await (await ask(tableOf(name), who, query)).text());

it('a school finds itself alone in files of support, and not how many others a decision is about', async () => {
  const { shortName } = await database.owner.school.findUniqueOrThrow({
    where: { id: people.principal.schoolId ?? '' },
  });
  for (const name of ['examinations', 'risks']) {
    for (const [school] of await csvOf(name, 'principal', { year: '2019-2020' })) expect(school).toBe(shortName);
  }
  for (const cells of await csvOf('decisions', 'principal', {})) expect(cells[6]).toBe('');
  expect((await csvOf('decisions', 'head', {})).every((cells) => /^\d+$/.test(cells[6] ?? ''))).toBe(true);
});

it('a group under five is hidden outside its school', async () => {
  const rows = await csvOf('development', 'head', { year: '2019-2020', table: 'routes' });
  const numbers = rows.flatMap((cells) => cells.slice(3));
  expect(numbers).toContain('скрыто');
  for (const number of numbers) expect(number === 'скрыто' || number === '0' || Number(number) >= 5).toBe(true);
});

it('СОИРО gets one municipality of the region where the page is narrowed to it, and none of another region', async () => {
  const year = '2019-2020';
  const municipality = people.head.municipalityId ?? '';
  const examinations = (more: Record<string, string>) => csvOf('examinations', 'region', { year, ...more });
  const city = await examinations({ municipality });
  expect(city).toEqual(await csvOf('examinations', 'head', { year }));
  expect(await examinations({ municipality: people.foreign.municipalityId ?? '' })).toEqual([]);
  expect((await ask(tableOf('examinations'), 'region', { municipality: UNKNOWN_ID })).status).toBe(404);
});

it('the outbox leaves texts in the portal: they hold links that open accounts', async () => {
  const text = await (await ask(tableOf('outbox'), 'admin', {})).text();
  expect(text).not.toMatch(/https?:|invitation/);
});

it('no table of teachers’ development by a name that is none', async () => {
  for (const table of ['toString', 'нет']) {
    expect((await ask(tableOf('development'), 'head', { table })).status).toBe(404);
  }
});

it('lists of an event and of a year’s participation come as documents to those who may read them', async () => {
  const event = await database.owner.event.findFirstOrThrow({
    where: { municipalityId: people.head.municipalityId, status: 'PUBLISHED' },
    orderBy: { startsAt: 'asc' },
  });
  const known = { params: Promise.resolve({ id: event.id }) };
  const documentOf = async (route: typeof eventReport, who: keyof People, query: string) => {
    const headers = { authorization: `Bearer ${tokens.get(people[who].accountId)}` };
    const answer = await route(new Request(`http://portal.test/file?${query}`, { headers }), known);
    const body = Buffer.from(await answer.arrayBuffer());
    return answer.status === 200 ? body.subarray(0, 2).toString() : answer.status;
  };
  for (const format of ['docx', 'xlsx']) expect(await documentOf(eventReport, 'head', `format=${format}`)).toBe('PK');
  expect(await documentOf(eventReport, 'admin', '')).toBe(403);
  expect(await documentOf(eventReport, 'foreign', '')).toBe(404);
  expect(await documentOf(participation, 'head', 'year=2019-2020')).toBe('PK');
  expect(await documentOf(participation, 'admin', '')).toBe(403);
  expect(await documentOf(eventCalendarFile, 'head', '')).toBe('BE');
  expect(await documentOf(eventCalendarFile, 'foreign', '')).toBe(404);
});
