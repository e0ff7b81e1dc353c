import { campaignListQuerySchema, campaignSchema, instrumentSchema } from '@/lib/portal/campaigns/schema';
import type { OperationGroup } from '../operation';

export const campaigns: OperationGroup = {
  code: 'campaigns',
  title: 'Кампании',
  about: 'Заполнение карт в учебном году: сроки, состояние и диагностическая карта, по которой школы отвечают.',
  operations: [
    {
      id: 'campaigns',
      method: 'GET',
      path: '/campaigns',
      summary: 'Перечислить кампании',
      notes: 'Новые годы сверху. Школа видит кампании своего муниципалитета, которые уже открыты.',
      may: 'campaign.read',
      query: campaignListQuerySchema,
      answer: { page: campaignSchema },
    },
    {
      id: 'campaignInstrument',
      method: 'GET',
      path: '/campaigns/{id}/instrument',
      summary: 'Получить диагностическую карту кампании',
      notes: 'Таблицы, группы и критерии в том порядке, в котором их видит школа. Опубликованная карта не меняется.',
      may: 'campaign.read',
      answer: { item: instrumentSchema },
    },
  ],
};
