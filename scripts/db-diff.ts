/**
 * `npm run db:diff`: the SQL of the next migration, from prisma/migrations (applied to a database that is thrown away)
 * to prisma/schema. What only migrations can say (checks, policies, collations) is not in it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedServer } from '../lib/db/embedded';
import { applyMigrations } from '../lib/db/migrate';
import { sqlFromDatabaseToSchema } from '../lib/db/schema-engine';
import { command } from './portal/command';

await command(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moc-diff-'));
  const server = await embeddedServer(folder, { say: () => {}, durable: false });
  try {
    await applyMigrations(server.ownerUrl);
    console.log(await sqlFromDatabaseToSchema(server.ownerUrl));
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(0);
});
