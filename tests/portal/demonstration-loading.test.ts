import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isEmpty, loadDemonstration } from '@/prisma/demo/load';
import { connect, rowsOf, type TestServer, testServer } from './demonstration-database';

let server: TestServer;
let loaded: pg.Client;
let loadingTook: number;
const told: string[] = [];

async function tableNames(client: pg.Client): Promise<string[]> {
  const found = await rowsOf<{ name: string }>(
    client,
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  return found.map(({ name }) => name);
}

/** A fingerprint of the contents of every table. */
async function contents(client: pg.Client): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const name of await tableNames(client)) {
    const [print] = await rowsOf<{ md5: string; count: string }>(
      client,
      `SELECT count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text COLLATE "C"), '')) AS "md5" FROM "${name}" t`,
    );
    prints[name] = `${print?.count} ${print?.md5}`;
  }
  return prints;
}

beforeAll(async () => {
  server = await testServer();
  const address = await server.emptyDatabase('demonstration');
  loaded = await connect(address);
  expect(await isEmpty(loaded)).toBe(true);
  const started = performance.now();
  await loadDemonstration(address, (text) => told.push(text));
  loadingTook = performance.now() - started;
}, 120_000);

afterAll(async () => {
  await loaded?.end();
  await server?.stop();
});

describe('loading', () => {
  test('takes less than a minute and marks the installation as a demonstration', async () => {
    expect(loadingTook).toBeLessThan(60_000);
    expect(await isEmpty(loaded)).toBe(false);
    expect(await rowsOf(loaded, `SELECT value FROM installation WHERE key = 'demonstration'`)).toEqual([
      { value: true },
    ]);
  });

  test('two loads are equal in every table', async () => {
    const address = await server.emptyDatabase('second');
    await loadDemonstration(address);
    const second = await connect(address);
    const [one, other] = [await contents(loaded), await contents(second)];
    await second.end();
    expect(Object.keys(one).length).toBeGreaterThan(25);
    expect(other).toEqual(one);
  }, 120_000);

  test('a failure half-way leaves nothing, and the next load succeeds', async () => {
    const address = await server.emptyDatabase('half');
    const client = await connect(address);
    const before = await contents(client);
    await client.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'power cut'; END $$`);
    await client.query('CREATE TRIGGER power_cut BEFORE INSERT ON letter EXECUTE FUNCTION fail()');
    await expect(loadDemonstration(address)).rejects.toThrow('power cut');
    expect(await contents(client)).toEqual(before);
    expect(await isEmpty(client)).toBe(true);
    await client.query('DROP TRIGGER power_cut ON letter');
    await loadDemonstration(address);
    expect(await isEmpty(client)).toBe(false);
    await client.end();
  }, 120_000);

  test('of two loads at once one succeeds and the other changes nothing', async () => {
    const address = await server.emptyDatabase('twice');
    const results = await Promise.allSettled([loadDemonstration(address), loadDemonstration(address)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const client = await connect(address);
    expect(await rowsOf(client, 'SELECT count(*)::int FROM region')).toEqual([{ count: 1 }]);
    await client.end();
  }, 120_000);

  test('tells what it loads', () => {
    expect(told).toContain('карты школ');
    expect(new Set(told).size).toBeGreaterThan(10);
  });
});
