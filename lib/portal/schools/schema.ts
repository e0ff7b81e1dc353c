import { z } from 'zod';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';

export * from './api-schema';

const code = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9-]{0,49}$/, 'Код — латинские буквы, цифры и дефис, например smolensk-01.');
const required = (message: string) => z.string().trim().min(1, message).max(500, 'Не больше 500 знаков.');
const grade = z.coerce
  .number({ error: 'Класс — число от 1 до 11.' })
  .int()
  .min(1, 'С 1 класса.')
  .max(11, 'По 11 класс.');

/** A number as people type it: spaces inside are tolerated; empty means unknown. */
const pupils = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/[\s\u00a0]/g, '') || undefined : value),
  z.coerce
    .number({ error: 'Число обучающихся — целое, например 812.' })
    .int('Число обучающихся — целое, например 812.')
    .min(0, 'Не меньше нуля.')
    .max(20_000, 'Проверьте: больше 20 000.')
    .optional(),
);

export const schoolKindSchema = z.enum(['SCHOOL', 'GYMNASIUM', 'LYCEUM'], { error: 'Выберите вид школы.' });

/** The login of a school in ФИС ОКО; an empty field takes it off, an absent one leaves it as it is. */
const login = z
  .preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^sch\d{1,12}$/, 'Логин в ФИС ОКО — буквы sch и цифры, например sch670001.')
      .nullable(),
  )
  .optional();

/** Subjects taught in depth, in the order of their list; absent: as they are. */
const advanced = z
  .array(z.string())
  .max(100, 'Слишком много предметов.')
  .transform((given, context) => {
    const unknown = given.find((name) => !SUBJECT_NAMES.some((subject) => subject === name));
    if (unknown !== undefined) context.addIssue({ code: 'custom', message: `Портал не знает предмета «${unknown}».` });
    return SUBJECT_NAMES.filter((subject) => given.includes(subject)) as string[];
  })
  .optional();

const identity = {
  name: required('Укажите полное название.'),
  shortName: required('Укажите краткое название.'),
  kind: schoolKindSchema,
  address: z.string().trim().max(500, 'Не больше 500 знаков.').default(''),
  gradeFrom: grade,
  gradeTo: grade,
  pupils,
  login,
  advanced,
};

const gradesInOrder = <Input extends { gradeFrom: number; gradeTo: number }>(input: Input) =>
  input.gradeFrom <= input.gradeTo;
const gradesFault = { path: ['gradeTo'], error: 'Последний класс не может быть меньше первого.' };

export const newSchoolSchema = z
  .object({ municipalityId: z.uuid('Выберите муниципалитет.'), code, ...identity })
  .refine(gradesInOrder, gradesFault);
export type NewSchool = z.output<typeof newSchoolSchema>;

/** A change of the passport from a day on; what stood before stays in the school's history. */
export const passportChangeSchema = z
  .object({
    ...identity,
    validFrom: z.iso.date('Укажите, с какого дня.'),
    reason: required('Укажите основание: приказ, новое имя, переезд…'),
    version: z.coerce.number().int().min(1),
  })
  .refine(gradesInOrder, gradesFault);
export type PassportChange = z.output<typeof passportChangeSchema>;

export const mergerSchema = z.object({
  successorId: z.uuid('Выберите школу, к которой присоединили.'),
  happenedOn: z.iso.date('Укажите день присоединения.'),
  ground: required('Укажите основание: номер и дату приказа.'),
});
export type Merger = z.output<typeof mergerSchema>;

export const moveSchema = z.object({
  municipalityId: z.uuid('Выберите муниципалитет.'),
  validFrom: z.iso.date('Укажите, с какого дня.'),
  reason: required('Укажите основание.'),
});
export type Move = z.output<typeof moveSchema>;
