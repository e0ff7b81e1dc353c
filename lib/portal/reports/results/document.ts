import type { Viewer } from '@/lib/access/viewer';
import type { Exam } from '@/lib/domain/evidence/facts';
import { completenessOf } from '@/lib/domain/reports/results-completeness';
import { type ExamLine, examLines } from '@/lib/domain/reports/results-exams';
import { olympiadLines } from '@/lib/domain/reports/results-olympiads';
import { worseQuarters } from '@/lib/domain/reports/results-quarter';
import {
  RESULTS_METHOD,
  RESULTS_SECTIONS,
  type ResultsField,
  type ResultsSection,
} from '@/lib/domain/reports/results-report';
import { vprLines } from '@/lib/domain/reports/results-vpr';
import { overYears } from '@/lib/domain/reports/results-years';
import { filledText, type ReportTexts } from '@/lib/domain/reports/template';
import { capitalised, dayOf, formatDate, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import type { ReportBlock, ReportDocument } from '@/lib/exchange/report-document';
import { egeTable, ogeTable, olympiadTables, people, vprTable } from './exam-tables';
import { failedFigure, vprFigure, yearsFigures } from './figures';
import type { ResultsView } from './reading';
import { completenessTable, quarterTables, signsTable, yearsTable } from './school-tables';

/** The report as a document: each section's text with its fields filled in, then its tables and figures. */
export function resultsDocument(viewer: Viewer, view: ResultsView, texts: ReportTexts, now: Date): ReportDocument {
  const oge = examLines(view.schools, 'OGE');
  const ege = examLines(view.schools, 'EGE');
  const vpr = vprLines(view.schools);
  const values = valuesOf(view, oge, ege, vpr);
  const none = (what: string) => `${what}: за ${formatSchoolYear(view.resultsYear, true)} данные не загружены.`;
  const years = view.years.map(({ schoolYear }) => schoolYear);
  const measures = overYears(view.years);
  const before = view.years.at(-2);
  const failed = (caption: string, exam: Exam, lines: readonly ExamLine[]) =>
    before ? failedFigure(caption, [before.schoolYear, view.resultsYear], examLines(before.schools, exam), lines) : [];
  const blocks: Record<ResultsSection, readonly ReportBlock[]> = {
    intro: [],
    oge: [ogeTable(oge, none('ОГЭ')), ...failed('Доля «2» на ОГЭ по предметам, %', 'OGE', oge)],
    ege: [egeTable(ege, none('ЕГЭ')), ...failed('Доля не преодолевших минимум ЕГЭ, %', 'EGE', ege)],
    years: [yearsTable(measures, years, 'Данных ни за один из этих лет нет.'), ...yearsFigures(measures, years)],
    vpr: [vprTable(vpr, none('ВПР')), ...vprFigure(vpr)],
    objectivity: signsTable(view.signs),
    olympiads: olympiadTables(olympiadLines(view.schools), none('ВсОШ')),
    quarter: quarterTables(worseQuarters(view.schools)),
    completeness: [completenessTable(completenessOf(view.schools))],
    method: [{ kind: 'list', items: RESULTS_METHOD }],
    conclusions: [],
  };
  return {
    title: 'Аналитический отчёт о результатах ГИА, ВПР и ВсОШ',
    subtitle: `${capitalised(view.municipalityName)}, результаты ${formatSchoolYear(view.resultsYear)} учебного года`,
    note: `Для служебного пользования. Сформировано ${formatDate(now)}, ${viewer.name}.`,
    author: viewer.name,
    // the day and not the second: the same input gives the same bytes
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
    blocks: RESULTS_SECTIONS.flatMap(({ code, title }): ReportBlock[] => [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: filledText(texts[code] ?? '', values) },
      ...blocks[code],
    ]),
  };
}

function valuesOf(
  { municipalityName, schoolYear, resultsYear, schools, signs }: ResultsView,
  oge: readonly ExamLine[],
  ege: readonly ExamLine[],
  vpr: readonly { participants: number }[],
): Record<ResultsField, string> {
  const russian = (lines: readonly ExamLine[]) => {
    const line = lines.find(({ subject }) => subject === 'Русский язык');
    return line ? people(line.participants) : '—';
  };
  return {
    год: formatSchoolYear(schoolYear),
    'год результатов': formatSchoolYear(resultsYear),
    муниципалитет: capitalised(municipalityName),
    школ: formatNumber(schools.length),
    'участников ОГЭ': russian(oge),
    'участников ЕГЭ': russian(ege),
    'работ ВПР': vpr.length === 0 ? '—' : people(vpr.reduce((sum, { participants }) => sum + participants, 0)),
    'школ с признаками': signs.schoolsLookedAt === 0 ? '—' : formatNumber(signs.schoolsWithSigns),
  };
}
