/**
 * Every file of a table in the demonstration region, where no list is empty: the rows and the order of its page, for whoever
 * may see the page and for nobody else.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { tokenOf } from '../access/door-places';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW } from './card-world';
import { type FileTable, type People, TABLES, UNKNOWN_ID } from './file-tables';
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
