import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { type ReportTemplateInput, type ReportTemplateJson, templateJson } from './schema';

/** Writes the texts of the centre's report; STALE_VERSION with what is stored when somebody was faster. */
export function changeReportTemplate(
  viewer: Viewer,
  { version, ...texts }: ReportTemplateInput,
  now: Date,
): Promise<Outcome<ReportTemplateJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<ReportTemplateJson>> => {
    const refused = refusal(viewer, 'report.template');
    const { municipalityId } = viewer;
    if (refused || !municipalityId) return { ok: false, failure: refused ?? NO_CENTRE };
    const changed = { texts, changedBy: viewer.name, changedAt: now };
    const { count } =
      version === 0
        ? await db.reportTemplate.createMany({ data: [{ municipalityId, ...changed }], skipDuplicates: true })
        : await db.reportTemplate.updateMany({
            where: { municipalityId, version },
            data: { ...changed, version: { increment: 1 } },
          });
    const stored = templateJson(await db.reportTemplate.findUnique({ where: { municipalityId } }));
    if (count === 0)
      return failed('STALE_VERSION', 'Тексты изменили, пока вы работали с ними.', { extra: { current: stored } });
    await record(db, viewer, now, {
      ...{ action: 'report.template', subjectType: 'report-template', subjectId: municipalityId, municipalityId },
      to: stored.texts,
    });
    return done(stored);
  });
}

const NO_CENTRE = { code: 'FORBIDDEN', detail: 'Тексты отчёта пишет руководитель МОЦ.' } as const;
