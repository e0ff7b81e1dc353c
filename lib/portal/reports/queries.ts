import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { DOCX, reportDocx } from '@/lib/exchange/report-docx';
import { PDF, reportPdf } from '@/lib/exchange/report-pdf';
import { steadyOffice } from '@/lib/exchange/steady-zip';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import { yearReport } from '@/lib/portal/event-participation/queries';
import { type ReportTemplateJson, templateJson } from './schema';
import { yearReportDocument } from './year-document';

/** The texts of the viewer's centre. */
export function reportTemplate(viewer: Viewer): Promise<Outcome<ReportTemplateJson>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'report.template');
    if (refused) return { ok: false, failure: refused };
    return done(
      templateJson(await db.reportTemplate.findUnique({ where: { municipalityId: viewer.municipalityId ?? '' } })),
    );
  });
}

export interface AskedReport {
  municipalityId: string | undefined;
  schoolYear: string | undefined;
  format: 'docx' | 'pdf';
}

export interface ReportFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** The yearly report of a centre. The same figures and texts on the same day give the same bytes of a docx. */
export async function yearReportBytes(
  viewer: Viewer,
  { municipalityId, schoolYear, format }: AskedReport,
  now: Date,
): Promise<Outcome<ReportFile>> {
  const refused = refusal(viewer, 'report.make');
  if (refused) return { ok: false, failure: refused };
  const dashboard = await cityDashboard(viewer, { municipalityId, schoolYear }, now);
  if (!dashboard.ok) return dashboard;
  const participation = await yearReport(viewer, dashboard.value.year?.schoolYear, now);
  if (!participation.ok) return participation;
  const { texts } = await forViewer(viewer, async (db) =>
    templateJson(await db.reportTemplate.findUnique({ where: { municipalityId: dashboard.value.municipalityId } })),
  );
  const document = yearReportDocument(viewer, dashboard.value, participation.value, texts, now);
  const name = `Отчёт МОЦ ${dashboard.value.year?.schoolYear ?? ''}`.trim();
  return done(
    format === 'docx'
      ? { name, mediaType: DOCX, bytes: steadyOffice(await reportDocx(document), document.madeAt) }
      : { name, mediaType: PDF, bytes: await reportPdf(document) },
  );
}
