/** Reports made in the background: the queue, two workers, a killed one, who gets the file, how long it is kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed } from '@/lib/domain/failure';
import { buildReports, builtReport } from '@/lib/portal/reports/building';
import { askForReport } from '@/lib/portal/reports/commands';
import { DAYS_KEPT, removeOldReports } from '@/lib/portal/reports/made';
import { madeReport, madeReportFile, madeReports } from '@/lib/portal/reports/queries';
import { reportRequestSchema } from '@/lib/portal/reports/schema';
import { type TestDatabase, testDatabase } from '../harness/database';
import { NOW, newWorld, type SchoolWithCard, type World } from './card-world';
import { code, value } from './support-world';

const YEAR = '2020-2021';
const folder = mkdtempSync(join(tmpdir(), 'moc-reports-'));
let database: TestDatabase;
let world: World;
let school: SchoolWithCard;
let head: Viewer;

beforeAll(async () => {
  vi.stubEnv('MOC_DATA_DIR', folder);
  database = await testDatabase();
  world = await newWorld();
  school = await world.school();
  head = world.city.head;
});
afterAll(async () => {
  await database.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await database.owner.madeReport.deleteMany();
});

const ask = (viewer: Viewer, more: object = {}, now = NOW) =>
  askForReport(viewer, reportRequestSchema.parse({ kind: 'year', schoolYear: YEAR, format: 'docx', ...more }), now);
const page = { page: 1, pageSize: 50 };

describe('asking', () => {
  it('twice for the same while it waits is one place in the queue', async () => {
    const [one, other] = await Promise.all([ask(head), ask(head)]);
    expect(value(one).id).toBe(value(other).id);
    expect(value(one)).toMatchObject({ state: 'QUEUED', progress: 0, askedBy: head.name, fileName: null });
    expect(value(await ask(head, { format: 'pdf' })).id).not.toBe(value(one).id);
    expect(value(await madeReports(head, page)).total).toBe(2);
  });

  it('is refused to others, for other places and for what is not offered', async () => {
    const { municipalityId } = world.city;
    expect(code(await ask(school.principal))).toBe('FORBIDDEN');
    expect(code(await ask(world.admin))).toBe('FORBIDDEN');
    expect(code(await ask(world.town.head, { municipalityId }))).toBe('NOT_FOUND');
    expect(code(await ask(world.coordinator))).toBe('INVALID');
    expect(code(await ask(world.coordinator, { municipalityId }))).toBe('OK');
    expect(code(await ask(head, { format: 'xlsx' }))).toBe('INVALID');
    expect(code(await ask(head, { kind: 'dossier' }))).toBe('INVALID');
    expect(code(await ask(world.town.head, { kind: 'dossier', schoolId: school.schoolId }))).toBe('INVALID');
    expect(code(await ask(head, { kind: 'dossier', schoolId: school.schoolId }))).toBe('OK');
  });

  it('for very many at once is put off', async () => {
    const years = Array.from({ length: 20 }, (_, at) => `${1990 + at}-${1991 + at}`);
    for (const schoolYear of years) expect(code(await ask(head, { schoolYear }))).toBe('OK');
    expect(code(await ask(head))).toBe('CONFLICT');
    expect(code(await ask(head, { schoolYear: years[3] }))).toBe('OK');
  });
});

describe('the worker', () => {
  it('makes the file that building it directly gives, and its asker and the head download it', async () => {
    const { id } = value(await ask(world.city.staff));
    expect(code(await madeReportFile(world.city.staff, id))).toBe('CONFLICT');
    expect(await buildReports()).toBe(1);
    const made = value(await madeReport(world.city.staff, id));
    expect(made).toMatchObject({ state: 'DONE', progress: 100, step: '', fileName: `Отчёт МОЦ ${YEAR}.docx` });
    const file = value(await madeReportFile(world.city.staff, id));
    const bytes = await buffer(file.contents);
    expect([file.name, file.size]).toEqual([made.fileName, bytes.length]);
    expect(code(await madeReportFile(head, id))).toBe('OK');
    expect(code(await madeReportFile(world.coordinator, id))).toBe('OK');
    expect(code(await madeReportFile(world.town.head, id))).toBe('NOT_FOUND');
    expect(code(await madeReportFile(school.principal, id))).toBe('NOT_FOUND');
    expect(code(await madeReportFile(world.admin, id))).toBe('FORBIDDEN');
    expect(value(await madeReports(world.coordinator, page)).total).toBe(1);
    const heads = value(await ask(head)).id;
    await buildReports();
    expect(code(await madeReportFile(world.city.staff, heads))).toBe('NOT_FOUND');
    expect(value(await madeReports(world.city.staff, page)).items.map((one) => one.id)).toEqual([id]);
  });

  it('of two at once each takes another report', async () => {
    for (const format of ['docx', 'pdf']) await ask(head, { format });
    const seen: string[] = [];
    const slowly: typeof builtReport = async (viewer, kind, asked, format, now, progress) => {
      seen.push(format);
      await new Promise((later) => setTimeout(later, 100));
      return builtReport(viewer, kind, asked, format, now, progress);
    };
    const counts = await Promise.all([buildReports(slowly), buildReports(slowly)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(seen.sort()).toEqual(['docx', 'pdf']);
    expect(value(await madeReports(head, page)).items.every(({ state }) => state === 'DONE')).toBe(true);
  });

  it('that was killed leaves its report to the next one, and comes too late itself', async () => {
    const { id } = value(await ask(head));
    let finish = () => {};
    const stalled = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const dead = buildReports(async () => {
      await stalled;
      return done({ name: 'старый.docx', mediaType: 'text/plain', bytes: new Uint8Array([1]) });
    });
    await vi.waitFor(async () => expect(value(await madeReport(head, id)).state).toBe('RUNNING'));
    expect(await buildReports()).toBe(0);
    await database.owner.madeReport.update({ where: { id }, data: { leaseUntil: new Date(0) } });
    expect(await buildReports()).toBe(1);
    finish();
    await dead;
    expect(value(await madeReport(head, id)).fileName).toBe(`Отчёт МОЦ ${YEAR}.docx`);
  });

  it('tells why a report could not be made, and gives up what breaks each time', async () => {
    const refused = value(await ask(head, { kind: 'list' })).id;
    await buildReports();
    const told = value(await madeReport(head, refused));
    expect([told.state, told.failure]).toEqual(['FAILED', 'За этот год список не утверждён. Утвердите его приказом.']);
    const broken = value(await ask(head)).id;
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    let tried = 0;
    await buildReports(async () => {
      tried += 1;
      throw new Error('boom');
    });
    quiet.mockRestore();
    expect([tried, value(await madeReport(head, broken)).state]).toEqual([3, 'FAILED']);
    expect(value(await ask(head)).id).not.toBe(broken);
  });

  it('sees what the asker may see when it works, not when it was asked', async () => {
    const { id } = value(await ask(world.city.staff));
    const where = { id: world.city.staff.accountId };
    await database.owner.account.update({ where, data: { active: false } });
    await buildReports();
    await database.owner.account.update({ where, data: { active: true } });
    expect(value(await madeReport(head, id))).toMatchObject({ state: 'FAILED', fileName: null });
  });

  it('says how far it is', async () => {
    const { id } = value(await ask(head));
    await buildReports(async (_viewer, _kind, _asked, _format, _now, progress) => {
      await progress?.(60, 'Верстаем документ');
      const { state, progress: percent, step } = value(await madeReport(head, id));
      expect([state, percent, step]).toEqual(['RUNNING', 60, 'Верстаем документ']);
      return failed('INVALID', 'Нечего собирать.');
    });
    expect(value(await madeReport(head, id)).failure).toBe('Нечего собирать.');
  });
});

it('files are removed when their days are over', async () => {
  const { id } = value(await ask(head));
  await buildReports();
  const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
  expect(await removeOldReports(days(DAYS_KEPT - 1))).toBe(0);
  const { storageKey } = await database.owner.madeReport.findUniqueOrThrow({ where: { id } });
  expect(await removeOldReports(days(DAYS_KEPT + 1))).toBe(1);
  expect(code(await madeReport(head, id))).toBe('NOT_FOUND');
  const { readFile } = await import('@/lib/work/storage');
  expect(await readFile(storageKey ?? '')).toBeNull();
});
