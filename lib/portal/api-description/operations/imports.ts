import {
  importInputSchema,
  importListItemSchema,
  importListQuerySchema,
  importResultSchema,
  importSchema,
} from '@/lib/portal/imports/schema';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

const NEVER_TWICE = 'Всё или ничего. Повторный вызов отвечает тем же и ничего не делает дважды.';

export const imports: OperationGroup = {
  code: 'imports',
  title: 'Загрузки данных',
  about: 'Файлы с результатами: сначала просмотр, потом применение; применённое можно отменить целиком.',
  operations: [
    {
      id: 'imports',
      method: 'GET',
      path: '/imports',
      summary: 'Перечислить загрузки',
      notes: 'Новые сверху.',
      may: 'import.read',
      query: importListQuerySchema,
      answer: { page: importListItemSchema },
    },
    {
      id: 'previewImport',
      method: 'POST',
      path: '/imports',
      summary: 'Загрузить файл для просмотра',
      notes:
        'Файл xlsx или csv до 25 МБ полем `file` формы. Ничего не меняется, пока загрузка не применена. Столбцы узнаются по смыслу заголовков, школы — по логину, коду или названию. Без `municipalityId` МОЦ загружает за свой муниципалитет, СОИРО — за весь регион, школа — только за себя. Протокол ГИА не сохраняется: остаются только числа по школам.',
      may: 'import.create',
      body: { form: importInputSchema, file: 'Таблица xlsx или csv, до 25 МБ.' },
      answer: { item: importSchema, status: 201 },
      failures: {
        TOO_LARGE: 'файл больше 25 МБ, или после распаковки слишком велик',
        UNSUPPORTED_TYPE: 'это не таблица, в ней макросы, или файл повреждён',
        INVALID: 'поля формы не годятся, или в файле нет таблицы этого вида',
        NOT_FOUND: 'муниципалитет вне вашего доступа',
      },
    },
    {
      id: 'importTemplate',
      method: 'GET',
      path: '/imports/templates/{kind}',
      summary: 'Скачать пустой бланк',
      notes: 'csv, «;» между столбцами, UTF-8 с BOM. Столбца может не быть, если он не применим.',
      may: 'import.create',
      answer: { file: ['text/csv'] },
    },
    {
      id: 'import',
      method: 'GET',
      path: '/imports/{id}',
      summary: 'Получить загрузку',
      notes: 'В `errors` — первые 500 ошибок по ячейкам, `errorCount` — сколько их всего.',
      may: 'import.read',
      answer: { item: importSchema },
    },
    {
      id: 'applyImport',
      method: 'POST',
      path: '/imports/{id}/apply',
      summary: 'Применить загрузку',
      notes: `Строки без ошибок и с узнанными школами становятся действующими и заменяют прежние данные о том же. ${NEVER_TWICE}`,
      may: 'import.apply',
      answer: { item: importResultSchema },
      failures: { WRONG_STATE: 'ни одна строка не годится' },
    },
    {
      id: 'undoImport',
      method: 'POST',
      path: '/imports/{id}/undo',
      summary: 'Отменить загрузку',
      notes: `Возвращается то, что действовало до неё. ${NEVER_TWICE}`,
      may: 'import.undo',
      answer: { item: importResultSchema },
      failures: {
        CONFLICT: 'данные этой загрузки заменил более поздний файл: он назван в `detail`',
        WRONG_STATE: 'загрузка ещё не применена',
      },
    },
    {
      id: 'markedFile',
      method: 'GET',
      path: '/imports/{id}/marked-file',
      summary: 'Скачать файл с отмеченными ячейками',
      may: 'import.read',
      answer: { file: [XLSX, 'text/csv'] },
      failures: { WRONG_STATE: 'файл не хранится: в нём были имена учеников' },
    },
  ],
};
