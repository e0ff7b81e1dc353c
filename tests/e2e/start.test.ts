/** What `npm start` makes of its environment, on real processes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type EmbeddedServer, embeddedServer } from '@/lib/db/embedded';
import { freePort, launchPortal, startPortal } from '@/tests/harness/portal';
import { until } from '@/tests/harness/processes';
import { signIn } from '@/tests/harness/session';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'moc-start-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What a portal says that does not start. */
async function refusal(environment: Record<string, string>, port?: number): Promise<string> {
  const portal = await launchPortal({ dataDirectory: newFolder(), environment, ...(port ? { port } : {}) });
  try {
    await until(() => portal.process.exitCode !== null);
  } finally {
    expect(await portal.stop('SIGKILL')).toBe(1);
  }
  return portal.output().trim();
}

describe('the embedded default', () => {
  test.each(['127.0.0.1', 'localhost'])('lets people in at http://%s', async (host) => {
    const { port } = new URL(inject('portalAddress'));
    const session = await signIn(`http://${host}:${port}`, 'moc@demo.local');
    const me = await session.call('GET', '/api/v1/me');
    expect(await me.json()).toMatchObject({ email: 'moc@demo.local', role: 'MOC_HEAD' });
    const change = await session.call('POST', '/api/v1/tokens', { name: '', use: 'api', expiresAt: 'never' });
    // 422: the origin is accepted, the values are not
    expect(change.status).toBe(422);
  });
});

describe('a PostgreSQL of the installation', () => {
  const settings = { NEXTAUTH_SECRET: 'a secret long enough to sign with', NEXTAUTH_URL: 'http://127.0.0.1:9' };
  let server: EmbeddedServer;

  beforeAll(async () => {
    server = await embeddedServer(newFolder(), { say: () => {}, durable: false });
  });

  afterAll(() => server?.stop());

  test('whose user may not make the role: one line says what to run', async () => {
    const client = new pg.Client({ connectionString: server.superuserUrl });
    await client.connect();
    await client.query(`CREATE ROLE guest LOGIN PASSWORD 'guest'`);
    await client.query('CREATE DATABASE guests OWNER guest');
    await client.end();
    const url = new URL(server.superuserUrl);
    Object.assign(url, { username: 'guest', password: 'guest', pathname: '/guests' });
    const line = await refusal({ ...settings, DATABASE_URL: url.href });
    expect(line).toMatch(/^[^\n]*«CREATE ROLE moc_app NOLOGIN; GRANT moc_app TO guest;»[^\n]*$/);
  });

  test('is brought up to date and never gets demonstration data', async () => {
    const portal = await startPortal({ environment: { ...settings, DATABASE_URL: server.ownerUrl } });
    try {
      expect(portal.output()).not.toContain('demo.local');
      await expect(signIn(portal.address, 'admin@demo.local')).rejects.toThrow(/not let in/);
      const client = new pg.Client({ connectionString: server.ownerUrl });
      await client.connect();
      const { rows } = await client.query('SELECT count(*)::int AS "accounts" FROM account');
      await client.end();
      expect(rows).toEqual([{ accounts: 0 }]);
    } finally {
      expect(await portal.stop()).toBe(0);
    }
  });
});

describe('a start that cannot be', () => {
  test('names an occupied port in one line', async () => {
    const port = await freePort();
    const stranger = createServer().listen(port, '127.0.0.1');
    try {
      const line = await refusal({}, port);
      expect(line).toBe(`Порт ${port} на 127.0.0.1 занят другой программой: освободите его или задайте другой в PORT.`);
    } finally {
      stranger.close();
    }
  });

  const database = 'postgresql://moc:secret@127.0.0.1:1/moc';
  const secret = 'a secret long enough to sign with';
  test.each([
    ['PORT', { PORT: 'three thousand' }],
    ['PORT', { PORT: '70000' }],
    ['HOST', { HOST: 'not a host' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://127.0.0.1/moc' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://127.0.0.1' }],
    ['NEXTAUTH_SECRET', { DATABASE_URL: database }],
    ['NEXTAUTH_URL', { DATABASE_URL: database, NEXTAUTH_SECRET: secret }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: 'short' }],
    ['NEXTAUTH_URL', { NEXTAUTH_URL: 'moc.example.ru' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.ru' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.ru' }],
    ['S3_BUCKET', { S3_BUCKET: 'files' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'https://id.example.ru' }],
    ['DATABASE_URL', { DATABASE_URL: database, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: 'https://moc.example.ru' }],
  ])('names %s in one line: %o', async (variable, environment) => {
    const line = await refusal(environment);
    expect(line).toMatch(new RegExp(`^[^\\n]*\\b${variable}\\b[^\\n]*$`));
    expect(line).not.toContain('secret@');
  });
});
