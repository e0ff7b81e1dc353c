import { DOCX } from '@/lib/exchange/report-docx';
import { PDF } from '@/lib/exchange/report-pdf';
import { madeReportSchema, madeReportsQuerySchema, reportRequestSchema } from '@/lib/portal/reports/schema';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

export const reports: OperationGroup = {
  code: 'reports',
  title: 'Отчёты',
  about:
    'Документы собираются в фоне: попросите отчёт, спрашивайте о нём, пока он не станет DONE, и скачайте файл. Файлы хранятся 30 дней. Методист видит свои отчёты, руководитель МОЦ и СОИРО — все в своей области.',
  operations: [
    {
      id: 'madeReports',
      method: 'GET',
      path: '/reports',
      summary: 'Перечислить отчёты, которые просили',
      notes: 'Новые первыми.',
      may: 'report.make',
      query: madeReportsQuerySchema,
      answer: { page: madeReportSchema },
    },
    {
      id: 'askForReport',
      method: 'POST',
      path: '/reports',
      summary: 'Попросить отчёт',
      notes: 'Повторная просьба о том же, пока первая ждёт, вернёт её же.',
      may: 'report.make',
      body: { json: reportRequestSchema },
      answer: { item: madeReportSchema, status: 201 },
      failures: {
        INVALID: 'такого формата у отчёта нет, или не выбрана школа',
        CONFLICT: 'в очереди уже 20 ваших отчётов',
      },
    },
    {
      id: 'madeReport',
      method: 'GET',
      path: '/reports/{id}',
      summary: 'Узнать, готов ли отчёт',
      may: 'report.make',
      answer: { item: madeReportSchema },
    },
    {
      id: 'madeReportFile',
      method: 'GET',
      path: '/reports/{id}/file',
      summary: 'Скачать отчёт',
      may: 'report.make',
      answer: { file: [DOCX, PDF, XLSX] },
      failures: { CONFLICT: 'отчёт ещё не готов' },
    },
  ],
};
