import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { NETWORK_KINDS, type NetworkKind, planSchema } from '@/lib/domain/support/partnership';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const version = z.int('Форма отправлена не полностью. Обновите страницу.');
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const title = z.string().trim().min(1, 'Назовите партнёрство.').max(300, 'Не длиннее 300 знаков.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), z.iso.date('Укажите дату.')]);

export const newPartnershipSchema = z.object({
  hostSchoolId: z.guid('Выберите школу-лидера.'),
  schoolIds: z.array(z.guid()).min(1, 'Выберите хотя бы одну школу.').max(20),
  schoolYear,
  title,
  reasons: z.array(z.string().trim().min(1).max(500)).max(20).default([]),
});
export type NewPartnership = z.output<typeof newPartnershipSchema>;

/** `PATCH /partnerships/{id}`: what is left out stays */
export const partnershipChangeSchema = z.object({
  version,
  title: title.optional(),
  agreementNumber: z.string().trim().max(50, 'Не длиннее 50 знаков.').optional(),
  agreedOn: noDay.optional(),
  plan: planSchema.optional(),
  outcome: z.string().trim().max(5000, 'Не длиннее 5000 знаков.').optional(),
});
export type PartnershipChange = z.output<typeof partnershipChangeSchema>;

export const partnershipStepSchema = z.object({
  version,
  to: z.enum(['PROPOSED', 'AGREED', 'RUNNING', 'FINISHED', 'DECLINED'], 'Выберите состояние.'),
  words: z.string().trim().max(3000, 'Не длиннее 3000 знаков.').default(''),
});
export type PartnershipStep = z.output<typeof partnershipStepSchema>;

export const partnershipQuerySchema = pagingSchema.extend({ schoolId: given(z.guid()), schoolYear: given(schoolYear) });

/** `reasons` is МОЦ's own and left out for schools. */
export const partnershipJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  title: z.string(),
  schoolYear: z.string(),
  status: z.enum(['PROPOSED', 'AGREED', 'RUNNING', 'FINISHED', 'DECLINED']),
  hostSchoolId: z.guid(),
  schoolIds: z.array(z.guid()),
  reasons: z.array(z.string()).optional(),
  agreementNumber: z.string(),
  agreedOn: z.iso.date().nullable(),
  plan: planSchema,
  outcome: z.string(),
});
export type PartnershipJson = z.output<typeof partnershipJsonSchema>;

export const networkSchema = z.object({
  kind: z.enum(Object.keys(NETWORK_KINDS) as [NetworkKind, ...NetworkKind[]], 'Выберите вид.'),
  title: z.string().trim().min(1, 'Назовите сеть.').max(300, 'Не длиннее 300 знаков.'),
  subject: z.string().trim().max(100, 'Не длиннее 100 знаков.'),
  about: z.string().trim().max(5000, 'Не длиннее 5000 знаков.'),
  leader: z.string().trim().max(300, 'Не длиннее 300 знаков.'),
  active: z.boolean(),
  plan: planSchema,
  members: z
    .array(
      z.object({
        schoolId: z.guid('Выберите школу.'),
        teachers: z.int('Целое число.').min(1, 'Не меньше одного.').max(999, 'Не больше 999.'),
      }),
    )
    .max(200),
});
export type NetworkInput = z.output<typeof networkSchema>;
