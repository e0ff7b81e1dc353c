import type { Viewer } from '@/lib/access/viewer';
import { examLines } from '@/lib/domain/reports/results-exams';
import { olympiadLines } from '@/lib/domain/reports/results-olympiads';
import { RESULTS_METHOD } from '@/lib/domain/reports/results-report';
import { vprLines } from '@/lib/domain/reports/results-vpr';
import { capitalised, dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { type ReportSheet, reportWorkbook } from '@/lib/exchange/report-workbook';
import { examData, journalData, olympiadData, vprData } from './data-sheets';
import type { ResultsView } from './reading';
import { examSummary, olympiadSummary, vprSummary } from './summary-sheets';

/** The sheets in the order in which they stand: sums first, the data that they are made of, how it is counted. */
export function resultsSheets(viewer: Viewer, view: ResultsView, now: Date): ReportSheet[] {
  const { schools, municipalityName, resultsYear } = view;
  const [exams, vpr, journals, olympiads] = [
    examData(schools),
    vprData(schools),
    journalData(schools),
    olympiadData(schools),
  ];
  const of = `${capitalised(municipalityName)}, результаты ${formatSchoolYear(resultsYear)} учебного года`;
  return [
    examSummary('OGE', examLines(schools, 'OGE'), exams),
    examSummary('EGE', examLines(schools, 'EGE'), exams),
    vprSummary(vprLines(schools), vpr, journals),
    olympiadSummary(olympiadLines(schools), olympiads),
    ...[exams, vpr, journals, olympiads],
    {
      ...{ name: 'Как считается', title: of, columns: [{ header: 'Как считается', width: 100, looks: 'wrapped' }] },
      notes: [`Для служебного пользования. Сформировано ${formatDate(now)}, ${viewer.name}.`],
      rows: RESULTS_METHOD.map((line) => [line]),
    },
  ];
}

export function resultsWorkbook(viewer: Viewer, view: ResultsView, now: Date): Promise<Uint8Array> {
  return reportWorkbook(resultsSheets(viewer, view, now), {
    title: 'Результаты ГИА, ВПР и ВсОШ',
    author: viewer.name,
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
  });
}
