/** Reports that were asked for: the queue, and the files that are kept for some days. */
import type { Readable } from 'node:stream';
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { type Page, pageOfRows } from '@/lib/portal/paging';
import { readFile, removeFile } from '@/lib/work/storage';
import type { ReportFormat } from './kind';
import { reportKind } from './kinds';
import type { MadeReportJson, MadeReportsQuery, ReportRequest } from './schema';

/** Files are kept so many days: figures of a report grow old, and it can be made again. */
export const DAYS_KEPT = 30;
/** More waiting reports of one account are more than anybody reads. */
const MOST_WAITING = 20;

const WAITING = ['QUEUED', 'RUNNING'] as const;
const NOT_FOUND: Failure = { code: 'NOT_FOUND', detail: 'Отчёт не найден. Он мог быть удалён по сроку хранения.' };

/** A place in the queue; asked twice for the same while it waits, it is the same place. */
export function askForReport(viewer: Viewer, request: ReportRequest, now: Date): Promise<Outcome<MadeReportJson>> {
  const municipalityId = request.municipalityId ?? viewer.municipalityId;
  if (!municipalityId) {
    const failure = refusal(viewer, 'report.make');
    return Promise.resolve(failure ? { ok: false, failure } : failed('INVALID', 'Выберите муниципалитет.'));
  }
  return forViewer(viewer, async (db): Promise<Outcome<MadeReportJson>> => {
    const refused = refusal(viewer, 'report.make', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const kind = reportKind(request.kind);
    if (!kind?.formats.includes(request.format)) {
      return failed('INVALID', 'Такого отчёта нет.', {
        errors: [{ path: 'format', message: 'Выберите формат из тех, что есть у отчёта.' }],
      });
    }
    const schoolId = kind.of === 'school' ? (request.schoolId ?? null) : null;
    const school = schoolId ? await db.school.findFirst({ where: { id: schoolId, municipalityId } }) : null;
    if (kind.of === 'school' && !school) {
      return failed('INVALID', 'Выберите школу.', {
        errors: [{ path: 'schoolId', message: 'Выберите школу этого муниципалитета.' }],
      });
    }
    const { schoolYear, format } = request;
    const same = { municipalityId, kind: kind.code, schoolYear, schoolId, format, askedBy: viewer.accountId };
    const waiting = await db.madeReport.count({ where: { askedBy: viewer.accountId, state: { in: [...WAITING] } } });
    if (waiting < MOST_WAITING) {
      const { count } = await db.madeReport.createMany({
        data: [{ ...same, askedByName: viewer.name, askedAt: now }],
        skipDuplicates: true,
      });
      if (count > 0) {
        await record(db, viewer, now, {
          ...{ action: 'report.make', subjectType: 'report', subjectId: municipalityId, municipalityId },
          detail: `${kind.code} ${schoolYear} ${format}`,
        });
      }
    }
    const row = await db.madeReport.findFirst({ where: { ...same, state: { in: [...WAITING] } } });
    return row ? done(madeJson(row)) : failed('CONFLICT', 'В очереди уже много ваших отчётов. Дождитесь их.');
  });
}

/** What the viewer asked for, and for the head and СОИРО what others did; the newest first. */
export function madeReports(viewer: Viewer, query: MadeReportsQuery): Promise<Outcome<Page<MadeReportJson>>> {
  const { municipalityId, page, pageSize } = query;
  return forViewer(viewer, async (db): Promise<Outcome<Page<MadeReportJson>>> => {
    const refused = refusal(viewer, 'report.make', municipalityId ? { municipalityId } : undefined);
    if (refused) return { ok: false, failure: refused };
    const where: Prisma.MadeReportWhereInput = {
      municipalityId: municipalityId ?? { in: [...viewer.municipalityIds] },
    };
    const rows = await db.madeReport.findMany({
      where,
      orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
      ...pageOfRows({ page, pageSize }),
    });
    return done({ items: rows.map(madeJson), page, pageSize, total: await db.madeReport.count({ where }) });
  });
}

export function madeReport(viewer: Viewer, id: string): Promise<Outcome<MadeReportJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<MadeReportJson>> => {
    const row = await inSight(db, viewer, id);
    return row.ok ? done(madeJson(row.value)) : row;
  });
}

export interface MadeReportFile {
  name: string;
  mediaType: string;
  /** bytes */
  size: number;
  contents: Readable;
}

/** The file of a report that is done. */
export async function madeReportFile(viewer: Viewer, id: string): Promise<Outcome<MadeReportFile>> {
  const found = await forViewer(viewer, async (db) => {
    const row = await inSight(db, viewer, id);
    if (row.ok && row.value.state !== 'DONE') return failed('CONFLICT', 'Отчёт ещё не готов. Дождитесь конца сборки.');
    return row;
  });
  if (!found.ok) return found;
  const { fileName, mediaType, size, storageKey } = found.value;
  const contents = await readFile(storageKey ?? '');
  if (!contents) return failed('NOT_FOUND', 'Файла больше нет. Соберите отчёт снова.');
  return done({ name: fileName ?? '', mediaType: mediaType ?? '', size: size ?? 0, contents });
}

/** A report of the centre lies outside of what a school sees: it is not found there, like one of another centre. */
async function inSight(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<Row>> {
  const row = await db.madeReport.findUnique({ where: { id } });
  if (row) return done(row);
  const stranger = refusal(viewer, 'report.make');
  return { ok: false, failure: viewer.role === 'ADMIN' && stranger ? stranger : NOT_FOUND };
}

/** Removes reports asked for more than DAYS_KEPT days ago with their files; gives how many. */
export async function removeOldReports(now: Date): Promise<number> {
  const old = { askedAt: { lt: new Date(now.getTime() - DAYS_KEPT * 86_400_000) } };
  const rows = await forSystem('reports', async (db) => {
    const found = await db.madeReport.findMany({ where: old, select: { id: true, storageKey: true } });
    await db.madeReport.deleteMany({ where: { id: { in: found.map(({ id }) => id) } } });
    return found;
  });
  for (const { storageKey } of rows) if (storageKey) await removeFile(storageKey);
  return rows.length;
}

type Row = Prisma.MadeReportGetPayload<object>;

function madeJson(row: Row): MadeReportJson {
  const { id, kind, municipalityId, schoolYear, schoolId, state, progress, step, failure, fileName, size, sha256 } =
    row;
  return {
    ...{ id, kind, municipalityId, schoolYear, schoolId, state, progress, step, failure, fileName, size, sha256 },
    format: row.format as ReportFormat,
    askedBy: row.askedByName,
    askedAt: row.askedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
