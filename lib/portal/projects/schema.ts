import { z } from 'zod';
import { projectContentSchema } from '@/lib/domain/support/project';

const day = z.iso.date('Укажите дату.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), day]);

export const projectSchema = z
  .object({
    kind: z.enum(['PROJECT', 'PROGRAMME'], 'Выберите вид.'),
    title: z.string().trim().min(1, 'Назовите проект.').max(300, 'Не длиннее 300 знаков.'),
    aims: z.string().trim().min(1, 'Напишите цели.').max(5000, 'Не длиннее 5000 знаков.'),
    status: z.enum(['PLANNED', 'RUNNING', 'FINISHED', 'STOPPED'], 'Выберите состояние.'),
    startsOn: day,
    endsOn: noDay,
    content: projectContentSchema,
    schoolIds: z.array(z.guid()).max(200),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
    path: ['endsOn'],
    error: 'Конец раньше начала.',
  });
export type ProjectInput = z.output<typeof projectSchema>;

export const experienceSchema = z.object({
  schoolId: z.guid('Выберите школу.'),
  projectId: z.union([z.literal('').transform(() => null), z.null(), z.guid()]),
  title: z.string().trim().min(1, 'Назовите опыт.').max(300, 'Не длиннее 300 знаков.'),
  text: z.string().trim().min(1, 'Опишите опыт.').max(10_000, 'Не длиннее 10 000 знаков.'),
  direction: z.string().trim().max(200, 'Не длиннее 200 знаков.'),
});
export type ExperienceInput = z.output<typeof experienceSchema>;
