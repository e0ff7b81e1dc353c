import { z } from 'zod';
import {
  type ReportTexts,
  type SectionCode,
  USUAL_TEXTS,
  unknownFields,
  YEAR_SECTIONS,
} from '@/lib/domain/reports/year-report';

const text = z
  .string()
  .trim()
  .max(20_000, 'Не длиннее 20 000 знаков.')
  .superRefine((value, context) => {
    const unknown = unknownFields(value);
    if (unknown.length === 0) return;
    const named = unknown.map((name) => `{${name}}`).join(', ');
    context.addIssue({ code: 'custom', message: `Таких полей нет: ${named}. Поля перечислены под формой.` });
  });

const texts = z.object(
  Object.fromEntries(YEAR_SECTIONS.map(({ code }) => [code, text])) as Record<SectionCode, typeof text>,
);

export const reportTemplateSchema = texts.extend({ version: z.coerce.number().int().min(0).max(2_147_483_647) });
export type ReportTemplateInput = z.output<typeof reportTemplateSchema>;

export interface ReportTemplateJson {
  /** 0: nobody has written other texts */
  version: number;
  texts: ReportTexts;
}

/** Stored texts; a section that came later has its usual one. */
export function templateJson(row: { version: number; texts: unknown } | null): ReportTemplateJson {
  const stored = z
    .record(z.string(), z.string())
    .catch({})
    .parse(row?.texts ?? {});
  return { version: row?.version ?? 0, texts: { ...USUAL_TEXTS, ...stored } };
}
