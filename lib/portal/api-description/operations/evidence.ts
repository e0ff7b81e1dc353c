import { evidenceSchema } from '@/lib/portal/evidence/schema';
import type { OperationGroup } from '../operation';

export const evidence: OperationGroup = {
  code: 'evidence',
  title: 'Основания ответов',
  about: 'Что ответили данные, рядом с ответами школы и МОЦ: показатель, порог, число участников и строки файлов.',
  operations: [
    {
      id: 'evidenceOfCard',
      method: 'GET',
      path: '/cards/{id}/evidence',
      summary: 'Чем подтверждён каждый ответ карты',
      notes: 'Все критерии, которые касаются школы. Где данных нет или мало, портал не отвечает и говорит почему.',
      may: 'evidence.read',
      answer: { item: evidenceSchema },
    },
  ],
};
