/** Databases for tests: each a fresh copy of the migrated one, some with the demonstration region in it. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { inject } from 'vitest';
import { PrismaClient } from '@/lib/db/generated/client';
import { provideInstallation } from '@/lib/env';
import { loadDemonstration } from '@/prisma/demo/load';

const DEMONSTRATION_LOCK = 515151;

export interface TestDatabase {
  /** the owner's address */
  url: string;
  /** a client of the owner: row-level security does not bind it; for arranging and for looking */
  owner: PrismaClient;
  /** the data directory that the portal's code uses in this test */
  dataDirectory: string;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** with the demonstration region in it */
  demonstration?: boolean;
  /** without any table */
  blank?: boolean;
}

/**
 * A database of this test alone, which the portal's own code (lib/access/door.ts) works on from now on. One at a time in
 * a file; close it in afterAll.
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const url = await createTestDatabase(options);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'moc-test-data-'));
  provideInstallation({
    databaseUrl: url,
    dataDirectory,
    sessionSecret: 'a secret of the tests, not of the portal',
    publicAddress: 'http://127.0.0.1:3000',
    trustHost: true,
  });
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 5 }) });
  return {
    url,
    owner,
    dataDirectory,
    async close() {
      await owner.$disconnect();
      await globalThis.mocPrismaClient?.$disconnect();
      globalThis.mocPrismaClient = undefined;
      await dropTestDatabase(url);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Makes a database and gives its owner's address. */
export async function createTestDatabase({ demonstration, blank }: TestDatabaseOptions = {}): Promise<string> {
  const { adminUrl, templateUrl } = inject('databaseServer');
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  url.pathname = `/moc_test_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (client) => {
    // A template may have one user at a time, and the first who wants the region loads it.
    await client.query('SELECT pg_advisory_lock($1)', [DEMONSTRATION_LOCK]);
    const whole = demonstration ? await demonstrationTemplate(client, template, templateUrl) : template;
    const source = blank ? 'template0' : whole;
    await client.query(`CREATE DATABASE ${url.pathname.slice(1)} TEMPLATE ${source} OWNER ${url.username}`);
  });
  return url.href;
}

export async function dropTestDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  if (!name.startsWith('moc_test_')) throw new Error(`Not a test database: ${name}`);
  await withClient(inject('databaseServer').adminUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  );
}

async function demonstrationTemplate(admin: pg.Client, template: string, templateUrl: string): Promise<string> {
  const name = `${template}_demonstration`;
  const there = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (there.rowCount) return name;
  const unfinished = new URL(templateUrl);
  unfinished.pathname = `/${name}_unfinished`;
  await admin.query(`DROP DATABASE IF EXISTS ${name}_unfinished WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}_unfinished TEMPLATE ${template} OWNER ${unfinished.username}`);
  await loadDemonstration(unfinished.href);
  await withClient(unfinished.href, (client) => client.query('ANALYZE'));
  await admin.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
  return name;
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
