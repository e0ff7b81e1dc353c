/** The texts of a centre's reports, by kind. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import type { ReportKind } from './kind';
import { type ReportTemplateInput, type ReportTemplateJson, templateJson } from './schema';

/** The texts of the viewer's centre. */
export function reportTemplate(viewer: Viewer, kind: ReportKind): Promise<Outcome<ReportTemplateJson>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'report.template');
    return refused ? { ok: false, failure: refused } : done(await storedTemplate(db, viewer.municipalityId, kind));
  });
}

/** The texts of any municipality in sight. */
export async function storedTemplate(
  db: ScopedDatabase,
  municipalityId: string | null,
  kind: ReportKind,
): Promise<ReportTemplateJson> {
  const key = { municipalityId: municipalityId ?? '', kind: kind.code };
  return templateJson(
    kind,
    municipalityId ? await db.reportTemplate.findUnique({ where: { municipalityId_kind: key } }) : null,
  );
}

/** Writes the texts of a kind; STALE_VERSION with what is stored when somebody was faster. */
export function changeReportTemplate(
  viewer: Viewer,
  kind: ReportKind,
  { version, texts }: ReportTemplateInput,
  now: Date,
): Promise<Outcome<ReportTemplateJson>> {
  return ownTemplate(viewer, async (db, municipalityId) => {
    const place = { municipalityId, kind: kind.code };
    const changed = { texts: { ...texts }, changedBy: viewer.name, changedAt: now };
    const { count } =
      version === 0
        ? await db.reportTemplate.createMany({ data: [{ ...place, ...changed }], skipDuplicates: true })
        : await db.reportTemplate.updateMany({
            where: { ...place, version },
            data: { ...changed, version: { increment: 1 } },
          });
    const stored = await storedTemplate(db, municipalityId, kind);
    if (count === 0)
      return failed('STALE_VERSION', 'Тексты изменили, пока вы работали с ними.', { extra: { current: stored } });
    await record(db, viewer, now, {
      ...{ action: 'report.template', subjectType: 'report-template', subjectId: municipalityId, municipalityId },
      detail: kind.code,
      to: stored.texts,
    });
    return done(stored);
  });
}

/** Gives the kind its usual texts again; the journal keeps those that go. */
export function resetReportTemplate(viewer: Viewer, kind: ReportKind, now: Date): Promise<Outcome<ReportTemplateJson>> {
  return ownTemplate(viewer, async (db, municipalityId) => {
    const before = await storedTemplate(db, municipalityId, kind);
    const { count } = await db.reportTemplate.deleteMany({ where: { municipalityId, kind: kind.code } });
    if (count > 0) {
      await record(db, viewer, now, {
        ...{ action: 'report.template', subjectType: 'report-template', subjectId: municipalityId, municipalityId },
        detail: kind.code,
        from: before.texts,
      });
    }
    return done(templateJson(kind, null));
  });
}

function ownTemplate<T>(
  viewer: Viewer,
  change: (db: ScopedDatabase, municipalityId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return forViewer(viewer, async (db): Promise<Outcome<T>> => {
    const refused = refusal(viewer, 'report.template');
    const { municipalityId } = viewer;
    if (refused || !municipalityId) return { ok: false, failure: refused ?? NO_CENTRE };
    return change(db, municipalityId);
  });
}

const NO_CENTRE = { code: 'FORBIDDEN', detail: 'Тексты отчёта пишет руководитель МОЦ.' } as const;
