/**
 * 40,000 rows the whole way (received, read, matched, staged, applied, undone) in a database of its own:
 * `npm run bench -- imports [rows]`. Tells seconds and the greatest memory of the process; the goal is
 * 60 s and 512 MB on two cores.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Viewer } from '@/lib/access/viewer';
import { embeddedServer } from '@/lib/db/embedded';
import { PrismaClient } from '@/lib/db/generated/client';
import { applyMigrations } from '@/lib/db/migrate';
import { provideInstallation } from '@/lib/env';
import { applyImport, previewImport, undoImport } from '@/lib/portal/imports/commands';
import { say } from '@/scripts/portal/command';
import { keepMemoryLow } from '@/scripts/portal/memory';
import { manySchools, rowsOfMarks } from '../portal/many-rows';

const MEGABYTE = 1024 * 1024;
const MUNICIPALITIES = 27;
const SCHOOLS = 350;
/** the largest municipality has so many of them */
const CITY_SCHOOLS = 43;

/** Measures one import of so many rows and prints what it took. */
export async function measureImports(rows: number): Promise<void> {
  keepMemoryLow();
  const folder = mkdtempSync(join(tmpdir(), 'moc-import-bench-'));
  const server = await embeddedServer(folder, { say: () => {} });
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: server.ownerUrl }) });
  try {
    await applyMigrations(server.ownerUrl);
    provideInstallation({
      ...{
        databaseUrl: server.ownerUrl,
        dataDirectory: folder,
        sessionSecret: 'a secret of the benchmark',
        trustHost: true,
      },
      publicAddress: 'http://127.0.0.1:3000',
    });
    const { viewer, codes } = await regionOf(owner);
    const path = join(folder, 'отметки.csv');
    writeFileSync(path, rowsOfMarks(codes, rows));
    await measure(viewer, path, rows);
  } finally {
    await owner.$disconnect();
    await globalThis.mocPrismaClient?.$disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(viewer: Viewer, path: string, rows: number): Promise<void> {
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const now = new Date();
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    peak = process.memoryUsage.rss();
    const began = performance.now();
    const result = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${what}: ${seconds} с, память процесса до ${Math.round(peak / MEGABYTE)} МБ`);
    return result;
  };
  const input = { kind: 'VPR_MARKS' as const, schoolYear: '2019-2020' };
  const upload = { fileName: 'отметки.csv', announced: 0, contents: createReadStream(path) };
  say(`до начала: ${Math.round(process.memoryUsage.rss() / MEGABYTE)} МБ`);
  const preview = await timed(`${rows} строк прочитаны и показаны`, () => previewImport(viewer, input, upload, now));
  if (!preview.ok) throw new Error(preview.failure.detail);
  say(`годится ${preview.value.accepted} из ${preview.value.rows}`);
  for (const [what, act] of [
    ['применены', applyImport],
    ['отменены', undoImport],
  ] as const) {
    const done = await timed(what, () => act(viewer, preview.value.id, now));
    if (!done.ok) throw new Error(done.failure.detail);
  }
  clearInterval(watch);
}

/** A region of 27 municipalities with 350 schools, as large as Смоленская область, and its coordinator. */
async function regionOf(owner: PrismaClient): Promise<{ viewer: Viewer; codes: string[] }> {
  const region = await owner.region.create({ data: { code: randomUUID(), name: 'Область' } });
  const codes: string[] = [];
  const municipalityIds: string[] = [];
  for (let at = 0; at < MUNICIPALITIES; at += 1) {
    const { id } = await owner.municipality.create({
      data: { regionId: region.id, code: randomUUID(), name: `Муниципалитет ${at + 1}`, kind: 'MUNICIPAL_OKRUG' },
    });
    municipalityIds.push(id);
    const schools = at === 0 ? CITY_SCHOOLS : Math.ceil((SCHOOLS - CITY_SCHOOLS) / (MUNICIPALITIES - 1));
    codes.push(...(await manySchools(owner, id, schools)));
  }
  const data = { email: 'region@bench.local', name: 'СОИРО', passwordHash: '-', role: 'REGION_COORDINATOR' as const };
  const account = await owner.account.create({ data: { ...data, regionId: region.id } });
  const { email, name, role } = data;
  const about = { accountId: account.id, email, name, role, regionId: region.id };
  return { viewer: { ...about, municipalityId: null, schoolId: null, municipalityIds, preferences: {} }, codes };
}
