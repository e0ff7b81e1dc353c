/** What `GET /api/v1/campaigns/{id}/conditions` gives: a school by the index of its conditions and by its results. */
import { z } from 'zod';
import { SHARE_CODES } from '@/lib/domain/social-shares';
import { cardStatusSchema } from '@/lib/portal/cards/schema';

/** A school by conditions and results. */
export const conditionsItemSchema = z.object({
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolName: z.string(),
  /** of the card */
  status: cardStatusSchema,
  /** mean 100, standard deviation 15, more is better; null: too few data */
  index: z.number().nullable(),
  /** share: 0..1 of the school's pupils; contribution: points that it adds to the index */
  parts: z.array(
    z.object({
      code: z.enum(SHARE_CODES),
      share: z.number().nullable(),
      contribution: z.number().nullable(),
    }),
  ),
  /** in the lowest quarter of the index, or proposed by the table of conditions; null: not known */
  hard: z.boolean().nullable(),
  /** points of the table of low results; null without an accepted card */
  negativeSum: z.int().nullable(),
  /** conditions × results; null: one of them is not known */
  type: z.enum(['BOTH', 'CONDITIONS', 'RESULTS', 'NEITHER']).nullable(),
  /** hard conditions, good results, no doubt about them: a possible partner */
  resilient: z.boolean(),
  /** in Russian, what speaks for it and what to look at first */
  reasons: z.array(z.string()),
});
export type ConditionsItem = z.output<typeof conditionsItemSchema>;

/** `?format=xlsx` or csv. */
export const conditionsFileQuerySchema = z.object({
  format: z.enum(['xlsx', 'csv'], { error: 'Формат файла: xlsx или csv.' }).default('xlsx'),
});
