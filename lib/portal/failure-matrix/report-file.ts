import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { type FailureReport, failureReport, LEAST_GROUP, type ReportCell } from '@/lib/domain/failure-matrix';
import { formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { type ExportTable, tableAsCsv, tableAsXlsx } from '@/lib/exchange/table-export';
import { matrixReport } from './reading';
import type { MatrixExportQuery } from './schema';
import type { MatrixReportView } from './views';

/** The report as the page shows it, as a spreadsheet; the same groups are hidden. */
export async function matrixReportFile(
  viewer: Viewer,
  campaignId: string,
  { by, format, schoolId }: MatrixExportQuery,
  now: Date,
): Promise<Outcome<{ name: string; body: Uint8Array | string }>> {
  const view = await matrixReport(viewer, campaignId, schoolId ?? null, now);
  if (!view.ok) return view;
  const report = failureReport(view.value.campaign, view.value.groups, by);
  const sheet = reportSheet(view.value, report, by, viewer.name, now);
  return done({
    name: `Матрица неуспешности ${view.value.campaign.municipalityName} ${view.value.campaign.schoolYear}`,
    body: format === 'xlsx' ? await tableAsXlsx(sheet) : tableAsCsv(sheet),
  });
}

/** A number, or words where small groups are left out of it. */
const shown = ({ pupils, hidden }: ReportCell): string | number =>
  hidden === 0 ? pupils : pupils === 0 ? `меньше ${LEAST_GROUP}` : `${pupils} и группы меньше ${LEAST_GROUP}`;

function reportSheet(
  { campaign, school }: MatrixReportView,
  { columns, rows, columnTotals, total }: FailureReport,
  by: 'subject' | 'grade',
  author: string,
  now: Date,
): ExportTable {
  const sent = campaign.rows.filter((row) => row.status === 'SUBMITTED').length;
  return {
    title: `Причины неуспешности, ${school?.name ?? campaign.municipalityName}, ${formatSchoolYear(campaign.schoolYear)}`,
    notes: [
      `Матрицу отправили школы: ${sent} из ${campaign.rows.length}. Группы меньше ${LEAST_GROUP} учеников скрыты.`,
      `Один ученик может быть назван по нескольким причинам. Выгрузил: ${author}, ${formatMoment(now, now)}.`,
    ],
    columns: [
      { header: 'Причина', width: 50 },
      ...columns.map((column) => ({ header: by === 'grade' ? `${column} класс` : column, width: 18 })),
      { header: 'Всего указаний', width: 18 },
    ],
    rows: [
      ...rows.map((row) => [row.cause.text, ...row.cells.map(shown), shown(row.total)]),
      ['Всего', ...columnTotals.map(shown), shown(total)],
    ],
  };
}
