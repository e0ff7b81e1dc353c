import { z } from 'zod';
import {
  cancelEventSchema,
  eventChangeSchema,
  eventJsonSchema,
  eventQuerySchema,
  newEventSchema,
  publishEventSchema,
} from '@/lib/portal/events/schema';
import type { OperationGroup } from '../operation';

const BEHIND = 'мероприятие изменили после версии, с которой вы работали; оно приложено как `current`';
const TAKEN = 'в это время там же другое мероприятие, а `despiteClash` не сказано';

export const events: OperationGroup = {
  code: 'events',
  title: 'Календарь',
  about:
    'Мероприятия МОЦ и региона. Школа видит то, что открыто для всех, проводится у неё или назначено ей; черновики видит тот, кто планирует.',
  operations: [
    {
      id: 'events',
      method: 'GET',
      path: '/events',
      summary: 'Перечислить мероприятия',
      notes: 'По времени начала. Дни `from` и `to` — по московскому времени, включительно.',
      may: 'event.read',
      query: eventQuerySchema,
      answer: { page: eventJsonSchema },
    },
    {
      id: 'planEvent',
      method: 'POST',
      path: '/events',
      summary: 'Запланировать мероприятие',
      notes: 'Становится черновиком. СОИРО планирует мероприятия региона, МОЦ — своего муниципалитета.',
      may: 'event.plan',
      body: { json: newEventSchema },
      answer: { item: eventJsonSchema, status: 201 },
      failures: { CONFLICT: TAKEN, INVALID: 'школа не из своего муниципалитета' },
    },
    {
      id: 'event',
      method: 'GET',
      path: '/events/{id}',
      summary: 'Получить мероприятие',
      may: 'event.read',
      answer: { item: eventJsonSchema },
    },
    {
      id: 'changeEvent',
      method: 'PATCH',
      path: '/events/{id}',
      summary: 'Изменить или перенести мероприятие',
      notes: 'Мероприятие региона меняет СОИРО. Школы, для которых оно назначено, и школа-площадка узнают о переносе.',
      may: 'event.change',
      body: { json: eventChangeSchema },
      answer: { item: eventJsonSchema },
      failures: { STALE_VERSION: BEHIND, CONFLICT: TAKEN, WRONG_STATE: 'мероприятие отменено' },
    },
    {
      id: 'publishEvent',
      method: 'POST',
      path: '/events/{id}/publish',
      summary: 'Поставить черновик в календарь',
      may: 'event.change',
      body: { json: publishEventSchema },
      answer: { item: eventJsonSchema },
      failures: { STALE_VERSION: BEHIND, WRONG_STATE: 'мероприятие уже в календаре' },
    },
    {
      id: 'cancelEvent',
      method: 'POST',
      path: '/events/{id}/cancel',
      summary: 'Отменить мероприятие',
      notes: 'Остаётся в календаре с пометкой; подписчики получают STATUS:CANCELLED.',
      may: 'event.change',
      body: { json: cancelEventSchema },
      answer: { item: eventJsonSchema },
      failures: { STALE_VERSION: BEHIND, WRONG_STATE: 'мероприятие уже отменено' },
    },
    {
      id: 'calendarFeed',
      method: 'GET',
      path: '/calendar.ics',
      summary: 'Подписаться на календарь',
      notes:
        'iCalendar для программ-календарей. Токен с назначением `calendar` стоит в адресе, без него нужна сессия. Время — в UTC. С `deadlines=1` — и сроки, каждый на весь день. Ответ несёт ETag: с ним неизменный календарь отвечает 304.',
      may: 'event.read',
      query: z.object({ token: z.string().optional(), deadlines: z.enum(['1']).optional() }),
      answer: { file: ['text/calendar'] },
    },
  ],
};
