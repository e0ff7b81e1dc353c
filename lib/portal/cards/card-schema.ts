/** What the API gives of cards: contract.md, `GET /api/v1/cards`. */
import { z } from 'zod';

export const cardStatusSchema = z.enum(['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED']);

/** Which answer counts where МОЦ verified none: the school's word or what data answer. */
export const countsSchema = z.enum(['DECLARED', 'COMPUTED']);

/** `"yes"`, `"no"`, `"na"`, `null` (not answered) or, for SIGN_COUNT, a list of sign codes. */
export const answerSchema = z.union([
  z.null(),
  z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['yes', 'no', 'na'])),
  z.array(z.string().trim().max(100)).max(200),
]);

const partScoreSchema = z.object({ code: z.string(), negativeSum: z.int(), maximum: z.int() });

export const scoreSchema = z.object({
  negativeSum: z.int(),
  maximum: z.int(),
  /** negativeSum / maximum, 0..1; null when nothing is applicable */
  share: z.number().nullable(),
  tables: z.array(partScoreSchema),
  groups: z.array(partScoreSchema),
  points: z.array(
    z.object({
      criterion: z.string(),
      sign: z.string().optional(),
      points: z.literal(1),
      source: z.enum(['DECLARED', 'COMPUTED', 'VERIFIED']),
    }),
  ),
});

const moment = z.iso.datetime();

export const cardListItemSchema = z.object({
  id: z.guid(),
  campaignId: z.guid(),
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolName: z.string(),
  status: cardStatusSchema,
  version: z.int(),
  answered: z.int(),
  applicable: z.int(),
  dueAt: moment,
  submittedAt: moment.nullable(),
  /** points in dispute that МОЦ has not decided yet */
  openDisputes: z.int(),
  score: scoreSchema,
});
export type CardListItem = z.output<typeof cardListItemSchema>;

export const verifiedAnswerSchema = z.object({
  answer: answerSchema,
  reason: z.string(),
  source: z.string(),
  by: z.string(),
  at: moment,
});

/**
 * A card: `answers` holds every criterion that applies to the school, and no other, with what people answered; where МОЦ
 * verified one, what the school itself declared stands in `declared`. What data answer stands in `computed` and counts
 * above the school's word, never above МОЦ's, where `counts` says so.
 */
export const cardSchema = cardListItemSchema.extend({
  grades: z.object({ from: z.int(), to: z.int() }),
  /** which answer counts where МОЦ verified none */
  counts: countsSchema,
  answers: z.record(z.string(), answerSchema),
  declared: z.record(z.string(), answerSchema),
  /** what МОЦ verified: it counts instead of the declared answer */
  verified: z.record(z.string(), verifiedAnswerSchema),
  /** what data answer, where they do */
  computed: z.record(z.string(), answerSchema),
  /** the school's notes on its answers, where there are any */
  comments: z.record(z.string(), z.string()),
  /** carried over from last year and not yet looked at */
  carriedOver: z.array(z.string()),
  /** points that the school disputes and МОЦ has not decided yet */
  disputed: z.array(z.object({ criterion: z.string(), sign: z.string().optional() })),
  /** whether the caller may change answers now; a partly returned card: those in `unlocked` alone */
  editable: z.boolean(),
  unlocked: z.array(z.string()).nullable(),
  /** why the answers cannot be changed, by whom, since when and how to open them again */
  lockedReason: z.string().nullable(),
  savedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  returnComment: z.string().nullable(),
});
export type CardJson = z.output<typeof cardSchema>;

export const historyEntrySchema = z.object({
  at: moment,
  actor: z.string(),
  action: z.string(),
  criterion: z.string().nullable(),
  from: z.unknown(),
  to: z.unknown(),
  reason: z.string().nullable(),
});
export type HistoryEntry = z.output<typeof historyEntrySchema>;

export const revisionSchema = z.object({
  number: z.int(),
  submittedAt: moment,
  submittedBy: z.string(),
  negativeSum: z.int(),
  maximum: z.int(),
});
export type RevisionItem = z.output<typeof revisionSchema>;
