/** `npm start`: everything from nothing to a portal that answers. docs/operations.md */
import { portalEnvironment } from '../lib/env';
import { currentBuild, keepBuild } from './portal/build';
import { command, onStopRequest, say } from './portal/command';
import { demonstrationLines, loadDemonstrationIfEmpty } from './portal/demonstration';
import { openInstallation } from './portal/installation';
import { keepMemoryLow } from './portal/memory';
import { listeningAddress, requireFreePort, takePortalLock } from './portal/running';
import { serve } from './portal/serve';

const root = process.cwd();
keepMemoryLow();

await command(async () => {
  const environment = portalEnvironment();
  const lock = takePortalLock(environment, listeningAddress(environment));
  // What was started, in the order of stopping.
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0)) await stopOne();
    lock.release();
  };
  onStopRequest(async () => {
    say('Останавливаю портал…');
    await stop();
    say('Портал остановлен.');
  });
  try {
    await requireFreePort(environment);
    const installation = await openInstallation(say, environment);
    stops.unshift(() => installation.close());
    await loadDemonstrationIfEmpty(installation, say);
    const build = await currentBuild(root, say);
    keepBuild(root, build);
    const server = await serve(root, build, environment.host, environment.port);
    stops.unshift(() => server.stop());
    const lines = await demonstrationLines(installation);
    const address = environment.publicAddress ?? listeningAddress(environment);
    say(`Портал работает: ${address}`);
    for (const line of [...lines, 'Остановить: Ctrl-C.']) console.log(line);
  } catch (error) {
    await stop();
    throw error;
  }
  // One failed request must not take the portal down with it; Next itself keeps to this.
  process.on('uncaughtException', (error) => console.error(error));
  process.on('unhandledRejection', (error) => console.error(error));
});
