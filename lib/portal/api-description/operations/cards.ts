import {
  answersPatchSchema,
  cardListItemSchema,
  cardListQuerySchema,
  cardSchema,
  commentSchema,
  disputeSchema,
  submissionSchema,
} from '@/lib/portal/cards/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { createdSchema, historyPageSchema } from '../answers';
import type { OperationGroup } from '../operation';

/** When answers are refused for the state of the card. */
export const LOCKED = 'карта отправлена, принята, закрыта кампанией или этот критерий не открыт для исправления';
export const BEHIND = '`version` отстала; `current` — карта, какая она сейчас';

export const cards: OperationGroup = {
  code: 'cards',
  title: 'Карты',
  about: 'Что школа ответила и сколько у неё отрицательных критериев.',
  operations: [
    {
      id: 'cards',
      method: 'GET',
      path: '/cards',
      summary: 'Перечислить карты',
      notes: 'Новые годы сверху, внутри года по названию школы.',
      may: 'card.read',
      query: cardListQuerySchema,
      answer: { page: cardListItemSchema },
    },
    {
      id: 'card',
      method: 'GET',
      path: '/cards/{id}',
      summary: 'Получить карту',
      notes:
        'В `answers` — каждый критерий, который касается школы, и никакой другой. Ответ — тот, что засчитан: проверенный МОЦ, а без проверки — школы.',
      may: 'card.read',
      answer: { item: cardSchema },
    },
    {
      id: 'cardHistory',
      method: 'GET',
      path: '/cards/{id}/history',
      summary: 'Прочитать историю карты',
      notes: 'Кто, когда, что изменил и почему, новое сверху; `revisions` — все отправленные редакции.',
      may: 'card.read',
      query: pagingSchema,
      answer: { item: historyPageSchema },
    },
    {
      id: 'saveAnswers',
      method: 'PATCH',
      path: '/cards/{id}/answers',
      summary: 'Сохранить ответы',
      notes: 'Сохраняются все ответы вызова или ни одного. В ответе — вся карта с новой версией и новой суммой.',
      may: 'card.answer',
      body: { json: answersPatchSchema },
      answer: { item: cardSchema },
      failures: {
        STALE_VERSION: BEHIND,
        NOT_EDITABLE: LOCKED,
        INVALID: 'неизвестный или не касающийся школы код, ответ не того вида, неизвестный признак',
      },
    },
    {
      id: 'submitCard',
      method: 'POST',
      path: '/cards/{id}/submit',
      summary: 'Отправить карту в МОЦ',
      notes: 'Отправленная редакция больше не меняется.',
      may: 'card.submit',
      body: { json: submissionSchema },
      answer: { item: cardSchema },
      failures: {
        INCOMPLETE: 'есть критерии без ответа: их коды — в `errors`',
        WRONG_STATE: 'карта уже отправлена или принята, или кампания закрыта',
        STALE_VERSION: BEHIND,
      },
      repeatable: true,
    },
    {
      id: 'raiseDispute',
      method: 'POST',
      path: '/cards/{id}/disputes',
      summary: 'Возразить против балла',
      notes: 'До решения МОЦ балл помечен «оспаривается» и остаётся в сумме.',
      may: 'card.dispute',
      body: { json: disputeSchema },
      answer: { item: createdSchema, status: 201 },
      failures: {
        WRONG_STATE: 'карта у школы или кампания закрыта',
        CONFLICT: 'этот балл уже оспаривается',
        INVALID: 'такого балла у школы нет',
      },
    },
    {
      id: 'commentOnCriterion',
      method: 'POST',
      path: '/cards/{id}/comments',
      summary: 'Написать замечание к критерию',
      may: 'card.comment',
      body: { json: commentSchema },
      answer: { item: createdSchema, status: 201 },
    },
  ],
};
