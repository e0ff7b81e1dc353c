/** What goes into and comes out of rankings and lists: contract.md, `/api/v1/campaigns/{id}/ranking` and `/what-if`. */
import { z } from 'zod';
import { cardStatusSchema } from '@/lib/portal/cards/schema';
import { pagingSchema } from '@/lib/portal/paging';

const tableCode = z
  .string()
  .trim()
  .min(1, 'Укажите таблицу, например T1.')
  .max(100, 'Код таблицы не длиннее 100 знаков.');

export const trackSchema = z.enum(['LOW_RESULTS', 'ADVERSE_CONDITIONS']);

/** `?table=T1`; without it the first table of the campaign's instrument. */
export const rankingQuerySchema = pagingSchema.extend({
  table: z.preprocess((value) => (value === '' ? undefined : value), tableCode.optional()),
});
export type RankingQuery = z.output<typeof rankingQuerySchema>;

/** `?format=xlsx` or csv; beside it the table and the filters of the page, which are forgiving. */
export const exportQuerySchema = z.looseObject({
  format: z.enum(['xlsx', 'csv'], { error: 'Формат файла: xlsx или csv.' }).default('xlsx'),
});

/** A school in the ranking. Figures are null without an accepted card: an empty card is no zero. */
export const rankingItemSchema = z.object({
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolName: z.string(),
  /** points of the table */
  negativeSum: z.int().nullable(),
  maximum: z.int().nullable(),
  /** negativeSum / maximum, 0..1; null when nothing of the table applies to the school */
  share: z.number().nullable(),
  /** the same table in the accepted card of the year before; null when there is none */
  previousNegativeSum: z.int().nullable(),
  /** the highest sum is 1; equal sums share a place and the next ones are skipped */
  rank: z.int().nullable(),
  /** the campaign's rule for this table proposes the school */
  proposed: z.boolean(),
  /** the school stands on the list in force for the table's track */
  confirmed: z.boolean(),
  /** of the card */
  status: cardStatusSchema,
});
export type RankingItem = z.output<typeof rankingItemSchema>;

/** SUM: points at least, a whole number; SHARE: part of the school's own maximum, 0..1; TOP_N: number of schools. */
export const ruleSchema = z.object({
  kind: z.enum(['SUM', 'SHARE', 'TOP_N'], { error: 'Вид правила: SUM, SHARE или TOP_N.' }),
  table: tableCode,
  value: z.number({ error: 'Порог должен быть числом.' }),
});
export type RuleInput = z.output<typeof ruleSchema>;

export const whatIfInputSchema = z.object({ rule: ruleSchema });

/**
 * What a rule would propose, as codes of schools in the order of the ranking. `entering` and `leaving` are the
 * difference to what the campaign's own rule for the table proposes (nobody while it has none). `borderline`: without
 * one criterion, or with the threshold moved by one, the answer about the school would be the opposite.
 */
export const whatIfSchema = z.object({
  proposed: z.array(z.string()),
  entering: z.array(z.string()),
  leaving: z.array(z.string()),
  borderline: z.array(z.string()),
});
export type WhatIf = z.output<typeof whatIfSchema>;

/** `PUT /campaigns/{id}/rule` and «Сохранить правило». */
export const ruleChangeSchema = z.object({ rule: ruleSchema });

const departureReason = z.string().trim().max(1000, 'Не больше 1000 знаков.');

/** A list as МОЦ confirms it. */
export const confirmationSchema = z.object({
  table: tableCode,
  /** another rule than the campaign's: it becomes the campaign's with this order */
  rule: ruleSchema.omit({ table: true }).optional(),
  orderNumber: z
    .string({ error: 'Укажите номер приказа.' })
    .trim()
    .min(1, 'Укажите номер приказа.')
    .max(50, 'Номер приказа не длиннее 50 знаков.'),
  orderDate: z.iso.date('Укажите дату приказа, например 2020-11-25.'),
  /** ids of the schools on the list */
  schools: z.array(z.guid('Школа задаётся своим id.')).max(10_000),
  /** by id of the school: why it is on the list although not proposed, or left out although proposed */
  reasons: z.record(z.guid(), departureReason).default({}),
  /** the list in force that this order replaces; null: there is none */
  replaces: z.guid().nullable().default(null),
});
export type Confirmation = z.output<typeof confirmationSchema>;

const listSchoolSchema = z.object({
  schoolId: z.guid(),
  schoolCode: z.string(),
  /** on the day of the order */
  schoolName: z.string(),
  schoolShortName: z.string(),
  /** false: proposed by the rule and left out, with the reason */
  included: z.boolean(),
  proposed: z.boolean(),
  reason: z.string().nullable(),
  /** as they were when the list was confirmed; null: the school had no accepted card */
  negativeSum: z.int().nullable(),
  maximum: z.int().nullable(),
});
export type ListSchool = z.output<typeof listSchoolSchema>;

const listHeadSchema = z.object({
  id: z.guid(),
  campaignId: z.guid(),
  municipalityId: z.guid(),
  schoolYear: z.string(),
  track: trackSchema,
  orderNumber: z.string(),
  orderDate: z.iso.date(),
  rule: z.object({ kind: z.enum(['SUM', 'SHARE', 'TOP_N']), table: z.string(), value: z.number() }),
  confirmedBy: z.string(),
  confirmedAt: z.iso.datetime(),
  /** null: in force */
  supersededAt: z.iso.datetime().nullable(),
  supersededById: z.guid().nullable(),
  /** the list that this one replaced */
  supersedesId: z.guid().nullable(),
});

/** `GET /campaigns/{id}/lists`: every order, the newest first; `included` schools are counted. */
export const listItemSchema = listHeadSchema.extend({ included: z.int() });
export type ListItem = z.output<typeof listItemSchema>;

/** `GET /lists/{id}` */
export const confirmedListSchema = listHeadSchema.extend({ schools: z.array(listSchoolSchema) });
export type ConfirmedListJson = z.output<typeof confirmedListSchema>;
