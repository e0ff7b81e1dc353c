import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack } from 'tar-stream';
import { ownMigrations } from '../migrate';
import { COMPLETE, type Complete, FILES, MANIFEST, type Manifest, TABLE_SUFFIX, TABLES } from './format';
import { quoted, tablesInOrder } from './tables';

/** Where lib/work/storage.ts receives uploads. */
const UNDER_WAY = `${FILES}incoming/`;

/**
 * Writes the database, as it is at one moment, and the uploaded files into one file, readable by its owner alone. It
 * appears under its name only when whole. `files` gives their folder once the tables are read: a file whose row is in the
 * copy is then there as well. Gives the number of rows and files.
 */
export async function writeBackup(
  connectionString: string,
  files: () => Promise<string>,
  target: string,
): Promise<Complete> {
  const unfinished = `${target}.${process.pid}.new`;
  const archive = pack();
  const written = pipeline(archive, createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
  // an error of the disk ends the archive; it is told by the await below
  written.catch(() => {});
  try {
    const complete = await fill(archive, connectionString, files, `${unfinished}.table`);
    archive.finalize();
    await written;
    await toDisk(unfinished);
    await rename(unfinished, target);
    await toDisk(dirname(target));
    return complete;
  } catch (error) {
    archive.destroy();
    await written.catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function fill(
  archive: Pack,
  connectionString: string,
  files: () => Promise<string>,
  spool: string,
): Promise<Complete> {
  const client = new pg.Client({ connectionString, application_name: 'moc-backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // rather an error than a table that row-level security has thinned out
    await client.query('SET LOCAL row_security = off');
    const manifest = await manifestOf(client);
    await addText(archive, MANIFEST, JSON.stringify(manifest, null, 2));
    const rows: Record<string, number> = {};
    for (const { name, columns } of manifest.tables) {
      const copy = client.query(copyTo(`COPY ${quoted(name)} (${quoted(...columns)}) TO STDOUT`));
      await pipeline(copy, createWriteStream(spool, { mode: 0o600 }));
      rows[name] = copy.rowCount;
      await addFile(archive, `${TABLES}${name}${TABLE_SUFFIX}`, spool);
    }
    await client.query('COMMIT');
    const complete = { rows, files: await addFiles(archive, await files()) };
    await addText(archive, COMPLETE, JSON.stringify(complete, null, 2));
    return complete;
  } finally {
    await client.end();
    await rm(spool, { force: true });
  }
}

async function manifestOf(client: pg.Client): Promise<Manifest> {
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS "name" FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(applied.rows.map(({ name }) => name));
  const sequences = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS "name", last_value::text AS "last" FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  return {
    format: 1,
    madeAt: new Date().toISOString(),
    migrations: ownMigrations()
      .filter(({ name }) => names.has(name))
      .map(({ name, checksum }) => ({ name, checksum })),
    tables: await tablesInOrder(client),
    sequences: Object.fromEntries(sequences.rows.map(({ name, last }) => [name, last])),
  };
}

/** Every uploaded file (uploads under way are nobody's yet); one that is deleted meanwhile is no longer referred to and is left out. */
async function addFiles(archive: Pack, directory: string): Promise<number> {
  let count = 0;
  for (const path of await filesUnder(directory)) {
    const name = `${FILES}${relative(directory, path).split(sep).join('/')}`;
    if (name.startsWith(UNDER_WAY)) continue;
    if (await addFile(archive, name, path)) count += 1;
  }
  return count;
}

async function filesUnder(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function addText(archive: Pack, name: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, text, (error) => (error ? reject(error) : resolve()));
  });
}

async function addFile(archive: Pack, name: string, path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!file) return false;
  try {
    const { size, mtime } = await file.stat();
    const entry = archive.entry({ name, size, mtime, mode: 0o600 });
    if (size === 0) entry.end(Buffer.alloc(0));
    // no more than was counted, should the file grow meanwhile
    else await pipeline(createReadStream('', { fd: file, autoClose: false, start: 0, end: size - 1 }), entry);
    return true;
  } finally {
    await file.close();
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
