import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { DEFICIT_AREAS } from '@/lib/domain/support/development';

const text = (ask: string, most = 300) =>
  z.string({ error: ask }).trim().min(1, ask).max(most, `Не длиннее ${most} знаков.`);
const free = (most = 300) => z.string().trim().max(most, `Не длиннее ${most} знаков.`);
const count = (least: number, most = 999) =>
  z.int('Введите целое число.').min(least, `Не меньше ${least}.`).max(most, `Не больше ${most}.`);
const day = z.iso.date('Укажите дату.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), day]);
const schoolYear = z.string().refine(isSchoolYear, 'Учебный год пишется как 2019-2020.');
const school = z.guid('Выберите школу.');

export const mentoringSchema = z
  .object({
    kind: z.enum(['SCHOOL', 'HEAD', 'TEACHER'], 'Выберите вид пары.'),
    mentorSchoolId: school,
    schoolId: school,
    mentorPost: free(),
    menteePost: free(),
    subject: free(100),
    goal: text('Напишите цель.', 2000),
    startsOn: day,
    endsOn: noDay,
    status: z.enum(['PLANNED', 'RUNNING', 'FINISHED', 'STOPPED'], 'Выберите состояние.'),
    outcome: free(3000),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'Конец раньше начала.',
  });
export type MentoringInput = z.output<typeof mentoringSchema>;

export const deficitSchema = z
  .object({
    schoolId: school,
    schoolYear,
    subject: text('Назовите предмет.', 100),
    area: z.enum(Object.keys(DEFICIT_AREAS) as [string, ...string[]], 'Выберите область.'),
    teachers: count(1),
    withDeficit: count(0),
  })
  .refine(({ teachers, withDeficit }) => withDeficit <= teachers, {
    path: ['withDeficit'],
    error: 'С дефицитом больше, чем учителей.',
  });
export type DeficitInput = z.output<typeof deficitSchema>;

export const courseSchema = z
  .object({
    title: text('Назовите программу.'),
    hours: count(1),
    places: count(1, 9999),
    startsOn: day,
    endsOn: day,
    audience: free(),
    active: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], error: 'Конец раньше начала.' });
export type CourseInput = z.output<typeof courseSchema>;

export const enrolmentSchema = z
  .object({ courseId: z.guid('Выберите программу.'), schoolId: school, enrolled: count(0), completed: count(0) })
  .refine(({ enrolled, completed }) => completed <= enrolled, {
    path: ['completed'],
    error: 'Завершили больше, чем записано.',
  });
export type EnrolmentInput = z.output<typeof enrolmentSchema>;

export const routesSchema = z
  .object({
    schoolYear,
    grade: count(1, 11),
    subject: text('Назовите предмет.', 100),
    routes: count(1),
    progressing: count(0),
    completed: count(0),
  })
  .refine(({ routes, progressing }) => progressing <= routes, {
    path: ['progressing'],
    error: 'С продвижением больше, чем маршрутов.',
  })
  .refine(({ routes, completed }) => completed <= routes, {
    path: ['completed'],
    error: 'Завершено больше, чем маршрутов.',
  });
export type RoutesInput = z.output<typeof routesSchema>;

export const psychologySchema = z.object({
  schoolId: school,
  kind: z.enum(
    ['DIAGNOSTICS', 'PARENT_CONSULTATION', 'TEACHER_CONSULTATION', 'EDUCATION', 'TRAINING'],
    'Выберите вид.',
  ),
  heldOn: day,
  theme: text('Назовите тему.'),
  sessions: count(1),
  participants: count(0, 9999),
});
export type PsychologyInput = z.output<typeof psychologySchema>;
