/** The database client that Prisma makes of prisma/schema. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, MODULES, ROOT, read, refuse, say } from './basics.mjs';
import { runtime } from './dependencies.mjs';
import { isStopping, run } from './processes.mjs';

const GENERATED = join(MODULES, '.moc-generated');

function wantedClient() {
  const folder = join(ROOT, 'prisma', 'schema');
  const files = readdirSync(folder).sort();
  const version = read(join(MODULES, 'prisma', 'package.json'));
  return hashOf(version, ...files.flatMap((file) => [file, read(join(folder, file))]));
}

/** Whether the client is that of the schema as it is. */
export function isGenerated() {
  return read(GENERATED) === wantedClient() && existsSync(join(ROOT, 'lib', 'db', 'generated', 'client.ts'));
}

/** Makes the client; ends the process with one line when that fails. */
export async function generate() {
  say('Создаю клиент базы данных (prisma generate)…');
  rmSync(GENERATED, { force: true });
  const { code, signal } = await run(
    runtime(),
    [join(MODULES, 'prisma', 'build', 'index.js'), 'generate', '--no-hints'],
    {
      // The schema engine is looked for and not used; without this Prisma would download it.
      quiet: true,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: runtime(), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
  if (isStopping()) process.exit(130);
  if (code !== 0) refuse(`Клиент базы данных не создан (prisma generate: ${signal ?? code}).`);
  writeFileSync(GENERATED, wantedClient());
}
