/** What goes into and comes out of reviews of signs: contract.md, `/api/v1/objectivity`. */
import { z } from 'zod';
import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import { REVIEW_STATES } from '@/lib/domain/objectivity-review';
import { isSchoolYear } from '@/lib/domain/school-year';
import { objectivityQuerySchema } from '@/lib/portal/objectivity/schema';

const LONGEST = 4000;
const text = (ask: string) => z.string({ error: ask }).trim().min(1, ask).max(LONGEST, 'Не больше 4000 знаков.');
const version = z.coerce
  .number({ error: 'Укажите номер версии, с которой вы работали.' })
  .int()
  .min(1, 'Версии считаются с 1.');

/** Asked for once for each sign of a school, year, grade and subject. */
export const recheckSchema = z.object({
  schoolId: z.guid('Школа задаётся своим id.'),
  schoolYear: z
    .string({ error: 'Укажите учебный год.' })
    .refine(isSchoolYear, 'Укажите учебный год двумя годами подряд, например 2020-2021.'),
  grade: z.coerce.number({ error: 'Укажите класс.' }).int().min(0).max(12),
  subject: z.string({ error: 'Укажите предмет.' }).trim().min(1, 'Укажите предмет.').max(100),
  sign: z.enum(SIGN_CODES, { error: 'Укажите код признака, от S1 до S8.' }),
  note: text('Напишите, что и как перепроверить: школа увидит эти слова.'),
  due: z.preprocess(
    (value) => (value === '' ? null : value),
    z.iso.date('Укажите срок, например 2020-11-25.').nullable().default(null),
  ),
});
export type RecheckInput = z.output<typeof recheckSchema>;

export const secondResultSchema = z.object({
  version,
  secondResult: text('Запишите, что показала перепроверка: кто проверял и что получилось.'),
});
export type SecondResultInput = z.output<typeof secondResultSchema>;

export const explanationSchema = z.object({
  version,
  explanation: text('Напишите пояснение школы.'),
});
export type ExplanationInput = z.output<typeof explanationSchema>;

export const reviewDecisionSchema = z.object({
  version,
  decision: z.enum(['CONFIRMED', 'WITHDRAWN'], { error: 'Выберите решение: подтвердить признак или снять его.' }),
  reason: text('Обоснуйте решение: школа увидит эти слова.'),
});
export type ReviewDecisionInput = z.output<typeof reviewDecisionSchema>;

/** `GET /objectivity/reviews?municipalityId=&schoolYear=` */
export const reviewListQuerySchema = objectivityQuerySchema;
export type ReviewListQuery = z.output<typeof reviewListQuerySchema>;

export const reviewSchema = z.object({
  id: z.guid(),
  version: z.int(),
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolYear: z.string(),
  grade: z.int(),
  subject: z.string(),
  sign: z.enum(SIGN_CODES),
  state: z.enum(REVIEW_STATES),
  /** what is checked again and how */
  note: z.string(),
  due: z.iso.date().nullable(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  secondResult: z.string().nullable(),
  secondBy: z.string().nullable(),
  secondAt: z.iso.datetime().nullable(),
  explanation: z.string().nullable(),
  explainedBy: z.string().nullable(),
  explainedAt: z.iso.datetime().nullable(),
  /** the reason of the decision */
  decision: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type ReviewJson = z.output<typeof reviewSchema>;
