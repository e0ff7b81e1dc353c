/** Partnerships «школа-лидер → школа» and networks: states, kinds, plan lines. */
import { z } from 'zod';

export type PartnershipStatus = 'PROPOSED' | 'AGREED' | 'RUNNING' | 'FINISHED' | 'DECLINED';
export const PARTNERSHIP_STATUSES: Readonly<Record<PartnershipStatus, string>> = {
  PROPOSED: 'Предложено',
  AGREED: 'Согласовано',
  RUNNING: 'Идёт',
  FINISHED: 'Завершено',
  DECLINED: 'Не состоялось',
};
const NEXT: Readonly<Record<PartnershipStatus, readonly PartnershipStatus[]>> = {
  PROPOSED: ['AGREED', 'DECLINED'],
  AGREED: ['RUNNING', 'FINISHED', 'DECLINED'],
  RUNNING: ['FINISHED', 'DECLINED'],
  FINISHED: [],
  DECLINED: ['PROPOSED'],
};
export const partnershipMayBecome = (from: PartnershipStatus, to: PartnershipStatus): boolean =>
  NEXT[from].includes(to);

export type NetworkKind = 'LABORATORY' | 'ASSOCIATION' | 'COMMUNITY' | 'TUTORS';
/** As the seeds name them. */
export const NETWORK_KINDS: Readonly<Record<NetworkKind, string>> = {
  LABORATORY: 'Творческая лаборатория',
  ASSOCIATION: 'Муниципальное методическое объединение',
  COMMUNITY: 'Сетевое сообщество',
  TUTORS: 'Тьюторы',
};

const line = {
  title: z.string().trim().min(1).max(300, 'Не длиннее 300 знаков.'),
  on: z.union([z.literal(''), z.iso.date('Укажите дату.')]).default(''),
  outcome: z.string().trim().max(2000, 'Не длиннее 2000 знаков.').default(''),
};
/** Joint events with dates, and what came of them. */
export const planSchema = z
  .array(z.object({ ...line, form: z.string().trim().max(100).default('') }))
  .max(60, 'Не больше 60 строк.');
export type PlanLine = z.output<typeof planSchema>[number];

/** Forms of the seeds (slide 16) and of direction 3. */
export const JOINT_FORMS: readonly string[] = [
  'диалоговая площадка',
  'круглый стол',
  'онлайн-конференция',
  'мастер-класс',
  'взаимные уроки',
  'семинар',
];

export function readPlan(stored: unknown): PlanLine[] {
  const read = planSchema.safeParse(stored);
  return read.success ? read.data : [];
}
