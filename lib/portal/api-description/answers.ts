/** Answers that no aggregate names by itself. */
import { z } from 'zod';
import { attachmentSchema } from '@/lib/portal/attachments/schema';
import { answerSchema, historyEntrySchema, revisionSchema, type SpreadsheetPreview } from '@/lib/portal/cards/schema';

/** A page of a list: lib/portal/paging.ts. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() });
}

/** What was made, by its id. */
export const createdSchema = z.object({ id: z.guid() });

export const historyPageSchema = pageSchema(historyEntrySchema).extend({ revisions: z.array(revisionSchema) });

export const attachmentListSchema = z.object({ items: z.array(attachmentSchema) });

export const spreadsheetPreviewSchema: z.ZodType<SpreadsheetPreview> = z.object({
  version: z.int(),
  changes: z.array(
    z.object({
      criterion: z.string(),
      text: z.string(),
      answer: z.object({ from: answerSchema, to: answerSchema }).nullable(),
      note: z.object({ from: z.string(), to: z.string() }).nullable(),
      changedSince: z.boolean(),
    }),
  ),
  errors: z.array(z.object({ sheet: z.string(), cell: z.string(), message: z.string() })),
});

/** The description of the API itself: OpenAPI 3.1. */
export const openApiSchema = z.looseObject({ openapi: z.string() });
