import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedServer, embeddedServer } from '../../lib/db/embedded';
import { applyMigrations, requireApplicationRole } from '../../lib/db/migrate';
import {
  type DataEnvironment,
  dataEnvironment,
  type PortalEnvironment,
  portalEnvironment,
  provideInstallation,
} from '../../lib/env';
import { requireBucket } from '../../lib/work/storage-bucket';

/** An installation with its database up and up to date, known to this process (lib/env.ts). */
export interface Installation extends OpenDatabase {
  environment: PortalEnvironment;
  /** the address people use, without a trailing slash */
  publicAddress: string;
}

/** The database of an environment, up, with whatever is in it. */
export interface OpenDatabase {
  /** the owner's address of the database */
  ownerUrl: string;
  /** null with DATABASE_URL */
  embedded: EmbeddedServer | null;
  close(): Promise<void>;
}

/** Brings PostgreSQL up (the embedded one without DATABASE_URL) and changes nothing in it. Throws DatabaseFault. */
export async function openDatabase(
  say: (line: string) => void,
  environment: DataEnvironment = dataEnvironment(),
): Promise<OpenDatabase> {
  const embedded = environment.databaseUrl === null ? await embeddedDatabase(environment, say) : null;
  return {
    ownerUrl: environment.databaseUrl ?? embedded?.ownerUrl ?? '',
    embedded,
    async close() {
      await globalThis.mocPrismaClient?.$disconnect();
      await embedded?.stop();
    },
  };
}

/**
 * Brings the installation of this environment up: PostgreSQL, migrations, the secret. Throws EnvironmentFault and
 * DatabaseFault.
 */
export async function openInstallation(
  say: (line: string) => void,
  environment: PortalEnvironment = portalEnvironment(),
): Promise<Installation> {
  await requireBucket();
  const database = await openDatabase(say, environment);
  try {
    const { ownerUrl } = database;
    await applyMigrations(ownerUrl, (name) => say(`Изменяю базу данных: ${name}…`));
    await requireApplicationRole(ownerUrl);
    // uploaded files are nobody's business on this machine
    mkdirSync(filesDirectory(environment.dataDirectory), { recursive: true, mode: 0o700 });
    const publicAddress = environment.publicAddress ?? `http://127.0.0.1:${environment.port}`;
    provideInstallation({
      databaseUrl: ownerUrl,
      dataDirectory: environment.dataDirectory,
      sessionSecret: environment.sessionSecret ?? keptSecret(environment.dataDirectory),
      publicAddress,
      trustHost: environment.publicAddress === null,
    });
    return { ...database, environment, publicAddress };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Where uploaded files stand. */
export function filesDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'files');
}

/** bootstrap.mjs learns the server's process, to stop it when this one is killed by force. */
function embeddedDatabase(environment: DataEnvironment, say: (line: string) => void): Promise<EmbeddedServer> {
  return embeddedServer(environment.dataDirectory, {
    say,
    onStarted: (databasePid) => {
      if (process.connected) process.send?.({ databasePid });
    },
  });
}

/** The secret that signs sessions, made once and kept in the data directory, readable by its owner alone. */
function keptSecret(dataDirectory: string): string {
  const path = join(dataDirectory, 'secret');
  if (existsSync(path)) {
    const secret = readFileSync(path, 'utf8').trim();
    if (secret !== '') return secret;
  }
  mkdirSync(dataDirectory, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(`${path}.new`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secret;
}
