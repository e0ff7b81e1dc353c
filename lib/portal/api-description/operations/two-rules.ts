import { ruleItemSchema, rulesFileQuerySchema } from '@/lib/portal/federal-rule/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { conditionsFileQuerySchema, conditionsItemSchema } from '@/lib/portal/social-conditions/schema';
import type { OperationGroup } from '../operation';
import { XLSX } from './files';

export const twoRules: OperationGroup = {
  code: 'two-rules',
  title: 'Два правила и социальные условия',
  about:
    'Федеральное правило рядом с суммой карты, индекс социальных условий и группы школ. Считается по загруженным результатам, школам не показывается.',
  operations: [
    {
      id: 'rules',
      method: 'GET',
      path: '/campaigns/{id}/rules',
      summary: 'Получить школы по двум правилам',
      notes:
        'В порядке рейтинга. Доли и число участников каждой процедуры за год результатов и за год до него; где данных мало, вывода нет.',
      may: 'federalRule.read',
      query: pagingSchema,
      answer: { page: ruleItemSchema },
    },
    {
      id: 'rulesFile',
      method: 'GET',
      path: '/campaigns/{id}/rules/export',
      summary: 'Скачать два правила файлом',
      notes: 'Обе оценки каждой школы и доли по процедурам.',
      may: 'federalRule.read',
      query: rulesFileQuerySchema,
      answer: { file: [XLSX, 'text/csv'] },
    },
    {
      id: 'conditions',
      method: 'GET',
      path: '/campaigns/{id}/conditions',
      summary: 'Получить социальные условия школ',
      notes: 'В порядке рейтинга: индекс с частями, группа школы, возможные партнёры с основаниями.',
      may: 'socialConditions.read',
      query: pagingSchema,
      answer: { page: conditionsItemSchema },
    },
    {
      id: 'conditionsFile',
      method: 'GET',
      path: '/campaigns/{id}/conditions/export',
      summary: 'Скачать социальные условия файлом',
      notes: 'Индекс, доли, вклады и группы школ.',
      may: 'socialConditions.read',
      query: conditionsFileQuerySchema,
      answer: { file: [XLSX, 'text/csv'] },
    },
  ],
};
