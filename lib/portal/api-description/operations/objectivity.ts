import { objectivityItemSchema, objectivityQuerySchema } from '@/lib/portal/objectivity/schema';
import {
  explanationSchema,
  recheckSchema,
  reviewDecisionSchema,
  reviewListQuerySchema,
  reviewSchema,
  secondResultSchema,
} from '@/lib/portal/objectivity-reviews/schema';
import type { OperationGroup } from '../operation';

const BEHIND = 'перепроверку изменили после версии, с которой вы работали; она приложена как `current`';
const DECIDED = 'решение уже принято';

export const objectivity: OperationGroup = {
  code: 'objectivity',
  title: 'Объективность ВПР',
  about:
    'Признаки, требующие дополнительного анализа: портал находит их в загруженных данных сам. Признак — повод присмотреться, а не вывод о школе.',
  operations: [
    {
      id: 'objectivity',
      method: 'GET',
      path: '/objectivity',
      summary: 'Получить признаки по школам, классам и предметам',
      notes:
        'Строка на школу, учебный год, класс и предмет. `NO_DATA` — портал воздерживается: данных нет, участников мало или не загружена официальная шкала. У S2 и S4 есть p-значение и q-значение с поправкой на число проверок. Директор видит только свою школу; чужой муниципалитет — 404.',
      may: 'objectivity.read',
      query: objectivityQuerySchema,
      answer: { page: objectivityItemSchema },
    },
    {
      id: 'reviews',
      method: 'GET',
      path: '/objectivity/reviews',
      summary: 'Перечислить перепроверки',
      notes: 'Новые сверху. Директор видит перепроверки своей школы; чужой муниципалитет — 404.',
      may: 'objectivity.read',
      query: reviewListQuerySchema,
      answer: { page: reviewSchema },
    },
    {
      id: 'askRecheck',
      method: 'POST',
      path: '/objectivity/reviews',
      summary: 'Назначить перепроверку признака',
      notes: 'Школа получает уведомление с вашими словами и сроком.',
      may: 'objectivity.recheck',
      body: { json: recheckSchema },
      answer: { item: reviewSchema, status: 201 },
      failures: { CONFLICT: 'перепроверка этого признака уже назначена', INVALID: 'такого признака нет' },
    },
    {
      id: 'enterSecondResult',
      method: 'POST',
      path: '/objectivity/reviews/{id}/second-result',
      summary: 'Внести второй результат',
      notes: 'До решения его можно исправить.',
      may: 'objectivity.secondResult',
      body: { json: secondResultSchema },
      answer: { item: reviewSchema },
      failures: { STALE_VERSION: BEHIND, WRONG_STATE: DECIDED },
    },
    {
      id: 'explainSign',
      method: 'POST',
      path: '/objectivity/reviews/{id}/explanation',
      summary: 'Дать пояснение школы',
      notes: 'До второго результата или после него, пока решение не принято.',
      may: 'objectivity.explain',
      body: { json: explanationSchema },
      answer: { item: reviewSchema },
      failures: { STALE_VERSION: BEHIND, WRONG_STATE: DECIDED },
    },
    {
      id: 'decideReview',
      method: 'POST',
      path: '/objectivity/reviews/{id}/decision',
      summary: 'Подтвердить признак перепроверкой или снять его',
      notes:
        'Снятый признак не засчитывается, карта школы пересчитывается сразу. Решение можно изменить с новой причиной.',
      may: 'objectivity.decide',
      body: { json: reviewDecisionSchema },
      answer: { item: reviewSchema },
      failures: { STALE_VERSION: BEHIND, WRONG_STATE: 'второго результата ещё нет, или так уже решено' },
    },
  ],
};
