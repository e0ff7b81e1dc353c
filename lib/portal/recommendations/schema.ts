import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const addressee = z.enum(['SCHOOL', 'TEACHERS', 'CENTRE', 'DEPARTMENT'], 'Выберите адресата.');
const status = z.enum(['DRAFT', 'ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE', 'CANCELLED']);
const text = z.string().trim().min(1, 'Напишите рекомендацию.').max(3000, 'Не длиннее 3000 знаков.');
const subject = z.string().trim().max(100, 'Предмет не длиннее 100 знаков.');
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const codes = z.array(z.string().max(50)).max(60);
const day = z.iso.date('Укажите срок.');
const noId = z.union([z.literal('').transform(() => null), z.null(), z.guid()]);
const version = z.int('Форма отправлена не полностью. Обновите страницу.');

/** A draft; what it follows from: a finding, criteria with points, risk factors — at least one of them. */
export const recommendationSchema = z
  .object({
    schoolId: z.guid('Выберите школу.'),
    schoolYear,
    addressee,
    subject: subject.default(''),
    text,
    dueOn: day,
    findingId: noId.default(null),
    criteria: codes.default([]),
    risks: codes.default([]),
  })
  .refine((one) => one.findingId !== null || one.criteria.length > 0 || one.risks.length > 0, {
    path: ['findingId'],
    error: 'Укажите, из чего следует рекомендация: вывод, критерий или риск.',
  })
  .refine((one) => one.addressee !== 'TEACHERS' || one.subject !== '', {
    path: ['subject'],
    error: 'Укажите предмет учителей.',
  });
export type RecommendationInput = z.output<typeof recommendationSchema>;

/** `PATCH /recommendations/{id}`: a draft alone; what is left out stays */
export const recommendationChangeSchema = z.object({
  version,
  addressee: addressee.optional(),
  subject: subject.optional(),
  text: text.optional(),
  dueOn: day.optional(),
  findingId: noId.optional(),
  criteria: codes.optional(),
  risks: codes.optional(),
});
export type RecommendationChange = z.output<typeof recommendationChangeSchema>;

const long = (ask: string) => z.string({ error: ask }).trim().min(1, ask).max(3000, 'Не длиннее 3000 знаков.');

export const issueSchema = z.object({ version });
export const answerSchema = z.object({ version, answer: long('Напишите ответ: что сделано или когда будет.') });
export const checkSchema = z.object({
  version,
  done: z.boolean('Выберите: выполнена или нет.'),
  outcome: long('Напишите, по чему это видно.'),
});
export const cancelSchema = z.object({ version, reason: long('Напишите, почему рекомендация отменена.') });

export const recommendationQuerySchema = pagingSchema.extend({
  schoolId: given(z.guid()),
  schoolYear: given(schoolYear),
  status: given(status),
});

export const recommendationJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolYear: z.string(),
  addressee,
  subject: z.string(),
  text: z.string(),
  status,
  dueOn: z.iso.date(),
  findingId: z.guid().nullable(),
  criteria: z.array(z.string()),
  risks: z.array(z.string()),
  answer: z.string(),
  outcome: z.string(),
});
export type RecommendationJson = z.output<typeof recommendationJsonSchema>;

export const templateSchema = z
  .object({
    title: z.string().trim().min(1, 'Назовите шаблон.').max(300, 'Не длиннее 300 знаков.'),
    text,
    addressee,
    subject,
    criteria: codes,
    risks: codes,
    days: z.int('Срок — целое число дней.').min(1, 'Не меньше дня.').max(730, 'Не больше двух лет.'),
    active: z.boolean(),
  })
  .refine(({ criteria, risks }) => criteria.length > 0 || risks.length > 0, {
    path: ['criteria'],
    error: 'Укажите критерии или риски, при которых шаблон предлагается.',
  });
export type TemplateInput = z.output<typeof templateSchema>;
