import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { type Page, pageOf } from '@/lib/portal/paging';
import { supportProgress } from './progress';
import type { MunicipalityOverview, OverviewItem, OverviewQuery } from './schema';
import type { MunicipalityProgress } from './views';

export { schoolProgress } from './school-progress';
export { supportProgress };

/** What the region's page shows: the year, the years to choose from, a row a municipality by name. */
export interface RegionOverview {
  /** null: no campaign was ever opened */
  schoolYear: string | null;
  /** the newest first */
  schoolYears: string[];
  municipalities: MunicipalityOverview[];
}

interface OverviewRow {
  municipalityId: string;
  name: string;
  campaignId: string | null;
  campaignStatus: 'DRAFT' | 'OPEN' | 'CLOSED' | null;
  dueAt: Date | null;
  schools: number;
  cardsAccepted: number;
  cardsSubmitted: number;
  cardsAtSchools: number;
  meanNegativeSum: number | null;
  meanShare: number | null;
  listId: string | null;
  flagged: number;
}

/** The overview as the API gives it: for СОИРО all municipalities of the region, for МОЦ its own one. */
export async function overviewOf(
  viewer: Viewer,
  query: OverviewQuery,
  now: Date,
): Promise<Outcome<Page<OverviewItem>>> {
  const overview = await regionOverview(viewer, query.schoolYear);
  if (!overview.ok) return overview;
  const progress = await supportProgress(viewer, overview.value.schoolYear ?? '', now);
  if (!progress.ok) return progress;
  const support = new Map(progress.value.map((row) => [row.municipalityId, row]));
  const { page, pageSize } = query;
  const items = overview.value.municipalities.map((row) => overviewItem(row, support.get(row.municipalityId)));
  return done(pageOf(items, { page, pageSize }));
}

/** The municipalities in the viewer's sight in a school year (the latest one unless told), in one query. */
export async function regionOverview(viewer: Viewer, asked?: string): Promise<Outcome<RegionOverview>> {
  const refused = refusal(viewer, 'overview.read');
  if (refused) return { ok: false, failure: refused };
  return forViewer(viewer, async (db) => {
    const schoolYears = await openedSchoolYears(db, viewer);
    const schoolYear = asked ?? schoolYears[0] ?? null;
    const rows = await db.$queryRaw<OverviewRow[]>(overviewSql(viewer.municipalityIds, schoolYear ?? ''));
    return done({ schoolYear, schoolYears, municipalities: rows.map(municipalityOverview) });
  });
}

async function openedSchoolYears(db: ScopedDatabase, viewer: Viewer): Promise<string[]> {
  const years = await db.campaign.groupBy({
    by: ['schoolYear'],
    where: { municipalityId: { in: viewer.municipalityIds }, status: { not: 'DRAFT' } },
    orderBy: { schoolYear: 'desc' },
  });
  return years.map((year) => year.schoolYear);
}

/** The query of the overview, for EXPLAIN. */
export function overviewSql(municipalityIds: readonly string[], schoolYear: string): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id AS "municipalityId", m.name, k.id AS "campaignId", k.status::text AS "campaignStatus", k.due_at AS "dueAt",
      c.cards + s.without_card AS schools,
      c.accepted AS "cardsAccepted", c.submitted AS "cardsSubmitted",
      c.cards - c.accepted - c.submitted AS "cardsAtSchools",
      c.mean AS "meanNegativeSum", c.mean_share AS "meanShare", l.id AS "listId", f.flagged
    FROM municipality m
    LEFT JOIN campaign k ON k.municipality_id = m.id AND k.school_year = ${schoolYear}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS without_card FROM school
      WHERE municipality_id = m.id AND closed_on IS NULL AND k.status IS DISTINCT FROM 'CLOSED'
        AND NOT EXISTS (SELECT FROM card WHERE campaign_id = k.id AND school_id = school.id)
    ) s
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS cards, count(*) FILTER (WHERE status = 'ACCEPTED')::int AS accepted,
        count(*) FILTER (WHERE status = 'SUBMITTED')::int AS submitted,
        avg(negative_sum) FILTER (WHERE status = 'ACCEPTED')::float8 AS mean,
        avg(negative_sum::float8 / nullif(maximum, 0)) FILTER (WHERE status = 'ACCEPTED') AS mean_share
      FROM card WHERE campaign_id = k.id
    ) c
    LEFT JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS flagged FROM confirmed_list_school WHERE list_id = l.id AND included
    ) f
    WHERE m.id = ANY(${municipalityIds}::uuid[])
    ORDER BY m.name`;
}

function municipalityOverview({
  campaignId,
  campaignStatus,
  dueAt,
  listId,
  ...row
}: OverviewRow): MunicipalityOverview {
  const share = (part: number) => (row.schools > 0 ? part / row.schools : null);
  return {
    ...row,
    coverage: share(row.cardsAccepted),
    flaggedShare: share(row.flagged),
    listInForce: listId !== null,
    campaign: campaignId && campaignStatus && dueAt ? { id: campaignId, status: campaignStatus, dueAt } : null,
  };
}

function overviewItem(row: MunicipalityOverview, support: MunicipalityProgress | undefined): OverviewItem {
  const { municipalityId, schools, cardsAccepted, coverage, flagged, flaggedShare, meanNegativeSum } = row;
  return {
    ...{ municipalityId, schools, cardsAccepted, coverage, flagged, flaggedShare, meanNegativeSum },
    cardsLate: support?.cardsLate ?? 0,
    programmesInForce: support?.programmesInForce ?? 0,
    recommendationsIssued: support?.recommendationsIssued ?? 0,
    recommendationsDone: support?.recommendationsDone ?? 0,
  };
}
