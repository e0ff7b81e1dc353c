import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';

const long = (ask: string) => z.string({ error: ask }).trim().min(1, ask).max(5000, 'Не длиннее 5000 знаков.');
const day = z.iso.date('Укажите дату.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), day]);
const noId = z.union([z.literal('').transform(() => null), z.null(), z.guid()]);
const version = z.int('Форма отправлена не полностью. Обновите страницу.');
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');

export const openCasesSchema = z.object({
  schoolYear,
  schoolIds: z.array(z.guid()).min(1, 'Отметьте хотя бы одну школу.').max(200),
  ground: z.string().trim().max(1000, 'Не длиннее 1000 знаков.').default(''),
});
export type OpenCasesInput = z.output<typeof openCasesSchema>;

export const stepSchema = z.object({
  version,
  state: z.enum(['TODO', 'DOING', 'DONE', 'NOT_NEEDED'], 'Выберите состояние.'),
  ownerId: noId,
  dueOn: noDay,
  note: z.string().trim().max(2000, 'Не длиннее 2000 знаков.'),
});
export type StepInput = z.output<typeof stepSchema>;

export const entrySchema = z.object({
  kind: z.enum(['NOTE', 'REVIEW', 'CONCERN'], 'Выберите вид записи.'),
  happenedOn: day,
  text: long('Напишите, что произошло.'),
  shared: z.boolean(),
  nextOn: noDay,
});
export type EntryInput = z.output<typeof entrySchema>;

export const concernSchema = z.object({
  version,
  step: z.enum(['ESCALATED', 'RESOLVED'], 'Выберите, что делать с тревогой.'),
  text: long('Напишите, кому передано или чем снята тревога.'),
});
export type ConcernInput = z.output<typeof concernSchema>;

export const closeCaseSchema = z.object({
  version,
  ground: long('Назовите основание, по которому школа выходит из списка.'),
});

export const curatorSchema = z.object({
  schoolIds: z.array(z.guid()).min(1, 'Отметьте хотя бы одну школу.').max(200),
  accountId: z.guid('Выберите сотрудника.'),
  startedOn: day,
});
export type CuratorInput = z.output<typeof curatorSchema>;

export const handOverSchema = z
  .object({
    fromId: z.guid('Выберите, кто передаёт.'),
    toId: z.guid('Выберите, кому передаются школы.'),
    on: day,
    reason: long('Напишите, почему передаются школы.'),
  })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], error: 'Выберите другого сотрудника.' });
export type HandOverInput = z.output<typeof handOverSchema>;

export const conflictSchema = z
  .object({
    schoolId: z.guid('Выберите школу.'),
    accountId: noId,
    hostSchoolId: noId,
    reason: long('Назовите причину конфликта интересов.'),
  })
  .refine(({ accountId, hostSchoolId }) => (accountId === null) !== (hostSchoolId === null), {
    path: ['accountId'],
    error: 'Выберите сотрудника или школу-партнёра, что-то одно.',
  })
  .refine(({ schoolId, hostSchoolId }) => schoolId !== hostSchoolId, {
    path: ['hostSchoolId'],
    error: 'Это одна и та же школа.',
  });
export type ConflictInput = z.output<typeof conflictSchema>;

export const watchSchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  reason: long('Напишите, за чем нужно следить.'),
});
export const reasonSchema = z.object({ reason: long('Напишите причину.') });

export const studySchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  title: z.string().trim().min(1, 'Назовите историю.').max(300, 'Не длиннее 300 знаков.'),
  situation: long('Опишите, с чего начали.'),
  measures: long('Опишите, что сделали.'),
  outcome: long('Опишите, что изменилось и по чему это видно.'),
  criteria: z.array(z.string().max(50)).max(60),
});
export type StudyInput = z.output<typeof studySchema>;
