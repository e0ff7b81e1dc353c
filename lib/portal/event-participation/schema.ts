import { z } from 'zod';

const count = (least: number, ask: string) =>
  z.int({ error: ask }).min(least, `Не меньше ${least}.`).max(999, 'Не больше 999.');
const mark = z.int('Выберите оценку.').min(1, 'Выберите оценку.').max(5, 'Выберите оценку.');

export const signUpSchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  participants: count(1, 'Напишите, сколько человек придёт.'),
  /** posts, no names */
  posts: z.string().trim().max(300, 'Не длиннее 300 знаков.').default(''),
});
export type SignUpInput = z.output<typeof signUpSchema>;

export const attendanceSchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  attended: count(0, 'Напишите, сколько человек пришло.'),
});
export type AttendanceInput = z.output<typeof attendanceSchema>;

export const feedbackSchema = z.object({
  useful: mark,
  applicable: mark,
  text: z.string().trim().max(3000, 'Не длиннее 3000 знаков.').default(''),
});
export type FeedbackInput = z.output<typeof feedbackSchema>;
