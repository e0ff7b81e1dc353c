import { dashboardQuerySchema, dashboardSchema } from '@/lib/portal/dashboard/schema';
import { municipalityListQuerySchema, municipalitySchema } from '@/lib/portal/municipalities/schema';
import { overviewItemSchema, overviewQuerySchema } from '@/lib/portal/overview/schema';
import { schoolListQuerySchema, schoolSchema } from '@/lib/portal/schools/schema';
import type { OperationGroup } from '../operation';

export const territory: OperationGroup = {
  code: 'territory',
  title: 'Муниципалитеты и школы',
  about: 'Кто где находится и как идёт год по муниципалитетам.',
  operations: [
    {
      id: 'municipalities',
      method: 'GET',
      path: '/municipalities',
      summary: 'Перечислить муниципалитеты',
      notes: 'По названию: для региона — все его муниципалитеты, для МОЦ и школы — свой.',
      may: 'municipality.read',
      query: municipalityListQuerySchema,
      answer: { page: municipalitySchema },
    },
    {
      id: 'schools',
      method: 'GET',
      path: '/schools',
      summary: 'Найти школы',
      notes: 'По названию («№ 2» раньше «№ 10»). Директор находит только свою школу.',
      may: 'school.read',
      query: schoolListQuerySchema,
      answer: { page: schoolSchema },
    },
    {
      id: 'overview',
      method: 'GET',
      path: '/overview',
      summary: 'Сравнить муниципалитеты за учебный год',
      notes:
        'Сколько школ, сколько карт принято, сколько школ в утверждённом списке, средняя сумма. Без года — последний.',
      may: 'overview.read',
      query: overviewQuerySchema,
      answer: { page: overviewItemSchema },
    },
    {
      id: 'dashboard',
      method: 'GET',
      path: '/dashboard',
      summary: 'Получить обзор года муниципалитета',
      notes:
        'Все числа страницы «Обзор года» из тех же запросов. Без муниципалитета — свой, без года — последняя кампания. Пока список года не утверждён, `flagged` — предложение правила, а `support` — поддержка школ прошлого списка. Изменения — с прошлого визита владельца токена на портал, без него за 7 дней. Чужой муниципалитет или год без кампании — 404.',
      may: 'dashboard.read',
      query: dashboardQuerySchema,
      answer: { item: dashboardSchema },
    },
  ],
};
