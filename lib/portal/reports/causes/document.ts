import type { Viewer } from '@/lib/access/viewer';
import { type FailureReport, failureReport } from '@/lib/domain/failure-matrix';
import {
  CAUSES_METHOD,
  CAUSES_SECTIONS,
  type CausesField,
  type CausesSection,
  commonestCauses,
} from '@/lib/domain/reports/causes-report';
import { filledText, type ReportTexts } from '@/lib/domain/reports/template';
import {
  capitalised,
  dayOf,
  formatDate,
  formatNumber,
  formatPercent,
  formatSchoolYear,
  NO_VALUE,
} from '@/lib/domain/russian';
import type { ReportBlock, ReportDocument } from '@/lib/exchange/report-document';
import type { MatrixRow } from '@/lib/portal/failure-matrix/views';
import type { CausesView } from './reading';
import { causesTable, columnsFigure, crossTables, schoolsTable } from './tables';

/** The report as a document: each section's text with its fields filled in, then its tables and figures. */
export function causesDocument(viewer: Viewer, view: CausesView, texts: ReportTexts, now: Date): ReportDocument {
  const year = formatSchoolYear(view.schoolYear, true);
  return {
    title: 'Статистический отчёт о причинах неуспешности',
    subtitle: `${capitalised(view.municipalityName)}, ${year}`,
    note: `Для служебного пользования. Сформировано ${formatDate(now)}, ${viewer.name}.`,
    author: viewer.name,
    // the day and not the second: the same input gives the same bytes
    madeAt: new Date(`${dayOf(now)}T00:00:00Z`),
    blocks: view.matrix
      ? sectionBlocks(view, view.matrix, texts)
      : [
          { kind: 'heading', level: 1, text: 'Что собрано' },
          {
            kind: 'paragraph',
            text: `За ${year} матрица неуспешности не собиралась: показать нечего. Сбор открывает руководитель МОЦ на странице «Матрица неуспешности».`,
          },
        ],
  };
}

function sectionBlocks(view: CausesView, matrix: NonNullable<CausesView['matrix']>, texts: ReportTexts): ReportBlock[] {
  const { campaign, groups } = matrix;
  const bySubject = failureReport(campaign, groups, 'subject');
  const byGrade = failureReport(campaign, groups, 'grade');
  const values = valuesOf(view, campaign.rows, bySubject);
  const blocks: Record<CausesSection, readonly ReportBlock[]> = {
    overview: [],
    causes: causesTable(bySubject),
    subjects: [
      ...crossTables('Причины по предметам', bySubject, (column) => column),
      ...columnsFigure('Указания по предметам', bySubject, (column) => column),
    ],
    grades: [
      ...crossTables('Причины по классам', byGrade, (column) => `${column} кл.`),
      ...columnsFigure('Указания по классам', byGrade, (column) => `${column} класс`),
    ],
    schools: schoolsTable(campaign.rows),
    method: [{ kind: 'list', items: CAUSES_METHOD }],
    conclusions: [],
  };
  return CAUSES_SECTIONS.flatMap(({ code, title }): ReportBlock[] => [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: filledText(texts[code] ?? '', values) },
    ...blocks[code],
  ]);
}

function valuesOf(
  { schoolYear, municipalityName }: CausesView,
  rows: readonly MatrixRow[],
  report: FailureReport,
): Record<CausesField, string> {
  const [first] = commonestCauses(report);
  const named = first && first.pupils > 0 ? first : null;
  return {
    год: formatSchoolYear(schoolYear),
    муниципалитет: capitalised(municipalityName),
    школ: formatNumber(rows.length),
    отправили: formatNumber(rows.filter(({ status }) => status === 'SUBMITTED').length),
    указаний: formatNumber(report.total.pupils),
    'скрыто групп': formatNumber(report.total.hidden),
    'главная причина': named ? named.text.charAt(0).toLocaleLowerCase('ru-RU') + named.text.slice(1) : NO_VALUE,
    'доля главной': formatPercent(named?.share ?? null),
  };
}
