/**
 * `npm run bench`: how fast the portal is at the size of a country, docs/performance.md; `npm run bench -- objectivity`: how
 * often the signs of biased results fire with and without bias, docs/objectivity.md; `npm run bench -- imports`: seconds and
 * memory of one large import; `npm run bench -- effectiveness`: how often an
 * effect of support is seen, docs/effectiveness.md; `npm run bench -- early-warning`: how good warnings are,
 * docs/early-warning.md; `npm run bench -- dashboards`: the overviews of 40,000 schools, fast and counted again over the API,
 * docs/performance.md; `npm run bench -- library`: the search among 20,000 documents.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandFault, command } from './portal/command';

await command(async () => {
  const [what = 'portal', size = '40000'] = process.argv.slice(2);
  if (what === 'objectivity') {
    const { simulateObjectivity } = (await fromTests('objectivity-simulation.ts')) as {
      simulateObjectivity: (measuredOn: Date) => void;
    };
    simulateObjectivity(new Date());
    process.exit(0);
  }
  if (what === 'imports') {
    const { measureImports } = (await fromTests('imports.ts')) as { measureImports: (rows: number) => Promise<void> };
    await measureImports(Number(size));
    process.exit(0);
  }
  if (what === 'library') {
    const { measureLibrary } = (await fromTests('library.ts')) as {
      measureLibrary: (count: number) => Promise<boolean>;
    };
    process.exit((await measureLibrary(process.argv[3] === undefined ? 20_000 : Number(size))) ? 0 : 1);
  }
  if (what === 'effectiveness') {
    const { measureEffectiveness } = (await fromTests('effectiveness.ts')) as {
      measureEffectiveness: (measuredOn: Date) => void;
    };
    measureEffectiveness(new Date());
    process.exit(0);
  }
  if (what === 'dashboards') {
    const { measureDashboards } = (await fromTests('dashboards.ts')) as { measureDashboards: () => Promise<boolean> };
    process.exit((await measureDashboards()) ? 0 : 1);
  }
  if (what === 'early-warning') {
    const { measureEarlyWarning } = (await fromTests('early-warning.ts')) as {
      measureEarlyWarning: (measuredOn: Date) => Promise<void>;
    };
    await measureEarlyWarning(new Date());
    process.exit(0);
  }
  if (what !== 'portal')
    throw new CommandFault(
      `Нет измерения «${what}». Есть: dashboards, early-warning, effectiveness, objectivity, imports, library; без слова — скорость.`,
    );
  const { benchmark } = (await fromTests('run.ts')) as { benchmark: () => Promise<boolean> };
  process.exit((await benchmark()) ? 0 : 1);
});

/** The product never needs its tests, so that a benchmark is found by its place. */
async function fromTests(name: string): Promise<unknown> {
  const file = resolve('tests', 'bench', name);
  if (!existsSync(file)) throw new CommandFault('Здесь нет папки tests: измерения запускают в полной копии проекта.');
  return import(pathToFileURL(file).href);
}
