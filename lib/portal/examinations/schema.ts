import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const day = z.iso.date('Укажите дату.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), day]);
const title = z.string().trim().min(1, 'Назовите обследование.').max(300, 'Название не длиннее 300 знаков.');
const long = z.string().trim().max(10_000, 'Не длиннее 10 000 знаков.');
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const version = z.int('Форма отправлена не полностью. Обновите страницу.');

export const partKindSchema = z.enum(['DOCUMENTS', 'INTERVIEW', 'WORKBOOK', 'VISIT', 'SURVEY']);
export const partStateSchema = z.enum(['PLANNED', 'DOING', 'DONE', 'CANCELLED'], 'Выберите состояние.');
export const findingThemeSchema = z.enum(
  ['RESULTS', 'OBJECTIVITY', 'TEACHING', 'STAFF', 'MANAGEMENT', 'PUPILS', 'CONDITIONS'],
  'Выберите тему.',
);

const plannedPart = z.object({
  kind: partKindSchema,
  ownerId: z.union([z.literal('').transform(() => null), z.null(), z.guid()]).default(null),
  dueOn: noDay.default(null),
});

const ORDER = 'Конец периода раньше начала.';

/** One examination for each of the schools, with the same parts. */
export const planSchema = z
  .object({
    schoolIds: z.array(z.guid()).min(1, 'Отметьте хотя бы одну школу.').max(100),
    schoolYear,
    title,
    startsOn: day,
    endsOn: day,
    parts: z.array(plannedPart).min(1, 'Отметьте хотя бы одну часть.').max(20),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], error: ORDER });
export type PlanInput = z.output<typeof planSchema>;

/** `POST /examinations` */
export const newExaminationSchema = z
  .object({
    schoolId: z.guid(),
    schoolYear,
    title,
    startsOn: day,
    endsOn: day,
    parts: z.array(plannedPart).max(20).default([]),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], error: ORDER });

/** `PATCH /examinations/{id}`: what is left out stays */
export const examinationChangeSchema = z.object({
  version,
  title: title.optional(),
  startsOn: day.optional(),
  endsOn: day.optional(),
  conclusion: long.optional(),
});
export type ExaminationChange = z.output<typeof examinationChangeSchema>;

export const partChangeSchema = z.object({
  version,
  title: z.string().trim().min(1, 'Назовите часть.').max(300, 'Название не длиннее 300 знаков.'),
  state: partStateSchema,
  ownerId: plannedPart.shape.ownerId,
  dueOn: noDay,
  heldOn: noDay,
});
export type PartChange = z.output<typeof partChangeSchema>;

export const findingSchema = z.object({
  theme: findingThemeSchema,
  text: z.string().trim().min(1, 'Напишите вывод.').max(3000, 'Вывод не длиннее 3000 знаков.'),
  partId: z.union([z.literal('').transform(() => null), z.null(), z.guid()]),
  criteria: z.array(z.string().max(50)).max(60),
  causes: z.array(z.string().max(50)).max(60),
});
export type FindingInput = z.output<typeof findingSchema>;

export const surveyGroupsSchema = z
  .array(
    z.object({
      className: z.string().trim().min(1, 'Назовите класс.').max(20, 'Класс не длиннее 20 знаков.'),
      pupils: z.int(),
      consents: z.int(),
      examined: z.int(),
      atRisk: z.int(),
    }),
  )
  .max(100, 'Не больше 100 классов.');

export const examinationQuerySchema = pagingSchema.extend({
  schoolId: given(z.guid()),
  schoolYear: given(schoolYear),
});

const partJson = z.object({
  id: z.guid(),
  kind: partKindSchema,
  title: z.string(),
  state: partStateSchema,
  owner: z.string(),
  dueOn: z.iso.date().nullable(),
  heldOn: z.iso.date().nullable(),
  version: z.int(),
});
const findingJson = z.object({
  id: z.guid(),
  theme: findingThemeSchema,
  text: z.string(),
  criteria: z.array(z.string()),
  causes: z.array(z.string()),
  partId: z.guid().nullable(),
});

/** One examination; the school sees its findings and conclusion when it is finished. */
export const examinationJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolYear: z.string(),
  title: z.string(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  status: z.enum(['PLANNED', 'RUNNING', 'FINISHED', 'CANCELLED']),
  conclusion: z.string(),
  parts: z.array(partJson),
  findings: z.array(findingJson),
});
export type ExaminationJson = z.output<typeof examinationJsonSchema>;
