/** What goes into and comes out of imports: contract.md, `/api/v1/imports`. Used by pages, API and OpenAPI alike. */
import { z } from 'zod';
import { IMPORT_KINDS } from '@/lib/domain/evidence/import-kinds';
import { schoolYearSchema } from '@/lib/portal/campaigns/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

/** Bytes in one file: 25 MB. */
export const MOST_IMPORT_BYTES = 25 * 1024 * 1024;
/** faults that are kept cell by cell; all are counted */
export const MOST_FAULTS_KEPT = 500;

export const importKindSchema = z.enum(IMPORT_KINDS, { error: 'Выберите вид данных из списка.' });
const municipality = z.guid({ error: 'municipalityId: ожидается идентификатор муниципалитета.' });

/** The fields beside the file. */
export const importInputSchema = z.object({
  kind: importKindSchema,
  schoolYear: schoolYearSchema,
  municipalityId: given(municipality),
});
export type ImportInput = z.output<typeof importInputSchema>;

export const importStatusSchema = z.enum(['PREVIEW', 'APPLIED', 'UNDONE'], {
  error: 'Неизвестное состояние загрузки.',
});

export const importListQuerySchema = pagingSchema.extend({
  municipalityId: given(municipality),
  kind: given(importKindSchema),
  schoolYear: given(schoolYearSchema),
  status: given(importStatusSchema),
});
export type ImportListQuery = z.output<typeof importListQuerySchema>;

export const faultSchema = z.object({ sheet: z.string(), cell: z.string(), message: z.string() });
export type Fault = z.output<typeof faultSchema>;

export const unmatchedSchema = z.object({
  /** how the file writes the school */
  text: z.string(),
  rows: z.int(),
  /** why it is unclear, in Russian */
  reason: z.string(),
  candidates: z.array(z.object({ schoolId: z.guid(), name: z.string() })),
});
export type Unmatched = z.output<typeof unmatchedSchema>;

export const mappingSchema = z.object({
  sheet: z.string(),
  columns: z.array(
    z.object({
      header: z.string(),
      /** the column's letter */
      column: z.string(),
      /** what the column means; null: left out */
      field: z.string().nullable(),
    }),
  ),
});
export type Mapping = z.output<typeof mappingSchema>;

export const changedCardSchema = z.object({
  cardId: z.guid(),
  schoolId: z.guid(),
  schoolName: z.string(),
  criteria: z.array(z.object({ criterion: z.string(), from: z.unknown(), to: z.unknown() })),
  sumBefore: z.int(),
  sumAfter: z.int(),
});

export const importListItemSchema = z.object({
  id: z.guid(),
  kind: z.string(),
  schoolYear: z.string(),
  municipalityId: z.guid().nullable(),
  schoolId: z.guid().nullable(),
  status: importStatusSchema,
  fileName: z.string(),
  rows: z.int(),
  accepted: z.int(),
  errorCount: z.int(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
});
export type ImportListItem = z.output<typeof importListItemSchema>;

export const importSchema = importListItemSchema.extend({
  version: z.int(),
  errors: z.array(faultSchema),
  unmatched: z.array(unmatchedSchema),
  mapping: z.array(mappingSchema),
  changedCards: z.array(z.guid()),
});
export type ImportJson = z.output<typeof importSchema>;

/** The answer to apply and undo. */
export const importResultSchema = z.object({
  id: z.guid(),
  status: importStatusSchema,
  changedCards: z.array(z.guid()),
});
export type ImportResult = z.output<typeof importResultSchema>;

/** Which school each unclear text means; null: none, its rows are left out. */
export const choicesSchema = z.object({
  choices: z
    .array(z.object({ text: z.string().max(2000), schoolId: z.guid().nullable(), remember: z.boolean() }))
    .max(1000),
});
export type SchoolChoices = z.output<typeof choicesSchema>['choices'];

/** What each header means: a field of the kind, or null to leave the column out. */
export const headerChoicesSchema = z.object({
  columns: z.array(z.object({ header: z.string().max(1000), field: z.string().max(100).nullable() })).max(500),
  remember: z.boolean(),
});
export type HeaderChoices = z.output<typeof headerChoicesSchema>;
