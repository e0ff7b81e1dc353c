/** What goes into cards; what comes out of them stands in card-schema.ts and views.ts. contract.md, `/api/v1/cards`. */
import { z } from 'zod';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';
import { cardStatusSchema } from './card-schema';

export * from './card-schema';
export type * from './views';

const trimmed = z.string().trim();
const reason = (ask: string) => trimmed.min(1, ask).max(4000, 'Не больше 4000 знаков.');
const versionSchema = z
  .number('Укажите номер версии карты, с которой вы работали.')
  .int()
  .min(1, 'Версии считаются с 1.');
const criterionCode = trimmed.min(1, 'Укажите код критерия.').max(100, 'Код критерия не длиннее 100 знаков.');

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

/** `POST /cards/{id}/spreadsheet?step=preview|apply` */
export const spreadsheetQuerySchema = z.object({
  step: z.enum(['preview', 'apply'], 'Укажите шаг: preview или apply.').default('preview'),
});
