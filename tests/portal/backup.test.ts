import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restoreBackup } from '@/lib/db/backup/read';
import { writeBackup } from '@/lib/db/backup/write';
import { applyMigrations, ownMigrations, pendingMigrations } from '@/lib/db/migrate';
import { createTestDatabase, dropTestDatabase } from '@/tests/harness/database';

const folder = mkdtempSync(join(tmpdir(), 'moc-backup-'));
const files = join(folder, 'files');
const file = join(folder, 'backup.tar.gz');
const databases: string[] = [];

async function database(options = {}): Promise<string> {
  const url = await createTestDatabase(options);
  databases.push(url);
  return url;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A fingerprint of every table and the place of every sequence. */
async function contents(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const sql = `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")), '') AS "print" FROM "${name}" t`;
    prints[name] = (await query<{ print: string }>(url, sql))[0]?.print ?? '';
  }
  for (const { name, last } of await query<{ name: string; last: string }>(
    url,
    `SELECT sequencename AS "name", last_value::text AS "last" FROM pg_sequences WHERE schemaname = 'public'`,
  )) {
    prints[name] = last;
  }
  return prints;
}

let source: string;
let before: Record<string, string>;

beforeAll(async () => {
  source = await database({ demonstration: true });
  // what a careless copy would lose: a JSON null, quotes, tabs, line ends
  await query(source, `INSERT INTO installation VALUES ('probe', 'null'), ('words', '"a\\tb\\n«ё» \\\\N {,}"')`);
  before = await contents(source);
  mkdirSync(join(files, 'ab'), { recursive: true });
  mkdirSync(join(files, 'incoming'));
  writeFileSync(join(files, 'ab', 'abc'), Buffer.alloc(300_000, 7));
  writeFileSync(join(files, 'ab', 'empty'), '');
  writeFileSync(join(files, 'incoming', 'half'), 'of an upload');
  await writeBackup(source, async () => files, file);
}, 120_000);

afterAll(async () => {
  for (const url of databases) await dropTestDatabase(url);
  rmSync(folder, { recursive: true, force: true });
});

const nothing = (url: string) => query(url, 'SELECT count(*)::int AS "regions" FROM region');

describe('a backup', () => {
  test('is one file that its owner alone may read, and leaves nothing beside it', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['backup.tar.gz', 'files']);
  });

  test('restores every row, sequence and file into an empty installation', async () => {
    const target = await database({ blank: true });
    const restored = join(folder, 'restored');
    const { rows, files: count } = await restoreBackup(target, restored, file);
    expect(await contents(target)).toEqual(before);
    expect(await pendingMigrations(target)).toEqual([]);
    expect(rows.school).toBeGreaterThan(300);
    expect(count).toBe(2);
    expect(readFileSync(join(restored, 'ab', 'abc'))).toEqual(Buffer.alloc(300_000, 7));
    expect(readFileSync(join(restored, 'ab', 'empty'), 'utf8')).toBe('');
    expect(existsSync(join(restored, 'incoming'))).toBe(false);
    // and the rules of change hold again
    await expect(query(target, 'DELETE FROM journal_entry')).rejects.toThrow();
    expect(await query(target, `SELECT FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal`)).toEqual([]);
  });

  test('of an older version is restored and then brought up to date', async () => {
    const [first] = ownMigrations();
    const old = await database({ blank: true });
    await applyMigrations(old, () => {}, new Set([first?.name ?? '']));
    await query(old, `INSERT INTO region (id, code, name) VALUES (gen_random_uuid(), '67', 'Смоленская область')`);
    const oldFile = join(folder, 'old.tar.gz');
    await writeBackup(old, async () => join(folder, 'no-files'), oldFile);
    const target = await database({ blank: true });
    await restoreBackup(target, join(folder, 'old-files'), oldFile);
    expect(await pendingMigrations(target)).toEqual(
      ownMigrations()
        .slice(1)
        .map(({ name }) => name),
    );
    await applyMigrations(target);
    expect(await nothing(target)).toEqual([{ regions: 1 }]);
  });

  test('is refused by an installation that has data, which stay', async () => {
    await expect(restoreBackup(source, join(folder, 'other'), file)).rejects.toThrow(/уже есть данные/);
    expect(await contents(source)).toEqual(before);
    const target = await database();
    await expect(restoreBackup(target, files, file)).rejects.toThrow(/не пуста/);
    expect(await nothing(target)).toEqual([{ regions: 0 }]);
  });

  test.each([0.3, 0.999])('cut off at %d of its length restores nothing', async (share) => {
    const cut = join(folder, 'cut.tar.gz');
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(statSync(file).size * share));
    const target = await database();
    const restored = join(folder, 'cut-files');
    await expect(restoreBackup(target, restored, cut)).rejects.toThrow(/повреждена|не полна/);
    expect(await nothing(target)).toEqual([{ regions: 0 }]);
    expect(existsSync(restored)).toBe(false);
    expect(existsSync(`${restored}.restoring`)).toBe(false);
  });

  test('what is no backup is named as such', async () => {
    const target = await database();
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'Уважаемые коллеги!');
    await expect(restoreBackup(target, join(folder, 'x'), letter)).rejects.toThrow(/letter\.txt/);
    await expect(restoreBackup(target, join(folder, 'x'), join(folder, 'nowhere'))).rejects.toThrow(/Нет файла/);
  });

  test('never appears under its name when it could not be finished', async () => {
    const target = join(folder, 'never.tar.gz');
    await expect(writeBackup('postgresql://127.0.0.1:1/none', async () => files, target)).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.startsWith('never'))).toEqual([]);
  });
});
