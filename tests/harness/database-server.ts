/** Global setup of the project «portal»: one PostgreSQL for all files, with a migrated database to be copied. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import { testDatabaseUrl } from '@/lib/env';

/** Where test databases are made. */
export interface DatabaseServer {
  /** may make and drop databases */
  adminUrl: string;
  /** the owner of the portal's tables, with the template as database */
  templateUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = testDatabaseUrl();
  const { adminUrl, ownerUrl, stop } = given
    ? { adminUrl: given, ownerUrl: given, stop: async () => {} }
    : await embedded();
  const name = `moc_template_${process.pid}`;
  const template = new URL(ownerUrl);
  template.pathname = `/${name}`;
  await run(adminUrl, `CREATE DATABASE ${name} OWNER ${template.username}`);
  await applyMigrations(template.href);
  project.provide('databaseServer', { adminUrl, templateUrl: template.href });
  return async () => {
    if (given) {
      await run(adminUrl, `DROP DATABASE IF EXISTS ${name}_demonstration WITH (FORCE)`);
      await run(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
    await stop();
  };
}

async function embedded() {
  const folder = mkdtempSync(join(tmpdir(), 'moc-test-'));
  const server = await embeddedServer(folder, { say: () => {}, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { adminUrl: server.superuserUrl, ownerUrl: server.ownerUrl, stop };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
