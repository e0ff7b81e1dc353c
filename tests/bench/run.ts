/** `npm run bench`: the portal over a whole country, in a database of its own that is removed at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import { provideInstallation } from '@/lib/env';
import { onStopRequest, say } from '@/scripts/portal/command';
import { crowd, crowdLines } from './crowd';
import { type Measure, type Measured, measured, tableLines } from './measure';
import { portalMeasures } from './portal-measures';
import { type ProcessorClock, processorClock } from './processor-time';
import { ruleMeasures } from './rule-measures';
import { fillScale, scaleInstrument } from './scale';
import { COUNTRY } from './scale-size';
import { fillingPrincipals, viewersOf } from './viewers';

const PEOPLE = 200;
const CROWD_SECONDS = 20;
const THINKING_MS = 3_000;

/** The whole benchmark; false when a call failed. A goal missed on a busy machine is told and is no failure. */
export async function benchmark(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-bench-'));
  let stopping: Promise<void> | undefined;
  // what people are told was saved is on the disk: the same settings as `npm start`
  const starting = embeddedServer(folder, {
    say: () => {},
    onStarted: (databasePid) => {
      if (process.connected) process.send?.({ databasePid });
    },
  });
  const clear = () => {
    stopping ??= (async () => {
      await globalThis.mocPrismaClient?.$disconnect().catch(() => {});
      await (await starting.catch(() => null))?.stop();
      rmSync(folder, { recursive: true, force: true });
    })();
    return stopping;
  };
  onStopRequest(clear);
  try {
    const server = await starting;
    return await measureAll(server.ownerUrl, folder, processorClock(server.pid()));
  } finally {
    await clear();
  }
}

async function measureAll(ownerUrl: string, dataDirectory: string, clock: ProcessorClock): Promise<boolean> {
  sayMachine();
  await applyMigrations(ownerUrl);
  const { municipalities, schools } = COUNTRY;
  say(`Заполняю базу: ${schools} школ в ${municipalities} муниципалитетах, два года карт…`);
  await fillScale(ownerUrl, COUNTRY);
  provideInstallation({
    ...{ databaseUrl: ownerUrl, dataDirectory, sessionSecret: 'a secret of the benchmark alone', trustHost: true },
    publicAddress: 'http://127.0.0.1:3000',
  });
  const viewers = await viewersOf(COUNTRY);
  say('Измеряю запросы портала…');
  const asked = await all(portalMeasures(COUNTRY, viewers), clock);
  say('Измеряю правила…');
  const rules = await all(ruleMeasures(scaleInstrument().definition), clock);
  const people = await fillingPrincipals(COUNTRY, PEOPLE);
  say(`${PEOPLE} директоров заполняют карты, ответ раз в ${THINKING_MS / 1000} с…`);
  const thinking = await crowd(people, CROWD_SECONDS, THINKING_MS);
  say(`${PEOPLE} директоров без пауз…`);
  const pressing = await crowd(people, CROWD_SECONDS, 0);

  show('Портал (SQL: с BEGIN, областью видимости и COMMIT)', tableLines(asked));
  show('Правила без базы', tableLines(rules));
  show('Одновременная работа, ответ раз в 3 с', crowdLines(thinking));
  show('Одновременная работа без пауз', crowdLines(pressing));
  sayMachine();
  const missed = [...asked, ...rules].filter(({ p95, goal }) => goal !== null && p95 > goal);
  const errors = thinking.errors.size + pressing.errors.size;
  say(`Не достигли цели: ${missed.length}; ошибок при одновременной работе: ${errors}.`);
  return errors === 0;
}

async function all(measures: readonly Measure[], clock: ProcessorClock): Promise<Measured[]> {
  const found: Measured[] = [];
  for (const measure of measures) found.push(await measured(measure, clock));
  return found;
}

function show(heading: string, lines: readonly string[]): void {
  console.log(`\n${heading}\n${lines.join('\n')}`);
}

/** Figures say little without the machine; others at work on it show in its load. */
function sayMachine(): void {
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg().map((value) => value.toFixed(1));
  say(
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} ГБ, Node ${process.version}, загрузка ${load.join(' ')}`,
  );
}
