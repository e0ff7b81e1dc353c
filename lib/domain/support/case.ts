/** The case of a school as a task list (the model: DFE manage-school-improvement): steps, who is next, what waits. */
import { z } from 'zod';
import { isLateOn } from './days';

export type StepCode = 'NOTIFIED' | 'CURATOR' | 'EXAMINED' | 'PROGRAMME' | 'PARTNER' | 'REVIEWED' | 'CLOSED';
export type StepState = 'TODO' | 'DOING' | 'DONE' | 'NOT_NEEDED';
export type ConcernState = 'RECORDED' | 'ESCALATED' | 'RESOLVED';

/** In the order in which they are usually done. */
export const CASE_STEPS: readonly { code: StepCode; label: string; short: string }[] = [
  { code: 'NOTIFIED', label: 'Школа уведомлена', short: 'Уведомлена' },
  { code: 'CURATOR', label: 'Назначен куратор', short: 'Куратор' },
  { code: 'EXAMINED', label: 'Проведено обследование', short: 'Обследована' },
  { code: 'PROGRAMME', label: 'Программа согласована', short: 'Программа' },
  { code: 'PARTNER', label: 'Партнёр согласован', short: 'Партнёр' },
  { code: 'REVIEWED', label: 'Ход поддержки рассмотрен', short: 'Рассмотрена' },
  { code: 'CLOSED', label: 'Поддержка завершена', short: 'Завершена' },
];
export const stepLabel = (code: StepCode): string => CASE_STEPS.find((step) => step.code === code)?.label ?? code;

export const STEP_STATES: Readonly<Record<StepState, string>> = {
  TODO: 'Не начато',
  DOING: 'В работе',
  DONE: 'Сделано',
  NOT_NEEDED: 'Не требуется',
};

export const CONCERN_STATES: Readonly<Record<ConcernState, string>> = {
  RECORDED: 'Записана',
  ESCALATED: 'Передана в управление образования',
  RESOLVED: 'Снята',
};

export const contactsSchema = z
  .array(
    z.object({
      post: z.string().trim().min(1, 'Укажите должность.').max(200, 'Не длиннее 200 знаков.'),
      phone: z.string().trim().max(50, 'Не длиннее 50 знаков.').default(''),
      email: z.union([z.literal(''), z.email('Проверьте адрес почты.')]).default(''),
    }),
  )
  .max(20, 'Не больше 20 контактов.');
export type CaseContact = z.output<typeof contactsSchema>[number];

export interface DatedStep {
  code: StepCode;
  state: StepState;
  /** YYYY-MM-DD */
  dueOn: string | null;
}

/** The first step that is neither done nor needless; null when all are. */
export function nextStep<Step extends DatedStep>(steps: readonly Step[]): Step | null {
  const order = CASE_STEPS.map(({ code }) => code);
  const open = steps.filter(({ state }) => state === 'TODO' || state === 'DOING');
  return open.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0] ?? null;
}

export const isStepLate = ({ state, dueOn }: DatedStep, today: string): boolean =>
  (state === 'TODO' || state === 'DOING') && isLateOn(dueOn, today);
