import { z } from 'zod';

const version = z.int('Форма отправлена не полностью. Обновите страницу.');
const noDay = z.union([z.literal('').transform(() => null), z.null(), z.iso.date('Укажите дату.')]);
const noId = z.union([z.literal('').transform(() => null), z.null(), z.guid()]);

export const decisionSchema = z.object({
  kind: z.enum(['ORDER', 'LETTER', 'AGENDA', 'PROTOCOL'], 'Выберите вид.'),
  number: z.string().trim().min(1, 'Укажите номер.').max(50, 'Не длиннее 50 знаков.'),
  decidedOn: z.iso.date('Укажите дату.'),
  title: z.string().trim().min(1, 'Назовите решение.').max(300, 'Не длиннее 300 знаков.'),
  text: z.string().trim().max(10_000, 'Не длиннее 10 000 знаков.'),
  responsible: z.string().trim().max(300, 'Не длиннее 300 знаков.'),
  dueOn: noDay,
  listId: noId,
  schoolIds: z.array(z.guid()).max(200),
  recommendationIds: z.array(z.guid()).max(200),
});
export type DecisionInput = z.output<typeof decisionSchema>;

export const executionSchema = z.object({
  version,
  state: z.enum(['OPEN', 'EXECUTED', 'NOT_EXECUTED'], 'Выберите состояние.'),
  executedOn: noDay,
  executionNote: z.string().trim().max(3000, 'Не длиннее 3000 знаков.'),
});
export type ExecutionInput = z.output<typeof executionSchema>;
