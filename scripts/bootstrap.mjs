/**
 * What `npm start`, `npm test` and the other commands call: plain JavaScript without dependencies for any Node ≥ 20.
 * Installs what is missing, generates the database client, then runs scripts/<command>.ts under the project's own Node.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const INSTALLED = join(MODULES, '.moc-installed');
const GENERATED = join(MODULES, '.moc-generated');
const INSTALL_LOCK = join(ROOT, '.install.lock');
const LEAST_NODE = 20;
const KILL_AFTER_MS = 40_000;

/** The running child and how it was asked to stop; signals are passed on to it. */
let child;
let stopping = false;

function say(line) {
  process.stderr.write(`${line}\n`);
}

function stop(line) {
  say(line);
  process.exit(1);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

// --- processes -------------------------------------------------------------------------------------------------------

/** Runs a program to its end and gives {code, signal}; never through a shell. */
function run(program, args, { env = {}, ipc = false, quiet = false } = {}) {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn('SIGTERM'));

function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat === '' ? null : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** npm killed by force cannot tell us: its end is seen by our parent changing (npm itself, or npm's shell in between). */
function watchNpm() {
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

// --- dependencies ----------------------------------------------------------------------------------------------------

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

function isInstalled() {
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

async function install() {
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
  if (stopping) process.exit(130);
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
function runtime() {
  return existsSync(ownNode()) ? ownNode() : process.execPath;
}

// --- database client -------------------------------------------------------------------------------------------------

function wantedClient() {
  const folder = join(ROOT, 'prisma', 'schema');
  const files = readdirSync(folder).sort();
  const version = read(join(MODULES, 'prisma', 'package.json'));
  return hashOf(version, ...files.flatMap((file) => [file, read(join(folder, file))]));
}

function isGenerated() {
  return read(GENERATED) === wantedClient() && existsSync(join(ROOT, 'lib', 'db', 'generated', 'client.ts'));
}

async function generate() {
  say('Создаю клиент базы данных (prisma generate)…');
  rmSync(GENERATED, { force: true });
  const { code, signal } = await run(
    runtime(),
    [join(MODULES, 'prisma', 'build', 'index.js'), 'generate', '--no-hints'],
    {
      // The schema engine is looked for and not used; without this Prisma would download it.
      quiet: true,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: runtime(), CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
  if (stopping) process.exit(130);
  if (code !== 0) stop(`Клиент базы данных не создан (prisma generate: ${signal ?? code}).`);
  writeFileSync(GENERATED, wantedClient());
}

// --- one installation at a time --------------------------------------------------------------------------------------

/** Whether another command of ours has this number; a number used again by somebody else does not count. */
function isAlive(pid) {
  const commandLine = read(`/proc/${pid}/cmdline`);
  if (commandLine !== '' && !commandLine.includes('bootstrap.mjs')) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function takeInstallLock() {
  for (let waited = 0; ; waited += 1) {
    try {
      const file = openSync(INSTALL_LOCK, 'wx');
      writeSync(file, String(process.pid));
      process.on('exit', () => rmSync(INSTALL_LOCK, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(read(INSTALL_LOCK));
    if (holder > 0 && !isAlive(holder)) rmSync(INSTALL_LOCK, { force: true });
    else if (holder === 0 && waited > 20) rmSync(INSTALL_LOCK, { force: true });
    else {
      if (waited === 0) say(`Зависимости устанавливает процесс ${holder}, жду…`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function prepare() {
  if (isInstalled() && isGenerated()) return;
  await takeInstallLock();
  if (!isInstalled()) await install();
  if (!isGenerated()) await generate();
  rmSync(INSTALL_LOCK, { force: true });
}

// --- the command -----------------------------------------------------------------------------------------------------

/** Variables may also stand in .env; those already set are stronger. Tests take no settings from outside. */
function settingsFile() {
  const file = join(ROOT, '.env');
  return command !== 'test' && existsSync(file) ? [`--env-file=${file}`] : [];
}

const [command = '', ...args] = process.argv.slice(2);
const ENVIRONMENTS = { dev: 'development', test: 'test' };

if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
  stop(`Нужен Node версии не ниже ${LEAST_NODE}, а сейчас ${process.version}.`);
}
const script = join(ROOT, 'scripts', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) stop(`Нет команды «${command}».`);
watchNpm();
await prepare();
if (stopping) process.exit(130);
const { code, signal, error } = await run(runtime(), [...settingsFile(), '--import', 'tsx', script, ...args], {
  ipc: true,
  env: { NODE_ENV: ENVIRONMENTS[command] ?? 'production' },
});
if (error) say(`Не удалось запустить ${runtime()}: ${error.message}`);
process.exit(signal === null ? code : stopping && signal === 'SIGTERM' ? 0 : 1);
