/** What a crash or a kill does to a whole portal, on real processes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchPortal, startPortal, type TestPortal, untilReady } from '@/tests/harness/portal';
import { isAlive, until } from '@/tests/harness/processes';
import { type Session, signIn } from '@/tests/harness/session';

const folders: string[] = [];
const portals: TestPortal[] = [];

afterAll(async () => {
  for (const portal of portals) await portal.stop('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'moc-crash-'));
  folders.push(folder);
  return folder;
}

async function started(dataDirectory: string, port?: number): Promise<TestPortal> {
  const portal = await startPortal({ dataDirectory, ...(port ? { port } : {}) });
  portals.push(portal);
  return portal;
}

/** The process that serves (a child of bootstrap.mjs). */
function portalPid(dataDirectory: string): number {
  return JSON.parse(readFileSync(join(dataDirectory, 'portal.lock'), 'utf8')).pid;
}

function postmasterPid(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'database', 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

interface CardItem {
  id: string;
  version: number;
  answers: Record<string, unknown>;
}

/** The card that director01 may fill in. */
async function ownCard(session: Session): Promise<CardItem> {
  for (const status of ['DRAFT', 'RETURNED']) {
    const found = await session.call('GET', `/api/v1/cards?status=${status}`);
    const { items } = (await found.json()) as { items: { id: string }[] };
    if (items[0]) return (await (await session.call('GET', `/api/v1/cards/${items[0].id}`)).json()) as CardItem;
  }
  throw new Error('director01 has no card to fill in');
}

async function schoolsOfTheRegion(address: string): Promise<number> {
  const session = await signIn(address, 'soiro@demo.local');
  const schools = (await (await session.call('GET', '/api/v1/schools?pageSize=1')).json()) as { total: number };
  return schools.total;
}

/** Changes one «да / нет» answer and gives its code and new value, once the portal has answered 200. */
async function answerOne(session: Session): Promise<{ id: string; code: string; value: string }> {
  const card = await ownCard(session);
  const [code, old] =
    Object.entries(card.answers).find(([, answer]) => answer === null || typeof answer === 'string') ?? [];
  if (code === undefined) throw new Error('the card has no «да / нет» question');
  const value = old === 'yes' ? 'no' : 'yes';
  const body = { version: card.version, answers: { [code]: value } };
  const response = await session.call('PATCH', `/api/v1/cards/${card.id}/answers`, body);
  expect(response.status).toBe(200);
  return { id: card.id, code, value };
}

async function answerOf(session: Session, id: string, code: string): Promise<unknown> {
  const card = (await (await session.call('GET', `/api/v1/cards/${id}`)).json()) as CardItem;
  return card.answers[code];
}

describe('one installation through its accidents', () => {
  const folder = newFolder();
  let portal: TestPortal;

  test('killed in the middle of its first load, the next start loads the region whole', async () => {
    const first = await launchPortal({ dataDirectory: folder });
    portals.push(first);
    await until(() => first.output().includes('Загружаю демонстрационный регион'));
    await pause(1500);
    process.kill(portalPid(folder), 'SIGKILL');
    await until(() => first.process.exitCode !== null);
    expect(first.process.exitCode).toBe(1);
    portal = await started(folder);
    const whole = await schoolsOfTheRegion(inject('portalAddress'));
    expect(whole).toBeGreaterThan(300);
    expect(await schoolsOfTheRegion(portal.address)).toBe(whole);
  });

  test('an answer acknowledged with 200 outlives a kill of the portal', async () => {
    const { port } = portal;
    const { id, code, value } = await answerOne(await signIn(portal.address, 'director01@demo.local'));
    const database = postmasterPid(folder);
    process.kill(portalPid(folder), 'SIGKILL');
    await until(() => portal.process.exitCode !== null);
    // bootstrap.mjs takes the database down with it
    await until(() => !isAlive(database));
    portal = await started(folder, port);
    expect(await answerOf(await signIn(portal.address, 'director01@demo.local'), id, code)).toBe(value);
  });

  test('a killed database comes back by itself with what was acknowledged', async () => {
    const session = await signIn(portal.address, 'director01@demo.local');
    const { id, code, value } = await answerOne(session);
    process.kill(postmasterPid(folder), 'SIGKILL');
    await until(() => portal.output().includes('PostgreSQL снова работает'));
    await untilReady(portal);
    expect(await answerOf(session, id, code)).toBe(value);
    await answerOne(session);
  });

  test('everything killed at once, the next start repairs itself', async () => {
    const { port } = portal;
    const { id, code, value } = await answerOne(await signIn(portal.address, 'director01@demo.local'));
    const serving = portalPid(folder);
    portal.process.kill('SIGKILL');
    process.kill(serving, 'SIGKILL');
    await until(() => !isAlive(serving));
    const orphan = postmasterPid(folder);
    expect(isAlive(orphan)).toBe(true);
    portal = await started(folder, port);
    expect(isAlive(orphan)).toBe(false);
    expect(await answerOf(await signIn(portal.address, 'director01@demo.local'), id, code)).toBe(value);
  });

  test('a second start on the same data says who runs, in one line', async () => {
    const second = await launchPortal({ dataDirectory: folder });
    await until(() => second.process.exitCode !== null);
    expect(await second.stop()).toBe(1);
    expect(second.output().trim()).toBe(
      `Портал уже работает на этих данных (${folder}): ${portal.address}, процесс ${portalPid(folder)}.`,
    );
  });

  test('whoever started it is killed: portal and database end cleanly', async () => {
    const [serving, database] = [portalPid(folder), postmasterPid(folder)];
    portal.process.kill('SIGKILL');
    await until(() => !isAlive(serving) && !isAlive(database));
    expect(existsSync(join(folder, 'portal.lock'))).toBe(false);
    expect(existsSync(join(folder, 'database', 'pgdata', 'postmaster.pid'))).toBe(false);
  });

  test('SIGTERM stops it all with 0, and the next start answers within eight seconds', async () => {
    const began = Date.now();
    portal = await started(folder);
    expect(Date.now() - began).toBeLessThan(8_000);
    const [serving, database] = [portalPid(folder), postmasterPid(folder)];
    expect(await portal.stop('SIGTERM')).toBe(0);
    expect([isAlive(serving), isAlive(database)]).toEqual([false, false]);
  });
});
