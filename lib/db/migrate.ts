/**
 * Applies the ordinary Prisma migrations of prisma/migrations and keeps Prisma's own table, so that
 * `prisma migrate deploy` and this go together. Each migration and its entry are one transaction: a crash in between
 * leaves neither (docs/decisions/0008-migrations.md).
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { DatabaseFault } from './fault';

/** Prisma's own number for the lock under which migrations run. */
const ADVISORY_LOCK = 72707369;
const APPLICATION_ROLE = 'moc_app';
const LEAST_VERSION = 15;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma counts it */
  checksum: string;
}

/** The migrations of this version of the portal, in order. */
export function ownMigrations(folder = migrationsFolder()): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function migrationsFolder(): string {
  return resolve(/* turbopackIgnore: true */ 'prisma', 'migrations');
}

/** Names of the migrations that the database lacks; none when it is up to date. */
export async function pendingMigrations(connectionString: string): Promise<string[]> {
  const client = await connected(connectionString);
  try {
    return (await missing(client, ownMigrations())).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * Brings the database up to date and gives the names of what was applied. `only` limits it to the named migrations
 * (restoring an older backup). Throws DatabaseFault.
 */
export async function applyMigrations(
  connectionString: string,
  onProgress: (name: string) => void = () => {},
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = await connected(connectionString);
  try {
    const migrations = ownMigrations().filter(({ name }) => only?.has(name) ?? true);
    if ((await missing(client, migrations)).length === 0) return [];
    await requireUsable(client);
    // One process at a time; a second one waits and then finds nothing to do.
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const pending = await missing(client, migrations);
    for (const migration of pending) {
      onProgress(migration.name);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: 'moc-migrations',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseFault(
      `База данных недоступна (${(error as Error).message}): проверьте DATABASE_URL и сервер PostgreSQL.`,
    );
  }
}

async function missing(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const table = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "there"`);
  if (!table.rows[0].there) return migrations;
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "finished"
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const own = new Map(ownMigrations().map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const mine = own.get(row.name);
    if (!mine)
      throw new DatabaseFault(`База данных новее этой версии портала (в ней есть «${row.name}»): обновите портал.`);
    if (!row.finished) {
      throw new DatabaseFault(
        `Изменение базы «${row.name}» начато другой программой и не закончено: восстановите базу из копии или выполните prisma migrate resolve.`,
      );
    }
    if (mine.checksum !== row.checksum) {
      throw new DatabaseFault(
        `Изменение базы «${row.name}» применено в другом виде, чем в этой версии портала: верните прежний файл migration.sql.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const started = new Date();
  try {
    await client.query('BEGIN');
    await client.query(MIGRATIONS_TABLE);
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, started],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new DatabaseFault(
      `Изменение базы «${name}» не применено: ${(error as Error).message}. База осталась прежней.`,
    );
  }
}

/** What every migration takes for granted: version, encoding, the right to make the application role. */
async function requireUsable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; makes: boolean; role: boolean; me: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS "version",
       pg_encoding_to_char(encoding) AS "encoding",
       (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS "makes",
       EXISTS (SELECT FROM pg_roles WHERE rolname = '${APPLICATION_ROLE}') AS "role",
       quote_ident(current_user) AS "me"
     FROM pg_database WHERE datname = current_database()`,
  );
  const server = rows[0];
  if (!server) throw new DatabaseFault('База данных не отвечает на вопросы о себе.');
  if (server.version < LEAST_VERSION)
    throw new DatabaseFault(`Нужен PostgreSQL не ниже ${LEAST_VERSION}, а сервер — ${server.version}.`);
  if (server.encoding !== 'UTF8')
    throw new DatabaseFault(
      `Нужна база в кодировке UTF8, а не ${server.encoding}: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  if (!server.role && !server.makes) {
    throw new DatabaseFault(
      `Роль ${APPLICATION_ROLE} не создать: выполните от имени администратора PostgreSQL «CREATE ROLE ${APPLICATION_ROLE} NOLOGIN; GRANT ${APPLICATION_ROLE} TO ${server.me};» и повторите.`,
    );
  }
}

/** Throws DatabaseFault when the one who connects may not work under the application role. */
export async function requireApplicationRole(connectionString: string): Promise<void> {
  const client = await connected(connectionString);
  try {
    await client.query(`SET ROLE ${APPLICATION_ROLE}`);
  } catch {
    const { rows } = await client.query('SELECT quote_ident(session_user) AS "me"');
    throw new DatabaseFault(
      `Роль ${APPLICATION_ROLE} недоступна: выполните от имени администратора PostgreSQL «GRANT ${APPLICATION_ROLE} TO ${rows[0].me};» и повторите.`,
    );
  } finally {
    await client.end();
  }
}
