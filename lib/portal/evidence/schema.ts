/** What the API tells of computed answers: contract.md, `GET /api/v1/cards/{id}/evidence`. */
import { z } from 'zod';
import { MEASURE_CODES } from '@/lib/domain/evidence/rule';
import { answerSchema } from '@/lib/portal/cards/schema';

export const evidenceSourceSchema = z.object({
  importId: z.guid(),
  /** empty for csv */
  sheet: z.string(),
  /** of the file, counted from 1 */
  row: z.int(),
  /** null: the file is not in sight any more */
  fileName: z.string().nullable(),
  importedAt: z.iso.datetime().nullable(),
});

export const evidenceItemSchema = z.object({
  criterion: z.string(),
  declared: answerSchema,
  /** null: no rule, or the portal abstains */
  computed: answerSchema,
  verified: answerSchema,
  counted: answerSchema,
  source: z.enum(['DECLARED', 'COMPUTED', 'VERIFIED']),
  /** the school's value in the unit of the measure */
  measure: z.number().nullable(),
  threshold: z.number().nullable(),
  /** pupils behind the value */
  n: z.number().nullable(),
  sources: z.array(evidenceSourceSchema),
  /** why the portal abstains; null: it does not, or has no rule */
  abstention: z.enum(['NO_DATA', 'TOO_FEW_PUPILS', 'TOO_FEW_SCHOOLS']).nullable(),
  /** schools of the municipality that have the measure */
  schools: z.int().nullable(),
  /** null: only people can answer */
  measureCode: z.enum(MEASURE_CODES).nullable(),
  unit: z.enum(['SHARE', 'MARK', 'POINTS', 'COUNT']).nullable(),
  rule: z.string().nullable(),
  disagreement: z.string().nullable(),
  computedAt: z.iso.datetime().nullable(),
});
export type EvidenceItem = z.output<typeof evidenceItemSchema>;

/** By which version of the instrument a card is computed, and its criteria in the order of the card. */
export const evidenceSchema = z.object({
  instrumentVersionId: z.guid(),
  items: z.array(evidenceItemSchema),
});
export type Evidence = z.output<typeof evidenceSchema>;
