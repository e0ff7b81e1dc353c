/**
 * The embedded PostgreSQL: a supervisor over the binaries that come with npm. It makes the data folder, runs the server
 * on 127.0.0.1, brings it back when it dies, and repairs what a crash left behind.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { installedBinaries, reachableBinaries } from './embedded/binaries';
import { type Credentials, ensureCluster, keptCredentials } from './embedded/cluster';
import { isHeld, takeLock } from './embedded/owner-lock';
import { databasePlace, SHARED_HOME } from './embedded/place';
import { PostmasterFailure, type PostmasterPlan, startPostmaster, stopChild } from './embedded/postmaster';
import { DatabaseFault } from './fault';

const DATABASE = 'moc';
const OWNER = 'moc_owner';

/** What was acknowledged is on the disk. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** For a server that a test throws away. */
const DISPOSABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export interface EmbeddedServer {
  /** the portal's database as its owner (no superuser) */
  ownerUrl: string;
  /** the database `postgres` as superuser, for making databases */
  superuserUrl: string;
  /** process id of the server now; undefined while it is being brought back, or when another process runs it */
  pid(): number | undefined;
  /** stops the server; does nothing when another process runs it */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** one line of progress or trouble, in Russian */
  say: (line: string) => void;
  /** false: a server that a test throws away may lose its data in a power cut */
  durable?: boolean;
  /** called whenever the server got a new process */
  onStarted?: (pid: number) => void;
}

/**
 * Starts the embedded server of the data directory, or joins the one that another living process of the portal runs.
 * Throws DatabaseFault.
 */
export async function embeddedServer(dataDirectory: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { folder, user } = databasePlace(dataDirectory, options.say);
  const lock = takeLock(join(dataDirectory, 'database.lock'));
  if (!isHeld(lock)) return joined(folder, lock.pid);
  const credentials = keptCredentials(folder);
  let supervisor: Supervisor;
  try {
    const binaries = reachableBinaries(installedBinaries(), user, SHARED_HOME);
    if (!existsSync(join(folder, 'pgdata'))) options.say('Создаю базу данных…');
    const { pgdata } = await ensureCluster(binaries, folder, user, credentials.postgres);
    const settings = { ...(options.durable === false ? DISPOSABLE : DURABLE), timezone: 'UTC', log_timezone: 'UTC' };
    const logFile = join(folder, 'server.log');
    supervisor = new Supervisor({ binaries, pgdata, logFile, user, settings, port: 0 }, join(folder, 'port'), options);
    await supervisor.start();
    await ensureDatabase(supervisor.port, credentials).catch(async (error) => {
      await supervisor.stop();
      throw error;
    });
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    ...addresses(supervisor.port, credentials),
    pid: () => supervisor.pid,
    async stop() {
      await supervisor.stop();
      lock.release();
    },
  };
}

/** Keeps one server running until it is told to stop. */
class Supervisor {
  port = 0;
  private readonly plan: PostmasterPlan;
  private readonly portFile: string;
  private readonly options: EmbeddedOptions;
  private child: ChildProcess | undefined;
  private stopping = false;
  private reviving: Promise<void> | undefined;

  constructor(plan: PostmasterPlan, portFile: string, options: EmbeddedOptions) {
    this.plan = plan;
    this.portFile = portFile;
    this.options = options;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** On the port of the last time when it is free, so that addresses stay; else on another free one. */
  async start(): Promise<void> {
    const last = existsSync(this.portFile) ? Number(readFileSync(this.portFile, 'utf8')) : 0;
    this.port = await freePort(last);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.launch();
        break;
      } catch (error) {
        if (attempt === 5 || !(error instanceof PostmasterFailure) || !error.portOccupied) throw error;
        this.port = await freePort(0);
      }
    }
    writeFileSync(this.portFile, String(this.port));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.reviving;
    if (this.child) await stopChild(this.child);
    this.child = undefined;
  }

  private async launch(): Promise<void> {
    const child = await startPostmaster({ ...this.plan, port: this.port });
    this.child = child;
    if (child.pid !== undefined) this.options.onStarted?.(child.pid);
    const died = (code: number | null, signal: string | null) => {
      if (this.stopping || this.child !== child) return;
      this.child = undefined;
      this.options.say(`PostgreSQL остановился (${signal ?? `код ${code}`}), запускаю снова…`);
      this.reviving = this.revive();
    };
    child.once('exit', died);
    if (child.exitCode !== null || child.signalCode !== null) died(child.exitCode, child.signalCode);
  }

  /** Again and again with growing pauses: the disk may be full for an hour, and the portal should come back by itself. */
  private async revive(): Promise<void> {
    for (let wait = 250; !this.stopping; wait = Math.min(wait * 2, 30_000)) {
      try {
        await this.launch();
        this.options.say('PostgreSQL снова работает.');
        return;
      } catch (error) {
        this.options.say(`${(error as Error).message} Повторю через ${Math.round(wait / 1000)} с.`);
        for (const end = Date.now() + wait; !this.stopping && Date.now() < end; ) await pause(100);
      }
    }
  }
}

/** `preferred` when nobody listens there, else a port the system picks. */
async function freePort(preferred: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(null));
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const address = probe.address();
        probe.close(() => resolve(address && typeof address === 'object' ? address.port : null));
      });
    });
  const port = (preferred > 0 ? await tryPort(preferred) : null) ?? (await tryPort(0));
  if (port === null) throw new DatabaseFault('Не нашлось свободного порта на 127.0.0.1 для PostgreSQL.');
  return port;
}

function addresses(port: number, credentials: Credentials): { ownerUrl: string; superuserUrl: string } {
  return {
    ownerUrl: `postgresql://${OWNER}:${credentials.moc_owner}@127.0.0.1:${port}/${DATABASE}`,
    superuserUrl: `postgresql://postgres:${credentials.postgres}@127.0.0.1:${port}/postgres`,
  };
}

/** The owner's role and database; both may be there already. */
async function ensureDatabase(port: number, credentials: Credentials): Promise<void> {
  const client = new pg.Client({ connectionString: addresses(port, credentials).superuserUrl });
  await client.connect();
  try {
    const roles = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (roles.rowCount === 0) {
      await client.query(
        `CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${client.escapeLiteral(credentials.moc_owner)}`,
      );
    }
    const databases = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** Another process of the portal runs the server: waits until it answers. */
async function joined(folder: string, pid: number): Promise<EmbeddedServer> {
  for (const end = Date.now() + 15_000; ; await pause(100)) {
    const portFile = join(folder, 'port');
    if (existsSync(portFile) && existsSync(join(folder, 'credentials.json'))) {
      const server = addresses(Number(readFileSync(portFile, 'utf8')), keptCredentials(folder));
      const client = new pg.Client({ connectionString: server.ownerUrl });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.end();
        return { ...server, pid: () => undefined, stop: async () => {} };
      } catch {
        // it is starting
      }
    }
    if (Date.now() > end)
      throw new DatabaseFault(`Базу данных держит процесс ${pid}, но она не отвечает: остановите его и повторите.`);
  }
}
