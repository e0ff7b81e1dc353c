import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { DatabaseFault } from '../fault';
import { applyMigrations, ownMigrations } from '../migrate';
import { COMPLETE, type Complete, FILES, MANIFEST, type Manifest, TABLE_SUFFIX, TABLES } from './format';
import { quoted, tablesInOrder } from './tables';

/**
 * Restores a backup into an empty installation, all or nothing: the tables in one transaction, the files beside and
 * placed before it ends: `place` takes the folder of all of them elsewhere, else it becomes `filesDirectory`. A backup of an older version gets the tables of its time first and is brought up to date
 * after. Gives what was restored. Throws DatabaseFault.
 */
export async function restoreBackup(
  connectionString: string,
  filesDirectory: string,
  source: string,
  place?: (folder: string) => Promise<void>,
): Promise<Complete> {
  if (!existsSync(source)) throw new DatabaseFault(`Нет файла ${source}.`);
  if (existsSync(filesDirectory) && readdirSync(filesDirectory).length > 0) {
    throw new DatabaseFault(`Папка ${filesDirectory} не пуста: копия восстанавливается только в пустую установку.`);
  }
  const manifest = await manifestOf(source);
  await applyMigrations(connectionString, () => {}, new Set(manifest.migrations.map(({ name }) => name)));
  const unfinished = `${filesDirectory}.restoring`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const client = new pg.Client({ connectionString, application_name: 'moc-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await requireEmpty(client);
    const complete = await fill(client, manifest, source, unfinished);
    if (place) await place(unfinished);
    else {
      await rm(filesDirectory, { recursive: true, force: true });
      await rename(unfinished, filesDirectory);
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
    return complete;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw asFault(error, source);
  } finally {
    await client.end();
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function fill(client: pg.Client, manifest: Manifest, source: string, files: string): Promise<Complete> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const all = (await tablesInOrder(client)).map(({ name }) => name);
  // The rules of change (what is published stays, the journal only grows) hold for people, not for the copy itself.
  for (const name of all) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
  // what migrations themselves put in
  await client.query(`TRUNCATE ${quoted(...all)}`);
  const done: Complete = { rows: {}, files: 0 };
  let promised: Complete | undefined;
  await eachEntry(source, async (name, content) => {
    if (name === MANIFEST) return true;
    if (name === COMPLETE) promised = JSON.parse(await textOf(content));
    else if (name.startsWith(FILES)) {
      await storeFile(files, name.slice(FILES.length), content);
      done.files += 1;
    } else {
      const table = tables.get(name.slice(TABLES.length, -TABLE_SUFFIX.length));
      if (!table) throw new DatabaseFault(`В копии ${source} лежит неизвестное: ${name}.`);
      const copy = client.query(copyFrom(`COPY ${quoted(table.name)} (${quoted(...table.columns)}) FROM STDIN`));
      await pipeline(content, copy);
      done.rows[table.name] = copy.rowCount;
    }
    return true;
  });
  if (JSON.stringify(promised) !== JSON.stringify(done)) {
    throw new DatabaseFault(`Копия ${source} не полна: возьмите другую.`);
  }
  for (const [name, last] of Object.entries(manifest.sequences)) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, last]);
  }
  for (const name of all) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
  return done;
}

/** The manifest stands first; the migrations it names must be ours. */
async function manifestOf(source: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  try {
    await eachEntry(source, async (name, content) => {
      if (name === MANIFEST) manifest = JSON.parse(await textOf(content));
      return false;
    });
  } catch (error) {
    throw asFault(error, source);
  }
  if (manifest?.format !== 1) throw new DatabaseFault(`${source} — не копия этого портала.`);
  const own = new Map(ownMigrations().map(({ name, checksum }) => [name, checksum]));
  const unknown = manifest.migrations.find(({ name, checksum }) => own.get(name) !== checksum);
  if (unknown) {
    throw new DatabaseFault(
      `Копия сделана другой версией портала («${unknown.name}»): восстановите её той же или более новой.`,
    );
  }
  return manifest;
}

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    'SELECT EXISTS (SELECT FROM region) OR EXISTS (SELECT FROM account) AS "filled"',
  );
  if (rows[0]?.filled) {
    throw new DatabaseFault(
      'В базе уже есть данные: копия восстанавливается только в пустую установку (новая MOC_DATA_DIR или новая база).',
    );
  }
}

/** Calls `work` for each entry in turn, as long as it gives true. */
async function eachEntry(source: string, work: (name: string, content: Readable) => Promise<boolean>): Promise<void> {
  const archive = extract();
  const reading = pipeline(createReadStream(source), createGunzip(), archive);
  // told by the loop below, which ends with the same error
  reading.catch(() => {});
  for await (const entry of archive) {
    if (!(await work(entry.header.name, entry as unknown as Readable))) {
      archive.destroy();
      return;
    }
    entry.resume();
  }
  await reading;
}

async function textOf(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** A name that would leave the folder is refused. */
async function storeFile(folder: string, name: string, content: Readable): Promise<void> {
  const path = resolve(folder, name);
  if (!path.startsWith(`${resolve(folder)}${sep}`))
    throw new DatabaseFault(`В копии лежит файл с недопустимым именем: ${name}.`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(content, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

function asFault(error: unknown, source: string): Error {
  if (error instanceof DatabaseFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const broken =
    /Z_(DATA|BUF)_ERROR/.test(code ?? '') || /Unexpected end of data|Invalid tar|Premature close/i.test(message);
  return new DatabaseFault(
    broken
      ? `Копия ${source} повреждена или не полна: возьмите другую.`
      : `Копия не восстановлена: ${message}. Всё осталось как было.`,
  );
}
