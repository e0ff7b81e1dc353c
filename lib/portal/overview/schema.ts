/** What `GET /api/v1/overview` takes and gives: a row a municipality. */
import { z } from 'zod';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';

const schoolYear = z
  .string()
  .trim()
  .refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2020-2021.');

/** `?schoolYear=2020-2021`; without it the latest year in which a campaign was opened. */
export const overviewQuerySchema = pagingSchema.extend({
  schoolYear: z.preprocess((value) => (value === '' ? undefined : value), schoolYear.optional()),
});
export type OverviewQuery = z.output<typeof overviewQuerySchema>;

/** A municipality in a school year. */
export const overviewItemSchema = z.object({
  municipalityId: z.guid(),
  /** schools with a card in the year's campaign and, until it is closed, the open schools that have none yet */
  schools: z.int(),
  cardsAccepted: z.int(),
  /** cardsAccepted / schools, 0..1; null where there are no schools */
  coverage: z.number().nullable(),
  /** schools on the confirmed list of low results (LOW_RESULTS) in force for the year; what is only proposed is not counted */
  flagged: z.int(),
  /** flagged / schools, 0..1; null where there are no schools */
  flaggedShare: z.number().nullable(),
  /** mean over the accepted cards of the sum over all tables of a card; null where no card is accepted */
  meanNegativeSum: z.number().nullable(),
  /** cards still at schools whose date is over; 0 once the campaign is closed */
  cardsLate: z.int(),
  /** of the flagged schools, those whose programme of the year is approved, running or finished */
  programmesInForce: z.int(),
  /** recommendations of the year that went out, and of them those that МОЦ found carried out */
  recommendationsIssued: z.int(),
  recommendationsDone: z.int(),
});
export type OverviewItem = z.output<typeof overviewItemSchema>;

/** A municipality as the page of the region shows it. */
export interface MunicipalityOverview
  extends Omit<OverviewItem, 'cardsLate' | 'programmesInForce' | 'recommendationsIssued' | 'recommendationsDone'> {
  name: string;
  /** null: no campaign was opened for the year */
  campaign: { id: string; status: 'DRAFT' | 'OPEN' | 'CLOSED'; dueAt: Date } | null;
  /** cards that wait for the centre, and those that the schools still have */
  cardsSubmitted: number;
  cardsAtSchools: number;
  /** whether a list of low results is in force: without one `flagged` is 0 because nothing was decided */
  listInForce: boolean;
  /** mean over the accepted cards of sum / maximum, 0..1: comparable where the schools have different maximums */
  meanShare: number | null;
}
