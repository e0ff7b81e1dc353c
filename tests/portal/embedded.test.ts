import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, embeddedServer } from '@/lib/db/embedded';
import { testEnvironment } from '@/lib/env';

/** The durable server, as the portal runs it. */
const folder = mkdtempSync(join(tmpdir(), 'moc-embedded-'));
const said: string[] = [];
let server: EmbeddedServer;

function start(): Promise<EmbeddedServer> {
  return embeddedServer(folder, { say: (line) => said.push(line) });
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

const pgdata = join(folder, 'database', 'pgdata');
const pidFile = join(pgdata, 'postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);

beforeAll(async () => {
  // what a crash during the making of the data folder leaves
  mkdirSync(join(folder, 'database', 'pgdata.new.1', 'base'), { recursive: true });
  server = await start();
  await ask(server.ownerUrl, 'CREATE TABLE answers (id int PRIMARY KEY)');
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  test('keeps what it acknowledged, in UTF-8 with Russian order, and listens to this machine alone', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      server.superuserUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN
        ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'server_encoding', 'TimeZone')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
    });
    expect(await ask(server.ownerUrl, `SELECT 'ё' < 'ж' AS "sorted"`)).toEqual([{ sorted: true }]);
  });

  test('lets nobody in without a password, keeps it to the owner, and the portal is no superuser', async () => {
    const stranger = new URL(server.ownerUrl);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(folder, 'database', 'credentials.json')).mode & 0o777).toBe(0o600);
    const roles = await ask(server.ownerUrl, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    expect(roles).toEqual([{ rolsuper: false }]);
  });

  test('leaves nothing of a half-made data folder', () => {
    expect(existsSync(join(folder, 'database', 'pgdata.new.1'))).toBe(false);
  });

  test('is joined by a second caller instead of being started twice', async () => {
    const second = await start();
    expect(second.ownerUrl).toBe(server.ownerUrl);
    await second.stop();
    expect(await ask(server.ownerUrl, 'SELECT 1 AS "one"')).toEqual([{ one: 1 }]);
  });

  test('comes back at the same address when it is killed, with everything acknowledged', async () => {
    const before = server.pid() ?? 0;
    await ask(server.ownerUrl, 'INSERT INTO answers VALUES (1)');
    process.kill(before, 'SIGKILL');
    expect(await eventually(() => ask(server.ownerUrl, 'SELECT id FROM answers'))).toEqual([{ id: 1 }]);
    await eventually(async () => expect(server.pid()).not.toBe(undefined));
    expect(server.pid()).not.toBe(before);
    expect(said.at(-1)).toBe('PostgreSQL снова работает.');
  });

  test('starts over a postmaster.pid whose number belongs to another program now', async () => {
    await server.stop();
    writeFileSync(pidFile, `${process.pid}\n${pgdata}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    server = await start();
    expect(await ask(server.ownerUrl, 'SELECT id FROM answers')).toEqual([{ id: 1 }]);
  });

  test('takes another port when its own is occupied', async () => {
    const { port } = new URL(server.ownerUrl);
    await server.stop();
    const stranger = createServer().listen(Number(port), '127.0.0.1');
    try {
      server = await start();
      expect(new URL(server.ownerUrl).port).not.toBe(port);
      expect(await ask(server.ownerUrl, 'SELECT id FROM answers')).toEqual([{ id: 1 }]);
    } finally {
      stranger.close();
    }
  });

  test('that a killed portal left behind is stopped and started again', async () => {
    await server.stop();
    const owner = await ownerProcess();
    const orphan = postmaster();
    owner.kill('SIGKILL');
    await eventually(async () => expect(isAlive(owner.pid ?? 0)).toBe(false));
    expect(isAlive(orphan)).toBe(true);
    server = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await ask(server.ownerUrl, 'SELECT id FROM answers')).toEqual([{ id: 1 }]);
  });

  test('stops without a trace', async () => {
    const last = postmaster();
    await server.stop();
    expect(isAlive(last)).toBe(false);
    expect(existsSync(pidFile)).toBe(false);
    server = await start();
  });
});

/** Another process that runs the server of the same folder. */
async function ownerProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/database.ts'], {
    env: testEnvironment({ MOC_DATA_DIR: folder }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      if (String(text).includes('DATABASE_URL=')) resolve();
    });
    child.once('exit', () => reject(new Error('scripts/database.ts ended')));
  });
  return child;
}
