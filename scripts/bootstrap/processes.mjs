/** Running one program after another, and passing on what asks them to stop. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { MODULES, ROOT, read } from './basics.mjs';

const KILL_AFTER_MS = 40_000;

/** The running child and how it was asked to stop; signals are passed on to it. */
let child;
let stopping = false;

/** Whether Ctrl-C, SIGTERM or the end of npm has asked us to stop. */
export function isStopping() {
  return stopping;
}

/** Runs a program to its end and gives {code, signal}; never through a shell. */
export function run(program, args, { env = {}, ipc = false, quiet = false } = {}) {
  return new Promise((resolve) => {
    const output = quiet ? 'pipe' : 'inherit';
    child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, PATH: searchPath(), ...env },
      stdio: ['inherit', output, output, ...(ipc ? ['ipc'] : [])],
    });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (told += text));
    let database;
    child.on('message', (message) => {
      if (typeof message?.databasePid === 'number') database = message.databasePid;
    });
    child.on('error', (error) => resolve({ code: 127, signal: null, error }));
    child.on('exit', (code, signal) => {
      // The portal was killed: its PostgreSQL would stay behind.
      if (signal !== null && database !== undefined) quietly(() => process.kill(database, 'SIGINT'));
      if (code !== 0) process.stderr.write(told);
      resolve({ code, signal });
    });
  });
}

function searchPath() {
  const bin = join(MODULES, '.bin');
  const rest = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '' && folder !== bin);
  return [bin, ...rest].join(delimiter);
}

function quietly(action) {
  try {
    action();
  } catch {
    // the process is gone already
  }
}

let stopAsked = 0;

/** Ctrl-C comes from the terminal and from npm at once; only one that follows later means «at once». */
function passOn(signal) {
  const impatient = stopping && Date.now() - stopAsked > 2000;
  if (!stopping) stopAsked = Date.now();
  stopping = true;
  if (!child?.pid) process.exit(130);
  quietly(() => child.kill(impatient ? 'SIGKILL' : signal));
  setTimeout(() => quietly(() => child.kill('SIGKILL')), KILL_AFTER_MS).unref();
}

/** From now on a signal stops the running child, and us after it. */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn('SIGTERM'));
}

function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** npm killed by force cannot tell us: its end is seen by our parent changing (npm itself, or npm's shell in between). */
export function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const isShell = /^(ba|da|a|z|k)?sh$|^busybox$/.test(read(`/proc/${parent}/comm`).trim());
  const grandparent = isShell ? parentOf(parent) : null;
  const watch = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(watch);
    if (!stopping) passOn('SIGTERM');
  }, 100);
  watch.unref();
}
