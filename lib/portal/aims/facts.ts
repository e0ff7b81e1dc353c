/** Facts of the indicators that the portal computes: parts and wholes by municipality and year, each with its date and list. */
import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';
import type { IndicatorCode } from '@/lib/domain/aims/indicators';
import { overviewSql } from '@/lib/portal/overview/queries';

export interface IndicatorFact {
  municipalityId: string;
  schoolYear: string;
  code: IndicatorCode;
  part: number;
  /** 0: nothing to divide by; of a count 0 as well */
  whole: number;
  at: Date | null;
  href: string;
}

interface CountRow {
  municipalityId: string;
  schoolYear: string;
  code: IndicatorCode | 'accepted' | 'list';
  part: number;
  whole: number;
  at: Date | null;
}

interface OverviewCounts {
  municipalityId: string;
  campaignId: string | null;
  campaignStatus: string | null;
  schools: number;
  cardsAccepted: number;
  meanNegativeSum: number | null;
  listId: string | null;
  flagged: number;
}

/** The facts of these municipalities in these years; a pair without data has none, which is not zero. */
export async function indicatorFacts(
  db: ScopedDatabase,
  municipalityIds: readonly string[],
  schoolYears: readonly string[],
): Promise<IndicatorFact[]> {
  const counts = await db.$queryRaw<CountRow[]>(countsSql(municipalityIds, schoolYears));
  const dates = new Map(counts.map((row) => [`${row.municipalityId} ${row.schoolYear} ${row.code}`, row.at]));
  const facts: IndicatorFact[] = counts.flatMap(({ code, ...row }) =>
    code === 'accepted' || code === 'list' ? [] : [{ ...row, code, href: LISTS[code](row.schoolYear) }],
  );
  for (const schoolYear of schoolYears) {
    const rows = await db.$queryRaw<OverviewCounts[]>(overviewSql(municipalityIds, schoolYear));
    facts.push(...rows.flatMap((row) => factsOfCampaign(row, schoolYear, dates)));
  }
  return facts;
}

/** What the overview of a municipality gives as well, so that both pages say the same. */
function factsOfCampaign(row: OverviewCounts, schoolYear: string, dates: Map<string, Date | null>): IndicatorFact[] {
  const { municipalityId, campaignId, listId, schools, cardsAccepted, meanNegativeSum } = row;
  if (campaignId === null || row.campaignStatus === 'DRAFT') return [];
  const place = { municipalityId, schoolYear };
  const at = (code: 'accepted' | 'list') => dates.get(`${municipalityId} ${schoolYear} ${code}`) ?? null;
  const coverage: IndicatorFact = {
    ...{ ...place, code: 'coverage', part: cardsAccepted, whole: schools },
    ...{ at: at('accepted'), href: `/monitoring/campaigns/${campaignId}` },
  };
  const sum = (meanNegativeSum ?? 0) * cardsAccepted;
  const mean: IndicatorFact = {
    ...{ ...place, code: 'mean-sum', part: Math.round(sum), whole: cardsAccepted },
    ...{ at: at('accepted'), href: `/analysis/campaigns/${campaignId}` },
  };
  if (listId === null) return [coverage, mean];
  const flagged: IndicatorFact = {
    ...{ ...place, code: 'flagged', part: row.flagged, whole: schools },
    ...{ at: at('list'), href: `/analysis/lists/${listId}` },
  };
  return [coverage, flagged, mean];
}

const LISTS: Record<IndicatorCode, (schoolYear: string) => string> = {
  coverage: () => '/monitoring',
  flagged: () => '/analysis/movements',
  'mean-sum': () => '/analysis',
  grounded: () => '/analysis',
  'oge-fails': () => '/data?years=all',
  programmes: (year) => `/support/programmes?year=${year}`,
  recommendations: (year) => `/support/recommendations?year=${year}`,
  events: (year) => `/calendar?view=list&month=${year.slice(0, 4)}-09`,
  left: () => '/analysis/movements',
};

