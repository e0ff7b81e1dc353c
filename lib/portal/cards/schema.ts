/** What goes into and comes out of cards: contract.md, `/api/v1/cards`. */
import { z } from 'zod';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

export type * from './views';

const trimmed = z.string().trim();
const reason = (ask: string) => trimmed.min(1, ask).max(4000, 'Не больше 4000 знаков.');
const versionSchema = z
  .number('Укажите номер версии карты, с которой вы работали.')
  .int()
  .min(1, 'Версии считаются с 1.');
const criterionCode = trimmed.min(1, 'Укажите код критерия.').max(100, 'Код критерия не длиннее 100 знаков.');

export const cardStatusSchema = z.enum(['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED']);

/** `"yes"`, `"no"`, `"na"`, `null` (not answered) or, for SIGN_COUNT, a list of sign codes. */
export const answerSchema = z.union([
  z.null(),
  trimmed.toLowerCase().pipe(z.enum(['yes', 'no', 'na'])),
  z.array(trimmed.max(100)).max(200),
]);

/** Answers by criterion code. Each is checked by the command, so that one reply names every code at fault. */
const answersSchema = z.record(
  criterionCode,
  z.unknown().meta({
    anyOf: [
      { type: 'string', enum: ['yes', 'no', 'na'] },
      { type: 'array', items: { type: 'string' }, description: 'SIGN_COUNT: codes of the signs found' },
      { type: 'null', description: 'not answered' },
    ],
  }),
);

/** `PATCH /cards/{id}/answers`: `comments` are the school's own notes on its answers. */
export const answersPatchSchema = z.object({
  version: versionSchema,
  answers: answersSchema.default({}),
  comments: z.record(criterionCode, trimmed.max(4000, 'Не больше 4000 знаков.')).optional(),
});
export type AnswersPatch = z.output<typeof answersPatchSchema>;

/** A version is optional for a change of state; when it is given and behind, the change is refused. */
const optionalVersion = z.object({ version: versionSchema.optional() });
export const submissionSchema = optionalVersion;
export const acceptanceSchema = optionalVersion;
export const returnSchema = optionalVersion.extend({
  comment: reason('Напишите школе, что исправить: без сообщения карту не возвращают.'),
  criteria: z.array(criterionCode).max(1000).optional(),
});
export const reopeningSchema = optionalVersion.extend({
  reason: reason('Укажите, почему принятая карта открывается заново.'),
  criteria: z.array(criterionCode).max(1000).optional(),
});
export type StateChange = z.output<typeof optionalVersion>;
export type ReturnInput = z.output<typeof returnSchema>;
export type ReopeningInput = z.output<typeof reopeningSchema>;

export const verificationSchema = z.object({
  version: versionSchema,
  answer: z.unknown(),
  reason: reason('Укажите, почему ответ подтверждён или исправлен.'),
  source: reason('Укажите источник: документ, протокол, выгрузку. Без источника балл не засчитывается.'),
});
export type VerificationInput = z.output<typeof verificationSchema>;
export const clearedVerificationSchema = z.object({
  version: versionSchema,
  reason: reason('Укажите, почему проверка снимается.'),
});
export type ClearedVerification = z.output<typeof clearedVerificationSchema>;

export const commentSchema = z.object({ criterion: criterionCode, text: reason('Напишите замечание.') });
export type CommentInput = z.output<typeof commentSchema>;

export const disputeSchema = z.object({
  criterion: criterionCode,
  sign: given(trimmed.max(100)),
  reason: reason('Объясните, почему балл начислен неверно.'),
});
export type DisputeInput = z.output<typeof disputeSchema>;
export const disputeDecisionSchema = z.object({
  decision: z.enum(['UPHELD', 'REJECTED'], { error: 'Выберите решение: снять балл или оставить.' }),
  reason: reason('Обоснуйте решение: директор увидит эти слова.'),
});
export type DisputeDecision = z.output<typeof disputeDecisionSchema>;

/** `GET /cards?campaignId=&status=` */
export const cardListQuerySchema = pagingSchema.extend({
  campaignId: given(z.guid('Идентификатор кампании — UUID.')),
  status: given(cardStatusSchema),
});
export type CardListQuery = z.output<typeof cardListQuerySchema>;

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
 * A card: `answers` holds every criterion that applies to the school, and no other, with the answer that counts; where
 * МОЦ verified one, what the school itself declared stands in `declared`.
 */
export const cardSchema = cardListItemSchema.extend({
  grades: z.object({ from: z.int(), to: z.int() }),
  answers: z.record(z.string(), answerSchema),
  declared: z.record(z.string(), answerSchema),
  /** what МОЦ verified: it counts instead of the declared answer */
  verified: z.record(z.string(), verifiedAnswerSchema),
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
