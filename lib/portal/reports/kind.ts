/**
 * A kind of report: what it is called, the words of it that МОЦ may write, and how its document is put together. Kinds stand
 * in kinds.ts; each has a folder of its own.
 */
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import type { ReportFields, ReportSection, ReportTexts } from '@/lib/domain/reports/template';
import type { ReportDocument } from '@/lib/exchange/report-document';

export const REPORT_KIND_CODES = ['year', 'results', 'causes', 'list', 'dossier'] as const;
export type ReportKindCode = (typeof REPORT_KIND_CODES)[number];

export const REPORT_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Of which municipality and school year, and of which school where the kind is of one. */
export interface AskedDocument {
  municipalityId: string;
  schoolYear: string;
  schoolId: string | null;
}

export interface NamedDocument {
  /** of the file, without its suffix */
  name: string;
  document: ReportDocument;
}

export interface ReportKind {
  code: ReportKindCode;
  title: string;
  description: string;
  of: 'municipality' | 'school';
  sections: readonly ReportSection[];
  /** what the sections' texts may name */
  fields: ReportFields;
  formats: readonly ReportFormat[];
  /**
   * The document as the viewer may see it. Dated by `now`'s day and by nothing else, so that the same figures and texts give
   * the same document all day.
   */
  document(viewer: Viewer, asked: AskedDocument, texts: ReportTexts, now: Date): Promise<Outcome<NamedDocument>>;
  /** A workbook whose sums are formulas, for kinds that have the format xlsx. */
  workbook?(viewer: Viewer, asked: AskedDocument, now: Date): Promise<Outcome<{ name: string; bytes: Uint8Array }>>;
}
