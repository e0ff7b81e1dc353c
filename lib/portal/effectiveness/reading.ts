/** Sums of schools over the years, as the model takes them. */
import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';
import type { PastPair, SchoolChange } from '@/lib/domain/effectiveness/observation';
import { nextSchoolYear, shiftSchoolYear } from '@/lib/domain/school-year';
import type { Period } from './views';

/** How many years before the period tell how steady sums are. */
const PAST_YEARS = 5;

/** An accepted card of a closed campaign: its points in the table of low results. */
export interface YearSum {
  schoolId: string;
  cityId: string;
  schoolYear: string;
  sum: number;
  listed: boolean;
  versionId: string;
}

/** Sums from `first` to `last`, by year and school: one query. */
export function sumsOfYears(
  db: ScopedDatabase,
  municipalityIds: readonly string[],
  first: string,
  last: string,
): Promise<YearSum[]> {
  return db.$queryRaw<YearSum[]>(Prisma.sql`
    SELECT c.school_id AS "schoolId", k.municipality_id AS "cityId", k.school_year AS "schoolYear",
      s.negative_sum AS sum, k.instrument_version_id AS "versionId", coalesce(ls.included, false) AS listed
    FROM campaign k
    JOIN instrument_table t ON t.version_id = k.instrument_version_id AND t.track = 'LOW_RESULTS'
    JOIN card c ON c.campaign_id = k.id AND c.status = 'ACCEPTED'
    JOIN card_table_score s ON s.card_id = c.id AND s.table_code = t.code
    LEFT JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
    LEFT JOIN confirmed_list_school ls ON ls.list_id = l.id AND ls.school_id = c.school_id
    WHERE k.municipality_id = ANY(${municipalityIds}::uuid[]) AND k.status = 'CLOSED'
      AND k.school_year BETWEEN ${first} AND ${last}
    ORDER BY k.school_year, c.school_id`);
}

export interface Observed {
  schools: SchoolChange[];
  pairs: PastPair[];
  supportedLater: number;
  lost: number;
  otherCard: number;
}

/** The schools of a period, and the pairs of years before it. */
export async function observed(
  db: ScopedDatabase,
  municipalityIds: readonly string[],
  { from, to }: Period,
): Promise<Observed> {
  const sums = await sumsOfYears(db, municipalityIds, shiftSchoolYear(from, -PAST_YEARS), to);
  const bySchoolYear = new Map(sums.map((one) => [`${one.schoolId} ${one.schoolYear}`, one]));
  const start = sums.filter((one) => one.schoolYear === from);
  const both = start.flatMap((one) => {
    const end = bySchoolYear.get(`${one.schoolId} ${to}`);
    return end ? [{ start: one, end }] : [];
  });
  const listedLater = new Set(
    sums.flatMap((one) => (one.listed && one.schoolYear > from && one.schoolYear < to ? one.schoolId : [])),
  );
  return {
    schools: both.map(({ start: { schoolId, cityId, sum, listed }, end }) => ({
      ...{ schoolId, cityId, before: sum, after: end.sum, supported: listed },
    })),
    pairs: sums.flatMap((one) => {
      const next =
        one.schoolYear < from && !one.listed && bySchoolYear.get(`${one.schoolId} ${nextSchoolYear(one.schoolYear)}`);
      return next && next.versionId === one.versionId
        ? { cityId: one.cityId, schoolYear: one.schoolYear, before: one.sum, after: next.sum }
        : [];
    }),
    supportedLater: both.filter((one) => !one.start.listed && listedLater.has(one.start.schoolId)).length,
    lost: start.filter((one) => one.listed && !bySchoolYear.has(`${one.schoolId} ${to}`)).length,
    otherCard: both.filter((one) => one.start.versionId !== one.end.versionId).length,
  };
}
