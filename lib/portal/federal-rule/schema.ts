/** What `GET /api/v1/campaigns/{id}/rules` gives: a school by the sum of its card and by the federal rule. */
import { z } from 'zod';
import { PROCEDURE_CODES } from '@/lib/domain/federal-procedures';
import { cardStatusSchema } from '@/lib/portal/cards/schema';

const figures = z.object({
  /** null: files say nothing of the school in this procedure */
  participants: z.int().nullable(),
  below: z.int().nullable(),
  /** below / participants, 0..1 */
  share: z.number().nullable(),
  /** null: nothing loaded or fewer participants than the settings ask for */
  low: z.boolean().nullable(),
});

/** A school by both rules. */
export const ruleItemSchema = z.object({
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolName: z.string(),
  /** of the card */
  status: cardStatusSchema,
  /** points of the table of low results; null without an accepted card */
  negativeSum: z.int().nullable(),
  /** the campaign's rule for this table proposes the school */
  proposed: z.boolean(),
  /** the school stands on the list in force for the table's track */
  confirmed: z.boolean(),
  federal: z.object({
    /** LOW: by the rule; RISK: one of its two halves; NO; LITTLE_DATA: the portal abstains */
    result: z.enum(['LOW', 'RISK', 'NO', 'LITTLE_DATA']),
    current: z.boolean().nullable(),
    persistent: z.boolean().nullable(),
    procedures: z.array(z.object({ code: z.enum(PROCEDURE_CODES), year: figures, before: figures })),
  }),
});
export type RuleItem = z.output<typeof ruleItemSchema>;

/** `?format=xlsx` or csv. */
export const rulesFileQuerySchema = z.object({
  format: z.enum(['xlsx', 'csv'], { error: 'Формат файла: xlsx или csv.' }).default('xlsx'),
});
