import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { applyMigrations, ownMigrations, pendingMigrations, requireApplicationRole } from '@/lib/db/migrate';
import { sqlFromDatabaseToSchema } from '@/lib/db/schema-engine';
import { createTestDatabase, dropTestDatabase } from '@/tests/harness/database';

const databases: string[] = [];

async function database(options = {}): Promise<string> {
  const url = await createTestDatabase(options);
  databases.push(url);
  return url;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const names = ownMigrations().map(({ name }) => name);

afterAll(async () => {
  for (const url of databases) await dropTestDatabase(url);
});

describe('migrations', () => {
  test('make what prisma/schema says, and a difference would be seen', async () => {
    const url = await database();
    expect((await sqlFromDatabaseToSchema(url)).trim()).toBe('-- This is an empty migration.');
    await query(url, 'ALTER TABLE region ADD COLUMN probe int');
    expect(await sqlFromDatabaseToSchema(url)).toContain('DROP COLUMN "probe"');
  });

  test('are applied once, also by two who start at the same time, in the form Prisma keeps', async () => {
    const url = await database({ blank: true });
    expect(await pendingMigrations(url)).toEqual(names);
    const applied = await Promise.all([applyMigrations(url), applyMigrations(url)]);
    expect(applied.flat()).toEqual(names);
    const rows = await query(
      url,
      `SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "finished", rolled_back_at, applied_steps_count AS "steps"
       FROM "_prisma_migrations" ORDER BY migration_name`,
    );
    const expected = { finished: true, rolled_back_at: null, steps: 1 };
    expect(rows).toEqual(ownMigrations().map(({ name, checksum }) => ({ name, checksum, ...expected })));
    expect(await pendingMigrations(url)).toEqual([]);
    await requireApplicationRole(url);
  });

  test('that break leave the database as it was', async () => {
    const url = await database({ blank: true });
    await query(url, 'CREATE TABLE letter (something int)');
    await expect(applyMigrations(url)).rejects.toThrow(/не применено/);
    const tables = await query<{ name: string }>(
      url,
      `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables).toEqual([{ name: 'letter' }]);
    await query(url, 'DROP TABLE letter');
    expect(await applyMigrations(url)).toEqual(names);
  });

  test.each([
    ['is newer than this version', `UPDATE "_prisma_migrations" SET migration_name = '29990101000000_future'`, /новее/],
    ['was changed by other files', `UPDATE "_prisma_migrations" SET checksum = 'other'`, /в другом виде/],
    ['was left half-done by another tool', `UPDATE "_prisma_migrations" SET finished_at = NULL`, /не закончено/],
  ])('refuse a database that %s', async (_case, sql, message) => {
    const url = await database();
    await query(url, `${sql} WHERE migration_name = '${names[0]}'`);
    await expect(applyMigrations(url)).rejects.toThrow(message);
  });

  test('say in one line what an administrator of PostgreSQL has to run', async () => {
    const url = new URL(await database({ blank: true }));
    const role = `moc_test_guest_${process.pid}`;
    await query(url.href, `CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
    await query(url.href, `GRANT ALL ON SCHEMA public TO ${role}`);
    const guest = new URL(url.href);
    guest.username = role;
    guest.password = 'guest';
    try {
      await expect(requireApplicationRole(guest.href)).rejects.toThrow(`GRANT moc_app TO ${role};`);
    } finally {
      await query(url.href, `REVOKE ALL ON SCHEMA public FROM ${role}`);
      await query(url.href, `DROP ROLE ${role}`);
    }
  });
});
