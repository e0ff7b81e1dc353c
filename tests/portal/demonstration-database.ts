/** A PostgreSQL of its own for the tests of the demonstration region. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';

export interface TestServer {
  /** a database with the tables and nothing in them; gives the owner's address */
  emptyDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** The rows of a query. */
export async function rowsOf<Row>(client: pg.Client, query: string): Promise<Row[]> {
  return (await client.query(query)).rows as Row[];
}

export async function testServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-demonstration-'));
  const server = await embeddedServer(folder, { say: () => {}, durable: false });
  return {
    async emptyDatabase(name) {
      const owner = new URL(server.ownerUrl);
      const superuser = await connect(server.superuserUrl);
      await superuser.query(`CREATE DATABASE ${name} OWNER ${owner.username}`);
      await superuser.end();
      owner.pathname = `/${name}`;
      await applyMigrations(owner.href);
      return owner.href;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
