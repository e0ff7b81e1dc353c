import { attachmentQuerySchema, attachmentSchema } from '@/lib/portal/attachments/schema';
import { cardSchema, spreadsheetQuerySchema } from '@/lib/portal/cards/schema';
import { attachmentListSchema, spreadsheetPreviewSchema } from '../answers';
import type { OperationGroup } from '../operation';
import { LOCKED } from './cards';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const EVIDENCE = ['application/pdf', DOCX, XLSX, 'image/jpeg', 'image/png'];

export const files: OperationGroup = {
  code: 'files',
  title: 'Файлы карт',
  about: 'Подтверждающие документы и заполнение карты электронной таблицей.',
  operations: [
    {
      id: 'attachments',
      method: 'GET',
      path: '/cards/{id}/attachments',
      summary: 'Перечислить приложенные файлы',
      may: 'card.read',
      answer: { item: attachmentListSchema },
    },
    {
      id: 'attachFile',
      method: 'POST',
      path: '/cards/{id}/attachments',
      summary: 'Приложить файл к критерию',
      notes: 'Тело запроса — сам файл: PDF, DOCX, XLSX, JPG или PNG, до 20 МБ. Вид файла узнаётся по содержимому.',
      may: 'card.attach',
      query: attachmentQuerySchema,
      body: { file: ['application/octet-stream'], note: 'Файл как есть.' },
      answer: { item: attachmentSchema, status: 201 },
      failures: {
        NOT_EDITABLE: LOCKED,
        TOO_LARGE: 'файл больше 20 МБ',
        UNSUPPORTED_TYPE: 'содержимое — не PDF, DOCX, XLSX, JPG или PNG',
        INVALID: 'файл пуст, или такого критерия в карте нет',
      },
    },
    {
      id: 'attachedFile',
      method: 'GET',
      path: '/cards/{id}/attachments/{attachmentId}',
      summary: 'Скачать приложенный файл',
      may: 'card.read',
      answer: { file: EVIDENCE },
    },
    {
      id: 'removeAttachment',
      method: 'DELETE',
      path: '/cards/{id}/attachments/{attachmentId}',
      summary: 'Убрать приложенный файл',
      may: 'card.attach',
      answer: 'nothing',
      failures: { NOT_EDITABLE: LOCKED },
    },
    {
      id: 'cardSpreadsheet',
      method: 'GET',
      path: '/cards/{id}/spreadsheet',
      summary: 'Скачать карту бланком xlsx',
      notes: 'Бланк уже заполнен нынешними ответами, новые выбираются из списков в ячейках.',
      may: 'card.read',
      answer: { file: [XLSX] },
    },
    {
      id: 'sendSpreadsheet',
      method: 'POST',
      path: '/cards/{id}/spreadsheet',
      summary: 'Загрузить заполненный бланк',
      notes:
        '`step=preview` ничего не меняет и говорит, что изменилось бы и какие ячейки не годятся; `step=apply` сохраняет всё или ничего и отвечает картой.',
      may: 'card.answer',
      query: spreadsheetQuerySchema,
      body: { file: [XLSX, 'multipart/form-data'], note: 'Файл как есть или полем `file` формы.' },
      answer: { either: [spreadsheetPreviewSchema, cardSchema] },
      failures: {
        NOT_EDITABLE: LOCKED,
        TOO_LARGE: 'файл слишком велик',
        UNSUPPORTED_TYPE: 'это не xlsx',
        INVALID: 'бланк другой карты, или ячейки не годятся: они перечислены в `errors`',
      },
    },
  ],
};
