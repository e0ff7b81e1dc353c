import { z } from 'zod';
import { type ReportTexts, unknownFields, usualTexts } from '@/lib/domain/reports/template';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { REPORT_FORMATS, REPORT_KIND_CODES, type ReportKind } from './kind';

const version = z.coerce.number().int().min(0).max(2_147_483_647);

/** The form of a kind's texts: each section's words, which may name the kind's fields alone. */
export function reportTemplateSchema({ sections, fields }: Pick<ReportKind, 'sections' | 'fields'>) {
  const text = z
    .string()
    .trim()
    .max(20_000, 'Не длиннее 20 000 знаков.')
    .superRefine((value, context) => {
      const unknown = unknownFields(value, fields);
      if (unknown.length === 0) return;
      const named = unknown.map((name) => `{${name}}`).join(', ');
      context.addIssue({ code: 'custom', message: `Таких полей нет: ${named}. Поля перечислены рядом с формой.` });
    });
  const shape: Record<string, typeof text> = Object.fromEntries(sections.map(({ code }) => [code, text]));
  return z.object({ version, texts: z.object(shape) });
}

export interface ReportTemplateInput {
  version: number;
  texts: ReportTexts;
}

export interface ReportTemplateJson {
  /** 0: nobody has written other texts */
  version: number;
  texts: ReportTexts;
}

/** Stored texts; a section that came later has its usual one. */
export function templateJson(
  { sections }: Pick<ReportKind, 'sections'>,
  row: { version: number; texts: unknown } | null,
): ReportTemplateJson {
  const stored = z
    .record(z.string(), z.string())
    .catch({})
    .parse(row?.texts ?? {});
  return { version: row?.version ?? 0, texts: { ...usualTexts(sections), ...stored } };
}

const schoolYear = z
  .string()
  .trim()
  .refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2020-2021.');

/** What is asked for: `POST /api/v1/reports`. */
export const reportRequestSchema = z.object({
  kind: z.enum(REPORT_KIND_CODES, 'Выберите вид отчёта.'),
  /** of the viewer's own municipality unless told */
  municipalityId: z.guid('Такого муниципалитета нет.').optional(),
  schoolYear,
  /** for kinds that are of one school */
  schoolId: z.guid('Выберите школу.').optional(),
  format: z.enum(REPORT_FORMATS, 'Выберите формат.'),
});
export type ReportRequest = z.output<typeof reportRequestSchema>;

export const madeReportsQuerySchema = pagingSchema.extend({ municipalityId: z.guid().optional() });
export type MadeReportsQuery = z.output<typeof madeReportsQuerySchema>;

/** A report that was asked for. */
export const madeReportSchema = z.object({
  id: z.guid(),
  kind: z.string(),
  municipalityId: z.guid(),
  schoolYear: z.string(),
  schoolId: z.guid().nullable(),
  format: z.enum(REPORT_FORMATS),
  state: z.enum(['QUEUED', 'RUNNING', 'DONE', 'FAILED']),
  /** percent 0..100 */
  progress: z.int(),
  /** what is being done; empty while it waits and at the end */
  step: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  /** why it could not be made; null unless FAILED */
  failure: z.string().nullable(),
  fileName: z.string().nullable(),
  /** bytes */
  size: z.int().nullable(),
  sha256: z.string().nullable(),
});
export type MadeReportJson = z.output<typeof madeReportSchema>;
