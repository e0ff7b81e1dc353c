/** «Статистический отчёт о причинах неуспешности»: its sections and fields (template.ts), the commonest causes. */
import { type FailureReport, LEAST_GROUP } from '../failure-matrix';

export const CAUSES_FIELDS = {
  год: 'учебный год сбора матриц',
  муниципалитет: 'название муниципалитета',
  школ: 'сколько школ в сборе',
  отправили: 'сколько школ отправили матрицу',
  указаний: 'сколько указаний на причины в показанных группах',
  'скрыто групп': 'сколько групп скрыто целиком или частью',
  'главная причина': 'причина, которую называют чаще всего',
  'доля главной': 'её доля среди всех указаний',
} as const;

export type CausesField = keyof typeof CAUSES_FIELDS;

/** Our own proposal of the words; tables and figures follow the texts of those sections that have them. */
export const CAUSES_SECTIONS = [
  {
    code: 'overview',
    title: 'Что собрано',
    text: 'Матрицу неуспешности за {год} учебный год отправили школы: {отправили} из {школ}. Указаний на причины: {указаний}.',
  },
  {
    code: 'causes',
    title: 'Причины',
    text: 'Чаще всего называют: {главная причина} ({доля главной} указаний).',
  },
  {
    code: 'subjects',
    title: 'Причины по предметам',
    text: 'Один ученик может быть назван по нескольким причинам и предметам.',
  },
  { code: 'grades', title: 'Причины по классам', text: 'В каких классах причины называют чаще.' },
  { code: 'schools', title: 'Кто отправил матрицу', text: 'Матрицы, которые школы не отправили, в отчёт не вошли.' },
  { code: 'method', title: 'Как считается', text: 'Скрыто групп: {скрыто групп}.' },
  { code: 'conclusions', title: 'Выводы и предложения', text: 'Выводы пишет МОЦ.' },
] as const;

export type CausesSection = (typeof CAUSES_SECTIONS)[number]['code'];

/** The method as it is carried out; not to be edited, since the figures are made so. */
export const CAUSES_METHOD: readonly string[] = [
  `Указание — ученик, названный школой по причине в классе и предмете. Группы меньше ${LEAST_GROUP} учеников скрыты и в суммы не входят, поэтому суммы бывают меньше настоящих.`,
  'Суммы указаний — не число учеников: один ученик может быть назван по нескольким причинам и предметам.',
  'Знак * в таблице: рядом есть скрытые группы. Один знак * без числа: скрыто всё.',
  'Причины называют сами школы. Это повод для разговора и обследования, а не доказанная зависимость.',
  'Список причин и форма матрицы — предложение портала; МОЦ может изменить список.',
];

export interface CauseShare {
  code: string;
  text: string;
  /** indications in groups that may be shown */
  pupils: number;
  /** of all indications shown, 0..1; null: there are none */
  share: number | null;
  /** groups that are hidden, whole or in part */
  hidden: number;
}

/** All causes, the commonest first; equal ones in the order of the form. */
export function commonestCauses({ rows, total }: FailureReport): CauseShare[] {
  return rows
    .map(({ cause, total: { pupils, hidden } }) => ({
      ...{ code: cause.code, text: cause.text, pupils, hidden },
      share: total.pupils === 0 ? null : pupils / total.pupils,
    }))
    .sort((one, other) => other.pupils - one.pupils);
}
