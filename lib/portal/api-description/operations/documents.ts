import {
  documentChangeSchema,
  documentJsonSchema,
  documentQuerySchema,
  documentSchema,
} from '@/lib/portal/documents/schema';
import type { OperationGroup } from '../operation';

const REPLACES = 'документ, который он заменяет, не найден';

export const documents: OperationGroup = {
  code: 'documents',
  title: 'Библиотека',
  about:
    'Нормативные акты и методические материалы. Школа видит то, что открыто всем или школам; МОЦ пишет документы муниципалитета, СОИРО — региона.',
  operations: [
    {
      id: 'documents',
      method: 'GET',
      path: '/documents',
      summary: 'Найти документы',
      notes:
        'С `q` — по смыслу слов: в любой форме, с опечатками, "фразы" в кавычках, минус-слова; лучшие первыми. Без `q` — новые акты первыми.',
      may: 'document.read',
      query: documentQuerySchema,
      answer: { page: documentJsonSchema },
    },
    {
      id: 'addDocument',
      method: 'POST',
      path: '/documents',
      summary: 'Добавить документ',
      may: 'document.add',
      body: { json: documentSchema },
      answer: { item: documentJsonSchema, status: 201 },
      failures: { INVALID: REPLACES },
    },
    {
      id: 'document',
      method: 'GET',
      path: '/documents/{id}',
      summary: 'Получить документ',
      may: 'document.read',
      answer: { item: documentJsonSchema },
    },
    {
      id: 'changeDocument',
      method: 'PATCH',
      path: '/documents/{id}',
      summary: 'Изменить документ',
      notes: 'Чего нет в теле, остаётся. `archived` убирает документ из библиотеки или возвращает.',
      may: 'document.change',
      body: { json: documentChangeSchema },
      answer: { item: documentJsonSchema },
      failures: {
        STALE_VERSION: 'документ изменили после версии, с которой вы работали; он приложен как `current`',
        INVALID: REPLACES,
      },
    },
  ],
};
