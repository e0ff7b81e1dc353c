/** What events of a centre are called: kinds and the four directions of its work (domain.md glossary, seed 1, slides 4–9). */
export const EVENT_KINDS = {
  DIALOGUE_PLATFORM: 'Диалоговая площадка',
  ROUND_TABLE: 'Круглый стол',
  SEMINAR: 'Семинар',
  MASTER_CLASS: 'Мастер-класс',
  ONLINE_CONFERENCE: 'Онлайн-конференция',
  CONSULTATION: 'Консультация',
  TRAINING: 'Тренинг',
  NETWORK_EVENT: 'Сетевое мероприятие',
  CAMP_SHIFT: 'Профильная смена',
  FESTIVAL: 'Фестиваль',
  CONTEST: 'Конкурс',
  PSYCHOLOGICAL_SESSION: 'Психологическое занятие',
} as const;
export type EventKind = keyof typeof EVENT_KINDS;

export const WORK_DIRECTIONS = {
  NORMATIVE: 'Нормативно-правовое обеспечение',
  PROJECTS: 'Проектная и инновационная деятельность',
  NETWORKING: 'Сетевое взаимодействие',
  COMPETENCE: 'Компетентность педагогов и психолого-педагогическое сопровождение',
} as const;
export type WorkDirection = keyof typeof WORK_DIRECTIONS;

export const EVENT_STATUSES = { DRAFT: 'Черновик', PUBLISHED: 'Запланировано', CANCELLED: 'Отменено' } as const;
export type EventStatus = keyof typeof EVENT_STATUSES;

/** What has to be done by a day. */
export const DEADLINE_KINDS = {
  CAMPAIGN: 'Карты',
  PROGRAMME: 'Программа',
  RECOMMENDATION: 'Рекомендация',
  EXAMINATION: 'Обследование',
} as const;
export type DeadlineKind = keyof typeof DEADLINE_KINDS;

/** What comes before an event, and what stays after it. */
export const MATERIAL_STAGES = { BEFORE: 'К мероприятию', AFTER: 'После мероприятия' } as const;
export type MaterialStage = keyof typeof MATERIAL_STAGES;
