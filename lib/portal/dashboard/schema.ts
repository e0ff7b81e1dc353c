/** What `GET /api/v1/dashboard` takes and gives: the figures of the overview of a municipality. */
import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { effectivenessSchema } from '@/lib/portal/effectiveness/schema';
import { given } from '@/lib/portal/query-parameter';

/** `?municipalityId=&schoolYear=`: the own municipality and its newest campaign unless told. */
export const dashboardQuerySchema = z.object({
  municipalityId: given(z.guid('Идентификатор муниципалитета — UUID.')),
  schoolYear: given(
    z.string().trim().refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2020-2021.'),
  ),
});
export type DashboardQuery = z.output<typeof dashboardQuerySchema>;

const groupPoints = z.object({ code: z.string(), negativeSum: z.int(), maximum: z.int() });
const doneOfAll = z.object({ done: z.int(), all: z.int() });

const supportSchema = z.object({
  schoolYear: z.string(),
  examined: doneOfAll,
  programmes: z.object({ agreed: z.int(), all: z.int() }),
  stuck: z.array(
    z.object({
      programmeId: z.guid(),
      school: z.string(),
      what: z.string(),
      who: z.enum(['школа', 'МОЦ']),
      since: z.iso.date(),
    }),
  ),
  partnerships: z.array(z.object({ id: z.guid(), title: z.string(), host: z.string(), schools: z.array(z.string()) })),
  recommendations: z.object({ issued: z.int(), done: z.int(), late: z.int() }),
});

const yearSchema = z.object({
  schoolYear: z.string(),
  campaignId: z.guid(),
  campaignStatus: z.enum(['OPEN', 'CLOSED']),
  cards: z.object({
    all: z.int(),
    accepted: z.int(),
    /** still at the schools: drafts and returned ones; `late` of them */
    notFiled: z.int(),
    late: z.int(),
    /** sent, or with an answer in dispute */
    review: z.int(),
  }),
  /** accepted / all, 0..1; null without cards */
  coverage: z.number().nullable(),
  /** the list of low results in force; null: none is confirmed */
  listId: z.guid().nullable(),
  flagged: z.object({
    by: z.enum(['LIST', 'PROPOSAL', 'NOBODY']),
    schools: z.array(
      z.object({
        schoolId: z.guid(),
        name: z.string(),
        negativeSum: z.int().nullable(),
        maximum: z.int().nullable(),
        change: z.int().nullable(),
        stayed: z.boolean().nullable(),
        /** more than half of the points come from these groups */
        main: z.array(groupPoints.extend({ title: z.string() })),
      }),
    ),
  }),
  /** of the year's list, or of the last list before while the year has none */
  support: supportSchema,
  events: z.object({ held: z.int(), withSupported: z.int() }),
  coming: z.array(z.object({ id: z.guid(), title: z.string(), startsAt: z.iso.datetime() })),
  changes: z.object({ since: z.iso.datetime(), counts: z.array(z.object({ text: z.string(), count: z.int() })) }),
  sums: z.array(z.object({ sum: z.int(), schools: z.int() })),
  groups: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      /** percent 0..100 of the possible points, and in the year before that has a campaign */
      share: z.number().nullable(),
      before: z.number().nullable(),
    }),
  ),
  /** the highest sum first */
  heatMap: z.array(
    z.object({
      schoolId: z.guid(),
      name: z.string(),
      negativeSum: z.int(),
      maximum: z.int(),
      groups: z.array(groupPoints),
    }),
  ),
  criteria: z.array(z.object({ code: z.string(), text: z.string(), points: z.int(), schools: z.int() })),
  signs: z.object({
    resultsYear: z.string(),
    schools: z.int(),
    withSigns: z.int(),
    works: z.array(z.object({ subject: z.string(), grade: z.int(), schools: z.int() })),
  }),
  effect: effectivenessSchema,
  warnings: z.object({ schoolYear: z.string(), schools: z.int() }).nullable(),
});

export const dashboardSchema = z.object({
  municipalityId: z.guid(),
  /** with a campaign, the newest first */
  years: z.array(z.string()),
  /** lists of low results over the years, the oldest first; null: the first one, whose changes cannot be said */
  trend: z.array(
    z.object({
      schoolYear: z.string(),
      schools: z.int(),
      listed: z.int(),
      /** listed / schools, 0..1; null without schools */
      share: z.number().nullable(),
      entered: z.int().nullable(),
      stayed: z.int().nullable(),
      left: z.int().nullable(),
    }),
  ),
  /** null: the municipality has had no campaign */
  year: yearSchema.nullable(),
});
export type Dashboard = z.output<typeof dashboardSchema>;
