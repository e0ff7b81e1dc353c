import { z } from 'zod';
import {
  documentChangeSchema,
  documentFileJsonSchema,
  documentFileListSchema,
  documentJsonSchema,
  documentQuerySchema,
  documentSchema,
} from '@/lib/portal/documents/schema';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const LIBRARY_MEDIA = [
  ...['application/pdf', `${OFFICE}.wordprocessingml.document`, XLSX, `${OFFICE}.presentationml.presentation`],
  ...['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet'],
  ...['text/plain', 'text/csv', 'image/jpeg', 'image/png'],
];
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
    {
      id: 'documentFiles',
      method: 'GET',
      path: '/documents/{id}/files',
      summary: 'Перечислить файлы документа',
      notes: 'Новая версия первой; прежние — только тому, кто пишет документ.',
      may: 'document.read',
      answer: { item: documentFileListSchema },
    },
    {
      id: 'addDocumentFile',
      method: 'POST',
      path: '/documents/{id}/files',
      summary: 'Загрузить новую версию файла',
      notes:
        'Вид файла узнаётся по содержимому, текст попадает в поиск. Файл с макросами или вложенными объектами не принимается.',
      may: 'document.change',
      body: { form: z.object({}), file: 'PDF, DOCX, XLSX, PPTX, ODT, ODS, TXT, CSV, JPG или PNG, до 20 МБ.' },
      answer: { item: documentFileJsonSchema, status: 201 },
      failures: {
        TOO_LARGE: 'файл больше 20 МБ',
        UNSUPPORTED_TYPE: 'содержимое — не из принимаемых видов, повреждено или с макросами',
        INVALID: 'файла нет, или он пуст',
      },
    },
    {
      id: 'documentFile',
      method: 'GET',
      path: '/documents/{id}/files/{fileId}',
      summary: 'Скачать файл документа',
      may: 'document.read',
      answer: { file: LIBRARY_MEDIA },
    },
  ],
};
