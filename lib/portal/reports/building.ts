/** The bytes of a report, and the worker that makes those which people asked for. */
import { forSystem, forViewer } from '@/lib/access/door';
import { viewerOfAccount } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { DOCX, reportDocx } from '@/lib/exchange/report-docx';
import { PDF, reportPdf } from '@/lib/exchange/report-pdf';
import { steadyOffice } from '@/lib/exchange/steady-zip';
import { XLSX_TYPE } from '@/lib/exchange/table-export';
import { discardFile, keepFile, receiveFile } from '@/lib/work/storage';
import type { AskedDocument, ReportFormat, ReportKind } from './kind';
import { reportKind } from './kinds';
import { storedTemplate } from './templates';

export interface BuiltReport {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Told while it is built: percent 0..100 and what is being done. */
export type Progress = (percent: number, step: string) => Promise<void>;

/** The file of a report as the viewer may see it; the same figures and texts on one day give the same bytes. */
export async function builtReport(
  viewer: Viewer,
  kind: ReportKind,
  asked: AskedDocument,
  format: ReportFormat,
  now: Date,
  progress: Progress = async () => {},
): Promise<Outcome<BuiltReport>> {
  if (!kind.formats.includes(format)) return failed('INVALID', 'Такого формата у этого отчёта нет.');
  await progress(10, 'Собираем сведения');
  if (format === 'xlsx') {
    const made = await kind.workbook?.(viewer, asked, now);
    if (!made) return failed('INVALID', 'Такого формата у этого отчёта нет.');
    return made.ok ? done({ name: `${made.value.name}.xlsx`, mediaType: XLSX_TYPE, bytes: made.value.bytes }) : made;
  }
  const { texts } = await forViewer(viewer, (db) => storedTemplate(db, asked.municipalityId, kind));
  const made = await kind.document(viewer, asked, texts, now);
  if (!made.ok) return made;
  const { name, document } = made.value;
  await progress(60, 'Верстаем документ');
  return done(
    format === 'docx'
      ? { name: `${name}.docx`, mediaType: DOCX, bytes: steadyOffice(await reportDocx(document), document.madeAt) }
      : { name: `${name}.pdf`, mediaType: PDF, bytes: await reportPdf(document) },
  );
}

interface Claimed extends AskedDocument {
  id: string;
  kind: string;
  format: ReportFormat;
  askedBy: string;
  askedAt: Date;
  attempts: number;
}

/** A worker that is alive says so more often than this; what it left is taken by another. */
const LEASE_SECONDS = 60;
const HEARTBEAT_MS = 15_000;
/** A report that stopped the portal so many times is not tried again. */
const MOST_ATTEMPTS = 3;
const MOST_BYTES = 200 * 1024 * 1024;

async function claimNext(): Promise<Claimed | undefined> {
  const rows = await forSystem(
    'reports',
    (db) => db.$queryRaw<Claimed[]>`
      UPDATE made_report SET state = 'RUNNING', attempts = attempts + 1, progress = 0, step = '',
        lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
      WHERE id = (SELECT id FROM made_report
                  WHERE state = 'QUEUED' OR (state = 'RUNNING' AND lease_until <= now())
                  ORDER BY asked_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, kind, municipality_id AS "municipalityId", school_year AS "schoolYear", school_id AS "schoolId",
        format, asked_by AS "askedBy", asked_at AS "askedAt", attempts`,
  );
  return rows[0];
}

/** Changes a claimed row unless another worker has it by now; whether it did. */
async function write({ id, attempts }: Claimed, data: Record<string, unknown>): Promise<boolean> {
  const { count } = await forSystem('reports', (db) =>
    db.madeReport.updateMany({ where: { id, attempts, state: 'RUNNING' }, data }),
  );
  return count > 0;
}

const lease = () => ({ leaseUntil: new Date(Date.now() + LEASE_SECONDS * 1000) });

/** Makes what waits, one after another; gives how many were made or given up. */
export async function buildReports(build: typeof builtReport = builtReport): Promise<number> {
  let made = 0;
  for (let claimed = await claimNext(); claimed; claimed = await claimNext()) {
    await makeOne(claimed, build);
    made += 1;
  }
  return made;
}

async function makeOne(claimed: Claimed, build: typeof builtReport): Promise<void> {
  const alive = setInterval(() => void write(claimed, lease()).catch(() => {}), HEARTBEAT_MS);
  try {
    const outcome = await built(claimed, build);
    if (outcome.ok) await keep(claimed, outcome.value);
    else await giveUp(claimed, outcome.failure.detail);
  } catch (error) {
    console.error('Reports: not made.', error instanceof Error ? error.message : '');
    // what broke once may be a passing fault; what breaks each time is told
    if (claimed.attempts < MOST_ATTEMPTS) await write(claimed, { leaseUntil: new Date() });
    else await giveUp(claimed, 'Собрать отчёт не получилось. Попробуйте ещё раз или сообщите администратору портала.');
  } finally {
    clearInterval(alive);
  }
}

async function built(claimed: Claimed, build: typeof builtReport): Promise<Outcome<BuiltReport>> {
  if (claimed.attempts > MOST_ATTEMPTS)
    return failed('INVALID', 'Портал останавливался каждый раз, когда собирал этот отчёт. Сообщите администратору.');
  const viewer = await viewerOfAccount(claimed.askedBy);
  if (!viewer) return failed('FORBIDDEN', 'Учётная запись, которая просила отчёт, больше не действует.');
  const kind = reportKind(claimed.kind);
  if (!kind) return failed('INVALID', 'Такого вида отчёта больше нет.');
  return build(viewer, kind, claimed, claimed.format, claimed.askedAt, async (progress, step) => {
    await write(claimed, { progress, step, ...lease() });
  });
}

const giveUp = (claimed: Claimed, failure: string) =>
  write(claimed, { state: 'FAILED', failure, step: '', progress: 0, finishedAt: new Date() });

async function keep(claimed: Claimed, { name, mediaType, bytes }: BuiltReport): Promise<void> {
  await write(claimed, { progress: 90, step: 'Сохраняем', ...lease() });
  const file = await receiveFile(pieces(bytes), MOST_BYTES);
  if (file === 'too-large') {
    await giveUp(claimed, 'Отчёт получился слишком большим.');
    return;
  }
  await keepFile(file);
  const { key: storageKey, size, sha256 } = file;
  const kept = await write(claimed, {
    ...{ state: 'DONE', progress: 100, step: '', finishedAt: new Date() },
    ...{ fileName: name, mediaType, storageKey, size, sha256 },
  });
  if (!kept) await discardFile(file);
}

async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