/** The query of the other facts, for EXPLAIN. */
export function countsSql(municipalityIds: readonly string[], schoolYears: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    WITH k AS (
      SELECT id, municipality_id, school_year, results_year FROM campaign
      WHERE municipality_id = ANY(${municipalityIds}::uuid[]) AND school_year = ANY(${schoolYears}) AND status <> 'DRAFT'
    ), listed AS (
      SELECT k.municipality_id, k.school_year, l.order_date, s.school_id
      FROM k JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
      JOIN confirmed_list_school s ON s.list_id = l.id AND s.included
    ), counts (municipality_id, school_year, code, part, whole, at) AS (
      SELECT k.municipality_id, k.school_year, 'accepted', count(*)::int, count(*)::int, max(c.decided_at)
      FROM k JOIN card c ON c.campaign_id = k.id AND c.status = 'ACCEPTED' GROUP BY 1, 2
      UNION ALL
      SELECT municipality_id, school_year, 'list', count(*)::int, count(*)::int, max(order_date)::timestamptz
      FROM listed GROUP BY 1, 2
      UNION ALL
      SELECT k.municipality_id, k.school_year, 'grounded',
        count(*) FILTER (WHERE p->>'source' <> 'DECLARED')::int, count(*)::int, max(c.decided_at)
      FROM k JOIN card c ON c.campaign_id = k.id AND c.status = 'ACCEPTED'
      CROSS JOIN LATERAL jsonb_array_elements(c.score->'points') p GROUP BY 1, 2
      UNION ALL
      SELECT k.municipality_id, k.school_year, 'oge-fails',
        count(DISTINCT u.school_id) FILTER (WHERE f.failed)::int, count(DISTINCT u.school_id)::int,
        (SELECT max(applied_at) FROM import_labels(array_agg(DISTINCT u.import_id)))
      FROM k JOIN school s ON s.municipality_id = k.municipality_id
      JOIN evidence_unit u ON u.school_id = s.id AND u.school_year = k.results_year
        AND u.kind = 'GIA_AGGREGATE' AND u.state = 'IN_FORCE'
      CROSS JOIN LATERAL (
        SELECT bool_or((fact->>'n2')::int > 0) AS failed FROM jsonb_array_elements(u.facts) fact
        WHERE fact->>'exam' = 'OGE' AND fact->>'n2' IS NOT NULL
      ) f
      WHERE f.failed IS NOT NULL GROUP BY 1, 2
      UNION ALL
      SELECT listed.municipality_id, listed.school_year, 'events', count(DISTINCT e.id)::int, 0,
        coalesce(max(e.starts_at), max(listed.order_date)::timestamptz)
      FROM listed LEFT JOIN event_sign_up u ON u.school_id = listed.school_id AND u.attended > 0
      LEFT JOIN event e ON e.id = u.event_id AND e.status = 'PUBLISHED'
        AND e.starts_at >= make_timestamptz(left(listed.school_year, 4)::int, 9, 1, 0, 0, 0, 'Europe/Moscow')
        AND e.starts_at < make_timestamptz(right(listed.school_year, 4)::int, 9, 1, 0, 0, 0, 'Europe/Moscow')
      GROUP BY 1, 2
      UNION ALL
      SELECT k.municipality_id, k.school_year, 'left',
        count(*) FILTER (WHERE NOT EXISTS (
          SELECT FROM listed WHERE listed.school_year = k.school_year AND listed.school_id = s.school_id))::int,
        count(*)::int, max(now_list.order_date)::timestamptz
      FROM k JOIN confirmed_list now_list
        ON now_list.campaign_id = k.id AND now_list.track = 'LOW_RESULTS' AND now_list.superseded_at IS NULL
      JOIN campaign before ON before.municipality_id = k.municipality_id AND before.school_year = k.results_year
      JOIN confirmed_list l ON l.campaign_id = before.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
      JOIN confirmed_list_school s ON s.list_id = l.id AND s.included
      JOIN school ON school.id = s.school_id AND (school.closed_on IS NULL OR school.closed_on > now_list.order_date)
      GROUP BY 1, 2
      UNION ALL
      SELECT municipality_id, school_year, code, part, whole, at
      FROM aim_support_counts(${municipalityIds}::uuid[], ${schoolYears})
    )
    SELECT municipality_id AS "municipalityId", school_year AS "schoolYear", code, part, whole, at FROM counts`;
}
