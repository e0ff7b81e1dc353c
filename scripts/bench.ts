/** `npm run bench`: how fast the portal is at the size of a country. docs/performance.md */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandFault, command } from './portal/command';

await command(async () => {
  // the product never needs its tests, so the benchmark is found by its place
  const file = resolve('tests', 'bench', 'run.ts');
  if (!existsSync(file)) throw new CommandFault('Здесь нет папки tests: измерения запускают в полной копии проекта.');
  const { benchmark } = (await import(pathToFileURL(file).href)) as { benchmark: () => Promise<boolean> };
  process.exit((await benchmark()) ? 0 : 1);
});
