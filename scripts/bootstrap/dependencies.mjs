/** The packages of package-lock.json in node_modules, whole and of this machine. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf, MODULES, ROOT, read, say } from './basics.mjs';
import { isStopping, run } from './processes.mjs';

const INSTALLED = join(MODULES, '.moc-installed');

function wantedInstallation() {
  return hashOf(
    read(join(ROOT, 'package.json')),
    read(join(ROOT, 'package-lock.json')),
    process.platform,
    process.arch,
  );
}

/** Somebody ran `npm ci` by hand: npm writes its hidden lock file last, so a whole one means a whole installation. */
function installedByHand() {
  try {
    const wanted = JSON.parse(read(join(ROOT, 'package-lock.json'))).packages;
    const there = JSON.parse(read(join(MODULES, '.package-lock.json'))).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || (entry.optional && !there[path])) return true;
      return there[path]?.version === entry.version && there[path]?.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/** Whether a whole installation of the lock file is there; one left half-done is not. */
export function isInstalled() {
  if (read(INSTALLED) === wantedInstallation()) return true;
  if (!installedByHand() || !existsSync(ownNode())) return false;
  writeFileSync(INSTALLED, wantedInstallation());
  return true;
}

/** npm's own program file, so that no shell and no search path is needed. */
function npmCommand() {
  const folder = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ];
  const found = candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return found ? [process.execPath, [found]] : ['npm', []];
}

/** Installs; ends the process with one line when that fails. */
export async function install() {
  say('Устанавливаю зависимости (npm ci)…');
  rmSync(INSTALLED, { force: true });
  const [program, args] = npmCommand();
  // devDependencies are needed to build, whatever NODE_ENV says.
  const { code, signal, error } = await run(program, [
    ...args,
    'ci',
    '--include=dev',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (isStopping()) process.exit(130);
  if (code !== 0) {
    stop(
      `Зависимости не установлены (npm ci: ${error?.message ?? signal ?? code}): проверьте доступ к реестру npm и повторите.`,
    );
  }
  if (!existsSync(ownNode()) && Number(process.versions.node.split('.')[0]) < 24) {
    stop(
      `Node 24 для ${process.platform}-${process.arch} не установлен: повторите или запустите портал под Node ≥ 24.`,
    );
  }
  writeFileSync(INSTALLED, wantedInstallation());
}

function ownNode() {
  const name = `node-${process.platform}-${process.arch}`;
  return join(MODULES, name, 'bin', 'node');
}

/** The pinned Node of node_modules; the one we run under where none is made for this machine. */
export function runtime() {
  return existsSync(ownNode()) ? ownNode() : process.execPath;
}
