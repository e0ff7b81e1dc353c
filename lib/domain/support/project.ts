/** Projects and programmes of the centre: stages, results, monitoring, and whether they have what they need. */
import { z } from 'zod';

export type ProjectStatus = 'PLANNED' | 'RUNNING' | 'FINISHED' | 'STOPPED';
export const PROJECT_STATUSES: Readonly<Record<ProjectStatus, string>> = {
  PLANNED: 'Запланирован',
  RUNNING: 'Идёт',
  FINISHED: 'Завершён',
  STOPPED: 'Прекращён',
};
export const PROJECT_KINDS = { PROJECT: 'Проект', PROGRAMME: 'Программа' } as const;

const text = (most: number) => z.string().trim().max(most, `Не длиннее ${most} знаков.`).default('');
const day = z.union([z.literal(''), z.iso.date('Укажите дату.')]).default('');
const count = z.int('Целое число.').min(0, 'Не меньше нуля.').max(9999, 'Не больше 9999.');
const lines = <Line extends z.ZodType>(line: Line) => z.array(line).max(60, 'Не больше 60 строк.').default([]);

export const projectContentSchema = z.object({
  stages: lines(z.object({ title: text(300), due: day, done: z.enum(['yes', 'no']).default('no') })),
  results: text(5000),
  monitoring: lines(z.object({ on: day, share: count.max(100, 'Не больше 100.'), conclusion: text(2000) })),
  /** what is needed and what is there */
  equipment: lines(z.object({ what: text(300), needed: count, there: count })),
  staff: lines(z.object({ who: text(300), needed: count, there: count })),
});
export type ProjectContent = z.output<typeof projectContentSchema>;

export function readProject(stored: unknown): ProjectContent {
  const read = projectContentSchema.safeParse(stored);
  return read.success ? read.data : projectContentSchema.parse({});
}

export interface Provision {
  enough: boolean | null;
  /** Russian */
  words: string;
}

/** Whether a programme has the equipment and the qualified staff that it needs; null: nobody wrote what it needs. */
export function provisionOf({ equipment, staff }: ProjectContent): Provision {
  const lacking = [
    ...equipment
      .filter(({ needed, there }) => there < needed)
      .map(({ what, needed, there }) => `${what} (${there} из ${needed})`),
    ...staff
      .filter(({ needed, there }) => there < needed)
      .map(({ who, needed, there }) => `${who} (${there} из ${needed})`),
  ];
  if (equipment.length + staff.length === 0) return { enough: null, words: 'Не указано, что нужно.' };
  return lacking.length === 0
    ? { enough: true, words: 'Оборудование и специалисты есть.' }
    : { enough: false, words: `Не хватает: ${lacking.join('; ')}.` };
}

/** How far it is, percent 0..100, by the newest look; null: nobody looked yet. */
export function progressOf({ monitoring }: ProjectContent): number | null {
  return [...monitoring].sort((a, b) => a.on.localeCompare(b.on)).at(-1)?.share ?? null;
}
