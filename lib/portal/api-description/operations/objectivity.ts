import { objectivityItemSchema, objectivityQuerySchema } from '@/lib/portal/objectivity/schema';
import type { OperationGroup } from '../operation';

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
  ],
};
