/** Comprehensive examination of a school: its five parts, what each holds, when the whole may end (seed 1, slide 16). */
import { z } from 'zod';
import { isLateOn } from './days';

export type PartKind = 'DOCUMENTS' | 'INTERVIEW' | 'WORKBOOK' | 'VISIT' | 'SURVEY';
export type PartState = 'PLANNED' | 'DOING' | 'DONE' | 'CANCELLED';
export type ExaminationStatus = 'PLANNED' | 'RUNNING' | 'FINISHED' | 'CANCELLED';
export type FindingTheme = 'RESULTS' | 'OBJECTIVITY' | 'TEACHING' | 'STAFF' | 'MANAGEMENT' | 'PUPILS' | 'CONDITIONS';

export const PART_KINDS: readonly { kind: PartKind; label: string; short: string }[] = [
  { kind: 'DOCUMENTS', label: 'Документарная проверка', short: 'Документы' },
  { kind: 'INTERVIEW', label: 'Собеседование с руководителем', short: 'Собеседование' },
  { kind: 'WORKBOOK', label: 'Рабочая тетрадь причин неуспешности', short: 'Тетрадь' },
  { kind: 'VISIT', label: 'Выездная проверка', short: 'Выезд' },
  { kind: 'SURVEY', label: 'Психолого-педагогическое обследование', short: 'Психологи' },
];
export const partLabel = (kind: PartKind): string => PART_KINDS.find((one) => one.kind === kind)?.label ?? kind;

export const PART_STATES: Readonly<Record<PartState, string>> = {
  PLANNED: 'Запланировано',
  DOING: 'Идёт',
  DONE: 'Проведено',
  CANCELLED: 'Отменено',
};

export const EXAMINATION_STATUSES: Readonly<Record<ExaminationStatus, string>> = {
  PLANNED: 'Запланировано',
  RUNNING: 'Идёт',
  FINISHED: 'Завершено',
  CANCELLED: 'Отменено',
};

/** Our own grouping of findings: the seeds name none. */
export const FINDING_THEMES: Readonly<Record<FindingTheme, string>> = {
  RESULTS: 'Образовательные результаты',
  OBJECTIVITY: 'Объективность оценивания',
  TEACHING: 'Преподавание',
  STAFF: 'Кадры',
  MANAGEMENT: 'Управление',
  PUPILS: 'Обучающиеся и семьи',
  CONDITIONS: 'Условия',
};

const text = (most = 10_000) => z.string().trim().max(most, `Не длиннее ${most} знаков.`);
const LINES = 60;

const reportSchema = z.object({ title: text(500), link: text(1000), result: text(3000) });
const checkSchema = z.object({
  text: text(500),
  mark: z.enum(['', 'YES', 'PARTLY', 'NO'], 'Выберите отметку.'),
  note: text(2000),
});

/** What a part holds, by kind; what a kind does not know is dropped. */
export const partContentSchemas = {
  DOCUMENTS: z.object({ reports: z.array(reportSchema).max(LINES).default([]), summary: text().default('') }),
  INTERVIEW: z.object({
    theme: text(500).default(''),
    centrePeople: text(1000).default(''),
    regionPeople: text(1000).default(''),
    minutes: text().default(''),
  }),
  WORKBOOK: z.object({
    answers: z.record(z.string().max(50), text(3000)).default({}),
    team: text(1000).default(''),
    psychologist: z.boolean().default(false),
  }),
  VISIT: z.object({
    checklist: z.array(checkSchema).max(LINES).default([]),
    summary: text().default(''),
    actNumber: text(50).default(''),
    actDate: z.union([z.literal(''), z.iso.date('Укажите дату.')]).default(''),
  }),
  SURVEY: z.object({ method: text(1000).default(''), summary: text().default('') }),
} as const;

export type PartContent = { [K in PartKind]: z.output<(typeof partContentSchemas)[K]> };

/** The content as it was stored, with what is missing as empty; a stored content never fails a page. */
export function readPartContent<K extends PartKind>(kind: K, stored: unknown): PartContent[K] {
  const schema: z.ZodType = partContentSchemas[kind];
  const read = schema.safeParse(stored);
  return (read.success ? read.data : schema.parse({})) as PartContent[K];
}

/** Reports that the seed's examination of 2019 looked into (slide 16). */
export const SUGGESTED_REPORTS: readonly string[] = [
  'Аналитический отчёт по результатам ГИА',
  'Мониторинг «Повышение качества образования в школах с нестабильными результатами обучения» (инструментарий ГАУ ДПО СОИРО)',
  'Карта объективности результатов ВПР за три года',
  'Аналитический отчёт по результатам ВПР за три года',
  'Анализ результатов ВсОШ',
];

/** Themes of the seed's interviews with heads of schools (slide 16). */
export const SUGGESTED_THEMES: readonly string[] = [
  'Проблемы низких и необъективных результатов ВПР. Пути их ликвидации',
  'План мероприятий по выявлению причин низких и необъективных результатов ВПР',
];

/** What a visit looks at: our own proposal, editable in each visit. */
export const SUGGESTED_CHECKLIST: readonly string[] = [
  'План мероприятий по повышению качества утверждён и выполняется',
  'Результаты ГИА и ВПР разобраны на методических объединениях',
  'Отметки в журналах подтверждаются работами обучающихся',
  'Уроки посещаются администрацией, результаты обсуждаются с учителями',
  'С обучающимися, испытывающими трудности, ведётся дополнительная работа',
  'Родители знают о результатах и о помощи, которую даёт школа',
];

export interface DatedPart {
  state: PartState;
  /** YYYY-MM-DD */
  dueOn: string | null;
}

/** A part is late when its day has passed and it was neither held nor cancelled. Days are YYYY-MM-DD. */
export function isLate(part: DatedPart, today: string): boolean {
  return isLateOn(part.dueOn, today) && (part.state === 'PLANNED' || part.state === 'DOING');
}

/** Why an examination may not be finished yet, in Russian; empty when it may. */
export function reasonsNotToFinish(parts: readonly { kind: PartKind; state: PartState }[], findings: number): string[] {
  const open = parts.filter(({ state }) => state !== 'DONE' && state !== 'CANCELLED');
  return [
    ...open.map(
      ({ kind, state }) => `«${partLabel(kind)}» — ${PART_STATES[state].toLowerCase()}: проведите или отмените.`,
    ),
    ...(findings === 0 ? ['Нет ни одного вывода: без выводов не из чего выводить рекомендации.'] : []),
  ];
}

/** One class of the psychological and pedagogical survey, numbers of pupils. */
export interface SurveyNumbers {
  className: string;
  pupils: number;
  consents: number;
  examined: number;
  atRisk: number;
}

/** What contradicts itself in the numbers of a class, in Russian; null when nothing does. */
export function surveyFault({ pupils, consents, examined, atRisk }: SurveyNumbers): string | null {
  const numbers = [pupils, consents, examined, atRisk];
  if (numbers.some((n) => !Number.isInteger(n) || n < 0 || n > 99)) return 'Числа должны быть целыми, от 0 до 99.';
  if (pupils === 0) return 'В классе без учеников обследовать некого.';
  if (consents > pupils) return 'Согласий больше, чем учеников.';
  if (examined > consents) return 'Обследовано больше, чем получено согласий.';
  if (atRisk > examined) return 'В зоне внимания больше, чем обследовано.';
  return null;
}
