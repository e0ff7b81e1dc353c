import { aimsItemSchema, aimsListQuerySchema } from '@/lib/portal/aims/schema';
import type { OperationGroup } from '../operation';

export const aims: OperationGroup = {
  code: 'aims',
  title: 'Цели и показатели',
  about:
    'Управленческий цикл муниципалитета за учебный год: программа, девять позиций, показатели с планом и фактом. Школам не показывается.',
  operations: [
    {
      id: 'aims',
      method: 'GET',
      path: '/aims',
      summary: 'Получить управленческие циклы',
      notes:
        'По названию муниципалитета: для региона — все его муниципалитеты, для МОЦ — свой. Без года — последний. Полнота — предложение портала, а не официальная оценка.',
      may: 'aims.read',
      query: aimsListQuerySchema,
      answer: { page: aimsItemSchema },
    },
  ],
};
