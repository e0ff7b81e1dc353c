import { causesReport } from './causes/kind';
import { dossierReport } from './dossier/kind';
import type { ReportKind, ReportKindCode } from './kind';
import { listReport } from './list/kind';
import { resultsReport } from './results/kind';
import { yearReportKind } from './year/kind';

/** In the order in which the page shows them. */
export const REPORT_KINDS: readonly ReportKind[] = [
  yearReportKind,
  resultsReport,
  causesReport,
  listReport,
  dossierReport,
];

export const reportKind = (code: string): ReportKind | undefined => REPORT_KINDS.find((kind) => kind.code === code);

/** The kind with this code, which somebody has checked. */
export function knownKind(code: ReportKindCode): ReportKind {
  const kind = reportKind(code);
  if (!kind) throw new Error(`no kind of report ${code}`);
  return kind;
}
