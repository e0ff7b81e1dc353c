/** The things that the API speaks of, by the names under which the description keeps them. */

import { z } from 'zod';
import { programmeContentSchema } from '@/lib/domain/programme/content';
import { createdTokenSchema, meSchema, tokenSchema } from '@/lib/portal/accounts/schema';
import { aimsItemSchema } from '@/lib/portal/aims/schema';
import { attachmentSchema } from '@/lib/portal/attachments/schema';
import { campaignSchema, instrumentSchema } from '@/lib/portal/campaigns/schema';
import {
  cardListItemSchema,
  cardSchema,
  historyEntrySchema,
  revisionSchema,
  scoreSchema,
} from '@/lib/portal/cards/schema';
import { dashboardSchema } from '@/lib/portal/dashboard/schema';
import { documentFileJsonSchema, documentJsonSchema } from '@/lib/portal/documents/schema';
import { effectivenessSchema } from '@/lib/portal/effectiveness/schema';
import { eventJsonSchema } from '@/lib/portal/events/schema';
import { evidenceItemSchema, evidenceSchema } from '@/lib/portal/evidence/schema';
import { examinationJsonSchema } from '@/lib/portal/examinations/schema';
import { ruleItemSchema } from '@/lib/portal/federal-rule/schema';
import { importListItemSchema, importResultSchema, importSchema } from '@/lib/portal/imports/schema';
import { confirmedListSchema, listItemSchema, rankingItemSchema, whatIfSchema } from '@/lib/portal/lists/schema';
import { municipalitySchema } from '@/lib/portal/municipalities/schema';
import { objectivityItemSchema } from '@/lib/portal/objectivity/schema';
import { reviewSchema } from '@/lib/portal/objectivity-reviews/schema';
import { overviewItemSchema } from '@/lib/portal/overview/schema';
import { partnershipJsonSchema } from '@/lib/portal/partnerships/schema';
import { programmeJsonSchema } from '@/lib/portal/programmes/schema';
import { recommendationJsonSchema } from '@/lib/portal/recommendations/schema';
import { madeReportSchema } from '@/lib/portal/reports/schema';
import { schoolSchema } from '@/lib/portal/schools/schema';
import { conditionsItemSchema } from '@/lib/portal/social-conditions/schema';
import { createdSchema, historyPageSchema, spreadsheetPreviewSchema } from './answers';
import { problemSchema } from './problems';

export const COMPONENTS = {
  Me: { schema: meSchema, title: 'Кто обращается' },
  Token: { schema: tokenSchema, title: 'Личный токен' },
  CreatedToken: { schema: createdTokenSchema, title: 'Новый токен' },
  Municipality: { schema: municipalitySchema, title: 'Муниципалитет' },
  School: { schema: schoolSchema, title: 'Школа' },
  Overview: { schema: overviewItemSchema, title: 'Муниципалитет в учебном году' },
  Dashboard: { schema: dashboardSchema, title: 'Обзор года муниципалитета' },
  Aims: { schema: aimsItemSchema, title: 'Управленческий цикл муниципалитета' },
  Campaign: { schema: campaignSchema, title: 'Кампания' },
  Instrument: { schema: instrumentSchema, title: 'Диагностическая карта' },
  Score: { schema: scoreSchema, title: 'Сумма отрицательных критериев' },
  CardListItem: { schema: cardListItemSchema, title: 'Карта в списке' },
  Card: { schema: cardSchema, title: 'Карта' },
  HistoryEntry: { schema: historyEntrySchema, title: 'Запись истории' },
  Revision: { schema: revisionSchema, title: 'Отправленная редакция' },
  History: { schema: historyPageSchema, title: 'История карты' },
  Attachment: { schema: attachmentSchema, title: 'Приложенный файл' },
  SpreadsheetPreview: { schema: spreadsheetPreviewSchema, title: 'Что изменит бланк' },
  RankingItem: { schema: rankingItemSchema, title: 'Школа в рейтинге' },
  RuleItem: { schema: ruleItemSchema, title: 'Школа по двум правилам' },
  ConditionsItem: { schema: conditionsItemSchema, title: 'Школа по условиям и результатам' },
  Effectiveness: { schema: effectivenessSchema, title: 'Эффективность мер' },
  WhatIf: { schema: whatIfSchema, title: 'Что предложит правило' },
  ListItem: { schema: listItemSchema, title: 'Приказ' },
  ConfirmedList: { schema: confirmedListSchema, title: 'Утверждённый список' },
  ImportListItem: { schema: importListItemSchema, title: 'Загрузка в списке' },
  Import: { schema: importSchema, title: 'Загрузка' },
  ImportResult: { schema: importResultSchema, title: 'Что стало с загрузкой' },
  EvidenceItem: { schema: evidenceItemSchema, title: 'Ответ и его основания' },
  Evidence: { schema: evidenceSchema, title: 'Основания ответов карты' },
  ObjectivityItem: { schema: objectivityItemSchema, title: 'Признаки школы по классу и предмету' },
  Review: { schema: reviewSchema, title: 'Перепроверка признака' },
  Examination: { schema: examinationJsonSchema, title: 'Обследование школы' },
  Document: { schema: documentJsonSchema, title: 'Документ библиотеки' },
  DocumentFile: { schema: documentFileJsonSchema, title: 'Файл документа' },
  Recommendation: { schema: recommendationJsonSchema, title: 'Рекомендация' },
  ProgrammeContent: { schema: programmeContentSchema, title: 'Текст программы' },
  Programme: { schema: programmeJsonSchema, title: 'Программа перехода' },
  Partnership: { schema: partnershipJsonSchema, title: 'Партнёрство' },
  Event: { schema: eventJsonSchema, title: 'Мероприятие' },
  MadeReport: { schema: madeReportSchema, title: 'Собранный отчёт' },
  Created: { schema: createdSchema, title: 'Что создано' },
  Problem: { schema: problemSchema, title: 'Отказ (RFC 9457)' },
} satisfies Record<string, { schema: z.ZodType; title: string }>;

export type ComponentName = keyof typeof COMPONENTS;

export const COMPONENT_NAMES = Object.keys(COMPONENTS) as ComponentName[];

/** Where zod finds the name of a schema: one inside another becomes a reference. */
export const componentRegistry = z.registry<{ id: string }>();
for (const name of COMPONENT_NAMES) componentRegistry.add(COMPONENTS[name].schema, { id: name });

/** The name of a schema that stands on its own; undefined when it has none. */
export function componentOf(schema: z.ZodType): ComponentName | undefined {
  return COMPONENT_NAMES.find((name) => COMPONENTS[name].schema === schema);
}
