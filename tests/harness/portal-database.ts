/** The database of the shared portal of the project «e2e», seen by its owner: row-level security does not bind it. */
import pg from 'pg';
import { inject } from 'vitest';
import { embeddedServer } from '@/lib/db/embedded';

/** Connects to the running portal's database, for looking at what happened; end it in afterAll. */
export async function portalDatabase(): Promise<pg.Client> {
  const { ownerUrl } = await embeddedServer(inject('portalDataDirectory'), { say: () => {} });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return client;
}

/** Rows and a digest of each table: equal answers mean that nothing was changed in between. */
export async function contentOf(client: pg.Client): Promise<Record<string, string>> {
  const tables = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ content: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS content FROM "${name}" t`,
    );
    content[name] = rows[0]?.content ?? '';
  }
  return content;
}
