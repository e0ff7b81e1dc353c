import { matrixExportQuerySchema } from '@/lib/portal/failure-matrix/schema';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

export const failureMatrix: OperationGroup = {
  code: 'failure-matrix',
  title: 'Причины неуспешности',
  about: 'Матрица неуспешности: причины по классам и предметам, только числа учеников.',
  operations: [
    {
      id: 'failureReport',
      method: 'GET',
      path: '/failure-campaigns/{id}/export',
      summary: 'Скачать отчёт по матрице неуспешности',
      notes: 'Группы меньше 5 учеников скрыты, суммы складываются только из показанных чисел.',
      may: 'matrix.report',
      query: matrixExportQuerySchema,
      answer: { file: [XLSX, 'text/csv'] },
    },
  ],
};
