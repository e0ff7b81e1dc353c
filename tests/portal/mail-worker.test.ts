/** Letters over a real SMTP server, while the process that delivers them is killed at every step of the talk. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testEnvironment } from '@/lib/env';
import { type TestDatabase, testDatabase } from '../harness/database';

let database: TestDatabase;
let server: SMTPServer;
let port: number;
/** what the server took, whole: «<id@moc-portal> text» */
let received: string[];
/** called at each step of the talk */
let at: (step: 'greeting' | 'recipient' | 'taken') => void;
/** the lines that are open */
const sockets = new Set<Socket>();
let answer: 'take' | 'refuse' | 'hang up';

const options: SMTPServerOptions = {
  disabledCommands: ['AUTH', 'STARTTLS'],
  onConnect(_session, next) {
    at('greeting');
    next();
  },
  onRcptTo(_address, _session, next) {
    at('recipient');
    next();
  },
  onData(stream, _session, next) {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    stream.on('end', () => {
      if (answer === 'refuse') return next(Object.assign(new Error('mailbox full'), { responseCode: 452 }));
      received.push(text);
      at('taken');
      if (answer === 'hang up') for (const socket of sockets) socket.destroy();
      else next();
    });
  },
};

beforeAll(async () => {
  database = await testDatabase();
  server = new SMTPServer(options);
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  ({ port } = server.server.address() as AddressInfo);
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.close();
});
beforeEach(async () => {
  received = [];
  at = () => {};
  answer = 'take';
  await database.owner.letter.deleteMany();
});

async function queued(count: number): Promise<void> {
  await database.owner.letter.createMany({
    data: Array.from({ length: count }, (_, number) => ({
      recipient: `school${number}@example.org`,
      subject: `Новое сообщение ${number}`,
      text: 'Откройте портал.',
      status: 'QUEUED' as const,
      nextAttemptAt: new Date(0),
    })),
  });
}

/** A worker in a process of its own. */
function worker(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'tests/harness/mail-worker.ts'], {
    env: testEnvironment({
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: 'a secret of the tests, not of the portal',
      NEXTAUTH_URL: 'http://127.0.0.1:3000',
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'МОЦ <moc@example.org>',
    }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Runs a worker to its end, or until it is killed at that step of the talk. */
async function work(killedAt?: 'greeting' | 'recipient' | 'taken'): Promise<NodeJS.Signals | null> {
  const child = worker();
  if (killedAt) {
    at = (step) => {
      if (step === killedAt) child.kill('SIGKILL');
    };
  }
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** So much time passes that the attempts of killed workers count as over. */
const timePasses = () =>
  database.owner.letter.updateMany({
    where: { status: { in: ['QUEUED', 'SENDING'] } },
    data: { nextAttemptAt: new Date(0) },
  });

const receivedIds = () => received.map((text) => /^Message-ID: <(.+)@moc-portal>/im.exec(text)?.[1]).sort();
const states = async () => {
  const letters = await database.owner.letter.findMany({ orderBy: { id: 'asc' } });
  return letters.map(({ id, status, attempts }) => ({ id, status, attempts }));
};

test('each letter comes once, though workers are killed before, while and after the server takes it', async () => {
  await queued(4);
  expect(await work('greeting')).toBe('SIGKILL');
  expect(received).toHaveLength(0);
  await timePasses();
  expect(await work('taken')).toBe('SIGKILL');
  expect(received).toHaveLength(1);
  await timePasses();
  expect(await work('taken')).toBe('SIGKILL');
  await timePasses();
  expect(await work()).toBeNull();
  await timePasses();
  expect(await work()).toBeNull();
  const letters = await states();
  expect(receivedIds()).toEqual(letters.map(({ id }) => id).sort());
  // the two that were being handed over when the worker was killed: nobody knows, so a person decides
  expect(letters.map(({ status }) => status).sort()).toEqual(['SENT', 'SENT', 'UNCERTAIN', 'UNCERTAIN']);
  expect(received[0]).toContain('From: =?UTF-8?');
});

test('killed after the recipient was named and before the letter: it is not sent again by itself', async () => {
  await queued(1);
  expect(await work('recipient')).toBe('SIGKILL');
  await timePasses();
  await work();
  expect((await states()).map(({ status }) => status)).toEqual(['UNCERTAIN']);
  expect(received.length).toBeLessThanOrEqual(1);
});

test('a refusal of the server is no doubt: the letter waits for its next attempt', async () => {
  await queued(1);
  answer = 'refuse';
  await work();
  const [refused] = await database.owner.letter.findMany();
  expect(refused).toMatchObject({ status: 'QUEUED', attempts: 1, error: expect.stringContaining('mailbox full') });
  answer = 'take';
  await timePasses();
  await work();
  expect((await states()).map(({ status }) => status)).toEqual(['SENT']);
  expect(received).toHaveLength(1);
});

test('a line that breaks before the answer leaves the letter in doubt', async () => {
  await queued(1);
  answer = 'hang up';
  await work();
  expect((await states()).map(({ status }) => status)).toEqual(['UNCERTAIN']);
  await timePasses();
  answer = 'take';
  await work();
  expect(received).toHaveLength(1);
});

test('two workers at once send each letter once', async () => {
  await queued(12);
  await Promise.all([work(), work()]);
  expect(receivedIds()).toEqual((await states()).map(({ id }) => id).sort());
});
