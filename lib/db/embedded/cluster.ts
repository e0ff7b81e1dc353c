import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseFault } from '../fault';
import type { PostgresBinaries } from './binaries';
import type { SystemUser } from './system-user';

/** The passwords of the embedded server's two login roles. */
export interface Credentials {
  /** superuser, for making databases */
  postgres: string;
  /** owner of the portal's database, no superuser */
  moc_owner: string;
}

/** The passwords, kept in the server's folder (mode 600); made once. */
export function keptCredentials(folder: string): Credentials {
  const path = join(folder, 'credentials.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const credentials = {
    postgres: randomBytes(24).toString('base64url'),
    moc_owner: randomBytes(24).toString('base64url'),
  };
  writeFileSync(`${path}.new`, JSON.stringify(credentials), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return credentials;
}

/**
 * Makes the data folder `pgdata` if it is not there: built under another name and renamed when complete, so that a crash
 * in between leaves nothing half-made. UTF-8, ICU with Russian order, checksums of pages, passwords by SCRAM.
 */
export async function ensureCluster(
  binaries: PostgresBinaries,
  folder: string,
  user: SystemUser | null,
  password: string,
): Promise<{ pgdata: string; created: boolean }> {
  const pgdata = join(folder, 'pgdata');
  if (existsSync(pgdata)) return { pgdata, created: false };
  const unfinished = `${pgdata}.new.${process.pid}`;
  const passwordFile = join(folder, 'initdb.password');
  for (const name of readdirSync(folder)) {
    if (name.startsWith('pgdata.new')) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 20 });
  }
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(join(binaries.home, 'bin', 'initdb'), user, [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=ru-RU',
      '--data-checksums',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, pgdata);
  return { pgdata, created: true };
}

function run(command: string, user: SystemUser | null, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...identity(user),
      cwd: '/',
      env: postgresEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const stopWithUs = () => child.kill('SIGTERM');
    process.once('exit', stopWithUs);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('exit', stopWithUs);
      if (code === 0) resolve();
      else reject(new DatabaseFault(`Не удалось создать базу данных (initdb: ${signal ?? code}). ${errors.trim()}`));
    });
  });
}

/** uid and gid for spawn; none when PostgreSQL runs under our own user. */
export function identity(user: SystemUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

/** PostgreSQL needs nothing of our environment, and none of our secrets should stand in its own. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin', NODE_ENV: 'production' };
}
