/**
 * What `npm start`, `npm test` and the other commands call: plain JavaScript without dependencies for any Node ≥ 20.
 * Installs what is missing, generates the database client, then runs scripts/<command>.ts under the project's own Node.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, refuse, say } from './bootstrap/basics.mjs';
import { generate, isGenerated } from './bootstrap/database-client.mjs';
import { install, isInstalled, runtime } from './bootstrap/dependencies.mjs';
import { releaseInstallLock, takeInstallLock } from './bootstrap/install-lock.mjs';
import { isStopping, passSignalsOn, run, watchNpm } from './bootstrap/processes.mjs';

const LEAST_NODE = 20;

async function prepare() {
  if (isInstalled() && isGenerated()) return;
  await takeInstallLock();
  if (!isInstalled()) await install();
  if (!isGenerated()) await generate();
  releaseInstallLock();
}

/** Variables may also stand in .env; those already set are stronger. Tests take no settings from outside. */
function settingsFile() {
  const file = join(ROOT, '.env');
  return command !== 'test' && existsSync(file) ? [`--env-file=${file}`] : [];
}

const [command = '', ...args] = process.argv.slice(2);
const ENVIRONMENTS = { dev: 'development', test: 'test' };

if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
  refuse(`Нужен Node версии не ниже ${LEAST_NODE}, а сейчас ${process.version}.`);
}
const script = join(ROOT, 'scripts', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) refuse(`Нет команды «${command}».`);
passSignalsOn();
watchNpm();
await prepare();
if (isStopping()) process.exit(130);
const { code, signal, error } = await run(runtime(), [...settingsFile(), '--import', 'tsx', script, ...args], {
  ipc: true,
  env: { NODE_ENV: ENVIRONMENTS[command] ?? 'production' },
});
if (error) say(`Не удалось запустить ${runtime()}: ${error.message}`);
process.exit(signal === null ? code : isStopping() && signal === 'SIGTERM' ? 0 : 1);
