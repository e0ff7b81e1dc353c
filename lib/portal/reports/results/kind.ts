import { done } from '@/lib/domain/failure';
import { RESULTS_FIELDS, RESULTS_SECTIONS } from '@/lib/domain/reports/results-report';
import type { ReportKind } from '../kind';
import { resultsDocument } from './document';
import { resultsView } from './reading';
import { resultsWorkbook } from './workbook';

/** The analytical report on ГИА, ВПР and ВсОШ of a municipality, for МОЦ and СОИРО. */
export const resultsReport: ReportKind = {
  code: 'results',
  title: 'Аналитический отчёт о результатах ГИА, ВПР и ВсОШ',
  description:
    'Результаты, которые учитывает мониторинг года: экзамены, ВПР и олимпиада по предметам, годы рядом, признаки, полнота данных. Excel с формулами.',
  of: 'municipality',
  sections: RESULTS_SECTIONS,
  fields: RESULTS_FIELDS,
  formats: ['docx', 'pdf', 'xlsx'],
  async document(viewer, asked, texts, now) {
    const view = await resultsView(viewer, asked);
    if (!view.ok) return view;
    return done({ name: nameOf(view.value), document: resultsDocument(viewer, view.value, texts, now) });
  },
  async workbook(viewer, asked, now) {
    const view = await resultsView(viewer, asked);
    if (!view.ok) return view;
    return done({ name: nameOf(view.value), bytes: await resultsWorkbook(viewer, view.value, now) });
  },
};

const nameOf = ({ resultsYear }: { resultsYear: string }) => `Результаты ГИА, ВПР и ВсОШ ${resultsYear}`;
