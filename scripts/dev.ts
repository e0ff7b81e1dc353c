/** `npm run dev`: the same installation served by the development server of Next. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { portalEnvironment } from '../lib/env';
import { command, onStopRequest, say } from './portal/command';
import { demonstrationLines, loadDemonstrationIfEmpty } from './portal/demonstration';
import { openInstallation } from './portal/installation';
import { listeningAddress, requireFreePort, takePortalLock } from './portal/running';

await command(async () => {
  const environment = portalEnvironment();
  const lock = takePortalLock(environment, listeningAddress(environment));
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0)) await stopOne();
    lock.release();
  };
  onStopRequest(stop);
  try {
    await requireFreePort(environment);
    const installation = await openInstallation(say, environment);
    stops.unshift(() => installation.close());
    await loadDemonstrationIfEmpty(installation, say);
    for (const line of await demonstrationLines(installation)) console.log(line);
    const next = join('node_modules', 'next', 'dist', 'bin', 'next');
    const args = [next, 'dev', '--port', String(environment.port), '--hostname', environment.host];
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    stops.unshift(async () => {
      child.kill('SIGTERM');
      await ended;
    });
    await ended;
    await stop();
  } catch (error) {
    await stop();
    throw error;
  }
});
