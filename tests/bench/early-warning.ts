/**
 * How good early warnings are: in drawn regions, where the truth is known, and in the demonstration region, by the page's own
 * back-test: `npm run bench -- early-warning`. Writes the tables of docs/early-warning.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forSystem } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import type { BackTest } from '@/lib/domain/early-warning/back-test';
import { provideInstallation } from '@/lib/env';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import { loadDemonstration } from '@/prisma/demo/load';
import { say } from '@/scripts/portal/command';
import { CALIBRATION_BINS, type DrawnTest, testedByDrawing } from './early-warning-drawn';

const DOCUMENT = 'docs/early-warning.md';
const PLANS = [
  { name: '1 city of 43 schools', cities: 1, schoolsPerCity: 43, listedPerCity: 8, reliability: 0.62, runs: 400 },
  { name: '27 cities, 351 schools', cities: 27, schoolsPerCity: 13, listedPerCity: 2, reliability: 0.62, runs: 50 },
  {
    name: '27 cities, sums of less worth',
    cities: 27,
    schoolsPerCity: 13,
    listedPerCity: 2,
    reliability: 0.3,
    runs: 50,
  },
  {
    name: '27 cities, sums of chance alone',
    cities: 27,
    schoolsPerCity: 13,
    listedPerCity: 2,
    reliability: 0,
    runs: 50,
  },
] as const;

export async function measureEarlyWarning(measuredOn: Date): Promise<void> {
  const drawn = PLANS.map(({ name, ...plan }) => ({ name, plan, test: testedByDrawing(plan) }));
  say('Загружаю демонстрационный регион…');
  const demonstration = await demonstrationTests();
  const tables = {
    drawn: [`Measured on ${measuredOn.toISOString().slice(0, 10)}.`, '', ...drawnTable(drawn)],
    calibration: calibrationTable(drawn.map(({ name, test }) => ({ name, test }))),
    demonstration: demonstrationTable(demonstration),
  };
  let text = readFileSync(DOCUMENT, 'utf8');
  for (const [mark, lines] of Object.entries(tables)) {
    text = replaced(text, mark, lines.join('\n'));
    process.stdout.write(`\n${lines.join('\n')}\n`);
  }
  writeFileSync(DOCUMENT, text);
}

function replaced(text: string, mark: string, table: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  return `${text.slice(0, text.indexOf(begin) + begin.length)}\n${table}\n${text.slice(text.indexOf(end))}`;
}

const percent = (share: number | null) => (share === null ? '—' : `${(share * 100).toFixed(0)} %`);
const figures = ({ alarms, sensitivity, precision, brier }: BackTest) =>
  `${alarms} | ${percent(sensitivity)} | ${percent(precision)} | ${brier === null ? '—' : brier.toFixed(3)}`;
const RULES = [
  ['forecast', 'forecast from three years'],
  ['naive', 'same sum as last year'],
  ['highest', 'as many by the highest last sums'],
] as const;

function drawnTable(rows: { name: string; plan: { reliability: number; runs: number }; test: DrawnTest }[]): string[] {
  return [
    '| drawn | reliability | cases, of them reached | rule | warnings | found | came true | Brier |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.flatMap(({ name, plan, test }) =>
      RULES.map(
        ([key, rule]) =>
          `| ${name}, ${plan.runs} runs | ${plan.reliability} | ${test.forecast.n}, ${test.forecast.reached} | ${rule} | ${figures(test[key])} |`,
      ),
    ),
  ];
}

function calibrationTable(rows: { name: string; test: DrawnTest }[]): string[] {
  const bins = CALIBRATION_BINS.map(([low, high]) => `${low * 100}–${high * 100} %`);
  return [
    `| drawn | ${bins.map((bin) => `chance ${bin}: said → reached`).join(' | ')} |`,
    `|---|${bins.map(() => '---').join('|')}|`,
    ...rows.map(
      ({ name, test }) =>
        `| ${name} | ${test.calibration.map(({ said, reached, n }) => `${percent(said)} → ${percent(reached)} (${n})`).join(' | ')} |`,
    ),
  ];
}

interface PlaceTest {
  name: string;
  tested: { forecast: BackTest; naive: BackTest; highest: BackTest };
}

function demonstrationTable(places: PlaceTest[]): string[] {
  return [
    '| viewer | cases, of them reached | rule | warnings | found | came true | Brier |',
    '|---|---|---|---|---|---|---|',
    ...places.flatMap(({ name, tested }) =>
      RULES.map(
        ([key, rule]) =>
          `| ${name} | ${tested.forecast.n}, ${tested.forecast.reached} | ${rule} | ${figures(tested[key])} |`,
      ),
    ),
  ];
}

/** The back-test of the page as МОЦ of the city and as СОИРО see it. */
async function demonstrationTests(): Promise<PlaceTest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moc-warning-bench-'));
  const server = await embeddedServer(folder, { say: () => {}, durable: false });
  try {
    await applyMigrations(server.ownerUrl);
    await loadDemonstration(server.ownerUrl, () => {});
    provideInstallation({
      ...{ databaseUrl: server.ownerUrl, dataDirectory: folder, sessionSecret: 'a secret of the benchmark' },
      ...{ publicAddress: 'http://127.0.0.1:3000', trustHost: true },
    });
    const places: PlaceTest[] = [];
    for (const [name, email] of [
      ['МОЦ, Smolensk', 'moc@demo.local'],
      ['СОИРО, 27 municipalities', 'soiro@demo.local'],
    ] as const) {
      const view = await earlyWarningView(await viewerOf(email));
      if (!view.ok) throw new Error(view.failure.detail);
      places.push({ name, tested: view.value.tested });
    }
    return places;
  } finally {
    await globalThis.mocPrismaClient?.$disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function viewerOf(email: string): Promise<Viewer> {
  return forSystem('maintenance', async (db) => {
    const { id, name, role, regionId, municipalityId, schoolId } = await db.account.findFirstOrThrow({
      where: { email },
    });
    const within = municipalityId ? { id: municipalityId } : { regionId: regionId ?? '' };
    const municipalityIds = (await db.municipality.findMany({ where: within, select: { id: true } })).map(
      (one) => one.id,
    );
    return { accountId: id, email, name, role, regionId, municipalityId, schoolId, municipalityIds, preferences: {} };
  });
}
