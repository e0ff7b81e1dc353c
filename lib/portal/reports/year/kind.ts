import { done } from '@/lib/domain/failure';
import { YEAR_FIELDS, YEAR_SECTIONS } from '@/lib/domain/reports/year-report';
import { cityDashboard } from '@/lib/portal/dashboard/queries';
import { yearReport } from '@/lib/portal/event-participation/queries';
import type { ReportKind } from '../kind';
import { yearReportDocument } from './document';

/** The yearly report of a centre: the figures of the overview with the centre's own words. */
export const yearReportKind: ReportKind = {
  code: 'year',
  title: 'Годовой отчёт центра',
  description: 'Мониторинг и список, движение по годам, поддержка, партнёры, мероприятия, выводы.',
  of: 'municipality',
  sections: YEAR_SECTIONS,
  fields: YEAR_FIELDS,
  formats: ['docx', 'pdf'],
  async document(viewer, { municipalityId, schoolYear }, texts, now) {
    const dashboard = await cityDashboard(viewer, { municipalityId, schoolYear }, now);
    if (!dashboard.ok) return dashboard;
    const participation = await yearReport(viewer, schoolYear, now);
    if (!participation.ok) return participation;
    return done({
      name: `Отчёт МОЦ ${schoolYear}`,
      document: yearReportDocument(viewer, dashboard.value, participation.value, texts, now),
    });
  },
};
