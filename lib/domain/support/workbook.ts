/**
 * The workbook of causes of failure: sections of questions that a school's team answers. The contents of СОИРО's own
 * workbook of 2019 were not found (domain.md 5); the default here is our own proposal, built on the causes of that section.
 */
import { z } from 'zod';

export type QuestionKind = 'YES_NO' | 'SCALE' | 'NUMBER' | 'TEXT';

export const QUESTION_KINDS: Readonly<Record<QuestionKind, string>> = {
  YES_NO: 'да или нет',
  SCALE: 'оценка от 1 до 5',
  NUMBER: 'число',
  TEXT: 'текст',
};

export const workbookQuestionSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,50}$/),
  text: z.string().trim().min(1, 'Напишите вопрос.').max(500, 'Вопрос не длиннее 500 знаков.'),
  kind: z.enum(['YES_NO', 'SCALE', 'NUMBER', 'TEXT'], 'Выберите вид ответа.'),
});
export const workbookSectionsSchema = z
  .array(
    z.object({
      title: z.string().trim().min(1, 'Назовите раздел.').max(200, 'Название раздела не длиннее 200 знаков.'),
      questions: z.array(workbookQuestionSchema).min(1, 'В разделе нужен хотя бы один вопрос.').max(60),
    }),
  )
  .min(1, 'Нужен хотя бы один раздел.')
  .max(20);
export type WorkbookSection = z.output<typeof workbookSectionsSchema>[number];
export type WorkbookQuestion = WorkbookSection['questions'][number];

/** What is wrong with the answer to one question, in Russian; null when nothing is, an empty answer included. */
export function answerFault({ kind }: WorkbookQuestion, answer: string): string | null {
  if (answer === '') return null;
  if (kind === 'YES_NO') return answer === 'yes' || answer === 'no' ? null : 'Ответьте «да» или «нет».';
  if (kind === 'SCALE') return /^[1-5]$/.test(answer) ? null : 'Выберите оценку от 1 до 5.';
  if (kind === 'NUMBER') return /^\d{1,4}$/.test(answer) ? null : 'Введите целое число до 9999.';
  return null;
}

/** How many of the questions are answered. */
export function answeredCount(
  sections: readonly WorkbookSection[],
  answers: Readonly<Record<string, string>>,
): { answered: number; questions: number } {
  const questions = sections.flatMap((section) => section.questions);
  return { answered: questions.filter(({ id }) => (answers[id] ?? '') !== '').length, questions: questions.length };
}

const section = (title: string, ...questions: [id: string, kind: QuestionKind, text: string][]): WorkbookSection => ({
  title,
  questions: questions.map(([id, kind, text]) => ({ id, kind, text })),
});

/** «Наше предложение»: a workbook to begin with. */
export const DEFAULT_WORKBOOK: readonly WorkbookSection[] = [
  section(
    'Результаты и пробелы прошлых лет',
    ['gaps-subjects', 'TEXT', 'По каким предметам и темам пробелы прошлых лет мешают больше всего?'],
    ['gaps-pupils', 'NUMBER', 'Сколько обучающихся не освоили программу прошлого года хотя бы по одному предмету?'],
    ['gaps-plan', 'YES_NO', 'Есть ли план восполнения пробелов по классам и предметам?'],
  ),
  section(
    'Мотивация и умение учиться',
    ['motivation', 'SCALE', 'Как вы оцениваете учебную мотивацию обучающихся?'],
    ['reading', 'SCALE', 'Как вы оцениваете умение читать и понимать текст задания?'],
    ['absence', 'NUMBER', 'Сколько обучающихся пропустили больше 30 % уроков?'],
  ),
  section(
    'Преподавание и контроль',
    ['teaching', 'SCALE', 'Насколько методика преподавания отвечает возможностям классов?'],
    ['substitution', 'YES_NO', 'Были ли предметы, которые больше месяца велись заменой или не велись?'],
    ['feedback', 'YES_NO', 'Получают ли ученики разбор своих ошибок после каждой проверочной работы?'],
    ['objectivity', 'TEXT', 'Как школа проверяет, что отметки подтверждаются работами?'],
  ),
  section(
    'Семья, здоровье, язык',
    ['families', 'NUMBER', 'Скольким обучающимся мешают семейные обстоятельства?'],
    ['health', 'NUMBER', 'Сколько обучающихся имеют ОВЗ или часто болеют?'],
    ['language', 'NUMBER', 'Для скольких обучающихся русский язык неродной?'],
    ['parents', 'SCALE', 'Насколько родители вовлечены в учёбу детей?'],
  ),
  section(
    'Что школа уже делает',
    ['measures', 'TEXT', 'Какие меры приняты в этом году и что они дали?'],
    ['help', 'TEXT', 'Какая помощь нужна школе от МОЦ и партнёров?'],
  ),
];

/** A code for a new question that none of these has. */
export function nextQuestionId(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`q-${number}`)) number += 1;
  return `q-${number}`;
}
