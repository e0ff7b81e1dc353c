import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isHeld, lockHolder, takeLock } from '../../lib/db/embedded/owner-lock';
import { buildEnvironment } from '../../lib/env';
import { CommandFault } from './command';

const BUILDS = join('.next', 'builds');
const COMPLETE = 'moc-complete';
/** the newest builds that stay beside those in use: a step back needs no new build */
const KEPT = 2;

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma/instruments',
  'prisma/schema',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];
const GENERATED = join('lib', 'db', 'generated');

/**
 * Gives the folder of the production build of the sources as they are, relative to the root; builds when there is none.
 * Each state of the sources has a folder of its own, so a running portal is never rebuilt under its feet, and a build
 * that was broken off is never taken for a whole one.
 */
export async function currentBuild(root: string, say: (line: string) => void): Promise<string> {
  const folder = join(BUILDS, hashOfSources(root));
  if (isComplete(root, folder)) return folder;
  const lockPath = join(root, BUILDS, 'build.lock');
  let lock = takeLock(lockPath);
  if (!isHeld(lock)) say(`Портал собирает процесс ${lock.pid}, жду…`);
  for (; !isHeld(lock); lock = takeLock(lockPath)) await pause(300);
  try {
    if (isComplete(root, folder)) return folder;
    say('Собираю портал…');
    rmSync(join(root, folder), { recursive: true, force: true });
    await nextBuild(root, folder);
    writeFileSync(join(root, folder, COMPLETE), '');
    say('Портал собран.');
    removeOldBuilds(root, folder);
    return folder;
  } finally {
    lock.release();
  }
}

/** Marks the build as used by this process until it ends, so that nobody removes it. */
export function keepBuild(root: string, folder: string): void {
  takeLock(join(root, folder, `used-by.${process.pid}.lock`));
}

function isComplete(root: string, folder: string): boolean {
  return existsSync(join(root, folder, COMPLETE));
}

function nextBuild(root: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: buildEnvironment(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const stopWithUs = () => child.kill('SIGTERM');
    process.once('exit', stopWithUs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', stopWithUs);
      if (code === 0) resolve();
      else reject(new CommandFault(`${output.trim()}\nПортал не собрался (next build: ${signal ?? code}).`));
    });
  });
}

function removeOldBuilds(root: string, current: string): void {
  const folders = readdirSync(join(root, BUILDS), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && join(BUILDS, entry.name) !== current)
    .map(({ name }) => ({ path: join(root, BUILDS, name), at: statSync(join(root, BUILDS, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of folders.slice(KEPT - 1)) {
    if (!isUsed(path)) rmSync(path, { recursive: true, force: true });
  }
}

function isUsed(build: string): boolean {
  return readdirSync(build).some((name) => name.startsWith('used-by.') && lockHolder(join(build, name)) !== null);
}

/** Names and contents of everything that goes into a build. */
function hashOfSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const path of filesUnder(join(root, source))) {
      hash.update(`\0${relative(root, path).split(sep).join('/')}\0`).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(path: string): string[] {
  if (!existsSync(path) || path.endsWith(GENERATED)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
