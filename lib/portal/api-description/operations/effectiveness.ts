import { effectivenessQuerySchema, effectivenessSchema } from '@/lib/portal/effectiveness/schema';
import type { OperationGroup } from '../operation';

export const effectiveness: OperationGroup = {
  code: 'effectiveness',
  title: 'Эффективность мер',
  about:
    'Изменение школ из утверждённого списка рядом с тем, что произошло бы и без поддержки: школа, выбранная за высокую сумму, отчасти улучшается сама.',
  operations: [
    {
      id: 'effectiveness',
      method: 'GET',
      path: '/effectiveness',
      summary: 'Оценить эффект поддержки за период',
      notes:
        'Считаются принятые карты закрытых кампаний, таблица низких результатов. Без муниципалитета — все в области видимости вместе, сравнение всегда внутри муниципалитета. Без лет — последняя закрытая кампания и список за год до неё. Отрицательные значения — улучшение. Чужой муниципалитет — 404.',
      may: 'ranking.read',
      query: effectivenessQuerySchema,
      answer: { item: effectivenessSchema },
      failures: { INVALID: 'год итога не позже года списка' },
    },
  ],
};
