import { z } from 'zod';
import { programmeContentSchema } from '@/lib/domain/programme/content';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const version = z.int('Форма отправлена не полностью. Обновите страницу.');
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const title = z.string().trim().min(1, 'Назовите программу.').max(300, 'Не длиннее 300 знаков.');
const long = (ask: string) => z.string({ error: ask }).trim().min(1, ask).max(5000, 'Не длиннее 5000 знаков.');

export const newProgrammeSchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  schoolYear,
  title,
  from: z.enum(['BLANK', 'TEMPLATE', 'LAST'], 'Выберите, с чего начать.').default('BLANK'),
  templateId: z.union([z.literal('').transform(() => null), z.null(), z.guid()]).default(null),
});
export type NewProgramme = z.output<typeof newProgrammeSchema>;

/** `base` is what the sender began with: what others changed since is kept. */
export const saveProgrammeSchema = z.object({ base: programmeContentSchema, content: programmeContentSchema });
export type SaveProgramme = z.output<typeof saveProgrammeSchema>;

/** `PATCH /programmes/{id}` */
export const programmeChangeSchema = z.object({
  version,
  title: title.optional(),
  content: programmeContentSchema.optional(),
});
export type ProgrammeChange = z.output<typeof programmeChangeSchema>;

export const versionSchema = z.object({ version });
export const returnProgrammeSchema = z.object({ version, comment: long('Напишите, что исправить.') });
export const finishProgrammeSchema = z.object({ version, summary: long('Напишите, чем закончилась программа.') });
export const stageReportSchema = z.object({ version, report: long('Напишите отчёт: что готово и по чему это видно.') });
export const stageAssessmentSchema = z.object({
  version,
  assessment: z.enum(['MET', 'PARTLY', 'NOT_MET'], 'Выберите оценку.'),
  text: long('Обоснуйте оценку: школа увидит эти слова.'),
});
export const stageDateSchema = z.object({ version, dueOn: z.iso.date('Укажите срок.') });

export const programmeQuerySchema = pagingSchema.extend({ schoolId: given(z.guid()), schoolYear: given(schoolYear) });

export const programmeJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolYear: z.string(),
  title: z.string(),
  status: z.enum(['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RUNNING', 'FINISHED']),
  content: programmeContentSchema,
  returnComment: z.string().nullable(),
  /** when the draft is due at МОЦ */
  dueOn: z.iso.date().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  stages: z.array(
    z.object({
      id: z.guid(),
      kind: z.enum(['DOCUMENTS', 'MEASURES', 'CHANGE']),
      title: z.string(),
      dueOn: z.iso.date(),
      report: z.string(),
      reportedAt: z.iso.datetime().nullable(),
      assessment: z.enum(['MET', 'PARTLY', 'NOT_MET']).nullable(),
      version: z.int(),
    }),
  ),
});
export type ProgrammeJson = z.output<typeof programmeJsonSchema>;
