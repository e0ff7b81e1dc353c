import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFault } from '../fault';
import type { PostgresBinaries } from './binaries';
import { identity, postgresEnvironment } from './cluster';
import { isPostmasterOf } from './process-identity';
import type { SystemUser } from './system-user';

const LARGEST_LOG_BYTES = 10 * 1024 * 1024;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** A server that could not start; the end of its own log says why. */
export class PostmasterFailure extends DatabaseFault {
  readonly portOccupied: boolean;
  constructor(logEnd: string) {
    super(`PostgreSQL не запустился. ${logEnd}`);
    this.portOccupied = /could not create any TCP\/IP sockets|Address already in use/.test(logEnd);
  }
}

/** What it takes to run one server. */
export interface PostmasterPlan {
  binaries: PostgresBinaries;
  pgdata: string;
  logFile: string;
  user: SystemUser | null;
  port: number;
  settings: Record<string, string>;
}

/**
 * Starts the server in a process group of its own (so that Ctrl-C reaches it through us alone) and waits until it takes
 * connections. Its log goes straight to a file: the server outlives us without losing its stderr. Throws PostmasterFailure.
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<ChildProcess> {
  await clearStale(plan.pgdata);
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const child = launch(plan);
    if (await ready(child, plan.pgdata, deadline)) return child;
    const end = logEnd(plan.logFile);
    const leftovers = /pre-existing shared memory block|lock file .* already exists/.test(end);
    if (!leftovers || Date.now() > deadline) throw new PostmasterFailure(end);
    // Children of a killed server are still leaving.
    for (const pid of serverProcesses(plan.pgdata)) signal(pid, 'SIGKILL');
    await pause(100);
    await clearStale(plan.pgdata);
  }
}

function launch({ binaries, pgdata, logFile, user, port, settings }: PostmasterPlan): ChildProcess {
  rotate(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const all = { ...settings, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const args = ['-D', pgdata, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  try {
    const child = spawn(join(binaries.home, 'bin', 'postgres'), args, {
      ...identity(user),
      cwd: '/',
      env: postgresEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    // the last resort when the process ends without stopping its server
    const stopWithUs = () => child.kill('SIGINT');
    process.once('exit', stopWithUs);
    child.once('exit', () => process.off('exit', stopWithUs));
    return child;
  } finally {
    closeSync(log);
  }
}

/** As pg_ctl does it: the server writes its state into the eighth line of postmaster.pid. */
async function ready(child: ChildProcess, pgdata: string, deadline: number): Promise<boolean> {
  let gone = child.pid === undefined;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', () => {
    gone = true;
  });
  while (!gone && Date.now() < deadline) {
    const lines = pidFile(pgdata);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await pause(15);
  }
  if (!gone) await stopChild(child);
  return false;
}

function pidFile(pgdata: string): string[] {
  try {
    return readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Leaves no server and no postmaster.pid on the data folder: an orphan of ours is stopped, a file whose process is gone
 * or is somebody else's (the number was used again) is removed.
 */
async function clearStale(pgdata: string): Promise<void> {
  const file = join(pgdata, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(pidFile(pgdata)[0]);
  if (isPostmasterOf(pid, pgdata)) await stopPid(pid, pgdata);
  rmSync(file, { force: true });
}

/** Stops a server that is not our child: fast, then at once, then by force. */
async function stopPid(pid: number, pgdata: string): Promise<void> {
  for (const [name, milliseconds] of [
    ['SIGINT', STOP_WITHIN_MS],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(pid, name);
    for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
      if (!isPostmasterOf(pid, pgdata)) return;
    }
  }
}

/** Stops our own server: fast shutdown (open transactions are rolled back), by force when it takes too long. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (const [name, milliseconds] of [
    ['SIGINT', STOP_WITHIN_MS],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signal(child.pid, name);
    const timer = new AbortController();
    const late = pause(milliseconds, 'late', { signal: timer.signal }).catch(() => 'late');
    if ((await Promise.race([exited, late])) !== 'late') {
      timer.abort();
      return;
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // already gone
  }
}

/** Server processes that still sit in the data folder (Linux; elsewhere PostgreSQL's own waiting has to do). */
function serverProcesses(pgdata: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && sitsIn(pid, pgdata));
}

function sitsIn(pid: number, pgdata: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === pgdata &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('postgres:')
    );
  } catch {
    return false;
  }
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}

function logEnd(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-6).join('\n');
  } catch {
    return '';
  }
}
