import {
  confirmationSchema,
  confirmedListSchema,
  exportQuerySchema,
  listItemSchema,
  rankingItemSchema,
  rankingQuerySchema,
  ruleChangeSchema,
  whatIfInputSchema,
  whatIfSchema,
} from '@/lib/portal/lists/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { createdSchema } from '../answers';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

export const lists: OperationGroup = {
  code: 'lists',
  title: 'Рейтинг и списки',
  about: 'Кто предложен в список школ, нуждающихся в поддержке, и кто утверждён приказом. Школам не показывается.',
  operations: [
    {
      id: 'ranking',
      method: 'GET',
      path: '/campaigns/{id}/ranking',
      summary: 'Получить рейтинг школ',
      notes:
        'По убыванию суммы, затем по названию. Школа без принятой карты стоит в конце с состоянием карты и без суммы — это не ноль.',
      may: 'ranking.read',
      query: rankingQuerySchema,
      answer: { page: rankingItemSchema },
    },
    {
      id: 'rankingFile',
      method: 'GET',
      path: '/campaigns/{id}/export',
      summary: 'Скачать рейтинг файлом',
      notes: 'Понимает те же отборы и столбцы, что страница рейтинга: скопируйте её параметры.',
      may: 'ranking.read',
      query: exportQuerySchema,
      answer: { file: [XLSX, 'text/csv'] },
    },
    {
      id: 'whatIf',
      method: 'POST',
      path: '/campaigns/{id}/what-if',
      summary: 'Проверить другое правило отбора',
      notes: 'Кого предложило бы правило и чем это отличается от правила кампании. Ничего не сохраняет.',
      may: 'list.whatIf',
      body: { json: whatIfInputSchema },
      answer: { item: whatIfSchema },
    },
    {
      id: 'changeRule',
      method: 'PUT',
      path: '/campaigns/{id}/rule',
      summary: 'Задать правило отбора',
      notes: 'Пока список этой таблицы не утверждён. Потом правило меняется вместе с новым приказом.',
      may: 'rule.change',
      body: { json: ruleChangeSchema },
      answer: { item: ruleChangeSchema },
      failures: { WRONG_STATE: 'список уже утверждён' },
    },
    {
      id: 'lists',
      method: 'GET',
      path: '/campaigns/{id}/lists',
      summary: 'Перечислить утверждённые списки',
      notes: 'Все приказы кампании, новые сверху, действующие и заменённые.',
      may: 'ranking.read',
      query: pagingSchema,
      answer: { page: listItemSchema },
    },
    {
      id: 'confirmList',
      method: 'POST',
      path: '/campaigns/{id}/lists',
      summary: 'Утвердить список',
      notes:
        'С номером и датой приказа и с причиной каждого отступления от предложенного. Утверждённый список не меняется: новый приказ его заменяет.',
      may: 'list.confirm',
      body: { json: confirmationSchema },
      answer: { item: createdSchema, status: 201 },
      failures: {
        CONFLICT: 'список утверждён другим приказом, чем назван в `replaces`',
        WRONG_STATE: 'кампания ещё не открыта',
        INVALID: 'нет причины отступления, школы нет в кампании или нет правила',
      },
      repeatable: true,
    },
    {
      id: 'list',
      method: 'GET',
      path: '/lists/{id}',
      summary: 'Получить утверждённый список',
      notes: 'Со школами, какими они были в день приказа, и с причинами.',
      may: 'ranking.read',
      answer: { item: confirmedListSchema },
    },
  ],
};
