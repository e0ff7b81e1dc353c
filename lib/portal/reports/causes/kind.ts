import { done } from '@/lib/domain/failure';
import { CAUSES_FIELDS, CAUSES_SECTIONS } from '@/lib/domain/reports/causes-report';
import type { ReportKind } from '../kind';
import { causesDocument } from './document';
import { causesView } from './reading';
import { causesWorkbook } from './workbook';

/** The statistical report on the matrix of failure of a municipality, for МОЦ and СОИРО. */
export const causesReport: ReportKind = {
  code: 'causes',
  title: 'Статистический отчёт о причинах неуспешности',
  description: 'Матрица неуспешности за год: причины, предметы, классы, кто отправил. Excel с формулами.',
  of: 'municipality',
  sections: CAUSES_SECTIONS,
  fields: CAUSES_FIELDS,
  formats: ['docx', 'pdf', 'xlsx'],
  async document(viewer, asked, texts, now) {
    const view = await causesView(viewer, asked, now);
    if (!view.ok) return view;
    return done({ name: nameOf(view.value), document: causesDocument(viewer, view.value, texts, now) });
  },
  async workbook(viewer, asked, now) {
    const view = await causesView(viewer, asked, now);
    if (!view.ok) return view;
    return done({ name: nameOf(view.value), bytes: await causesWorkbook(viewer, view.value, now) });
  },
};

const nameOf = ({ schoolYear }: { schoolYear: string }) => `Причины неуспешности ${schoolYear}`;
