import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { propose, type RuleKind } from '@/lib/domain/identification';
import type { Track } from '@/lib/domain/instrument';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { Page, Paging } from '@/lib/portal/paging';
import type { CardStatus, RegionSchool } from './views';

/** What of the region's schools is asked: one track of a school year, perhaps of some municipalities. */
export interface RegionRankingQuery extends Paging {
  schoolYear: string;
  track: Track;
  /** all in sight when not given */
  municipalityId?: string;
}

interface RegionRow extends Omit<RegionSchool, 'share' | 'proposed' | 'rank'> {
  /** schools of the campaign with a higher sum */
  above: number | null;
  ruleKind: RuleKind | null;
  ruleTable: string | null;
  ruleValue: number | null;
  total: number;
  status: CardStatus;
}

/**
 * The schools of all municipalities in sight by the table of a track, the highest sum first, then by name: one page of
 * them. Each campaign is judged by its own rule and its own place is counted inside its municipality.
 */
export function rankingOfRegion(viewer: Viewer, query: RegionRankingQuery): Promise<Outcome<Page<RegionSchool>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'ranking.read', { municipalityId: query.municipalityId ?? null });
    if (refused) return { ok: false, failure: refused };
    const municipalityIds = query.municipalityId ? [query.municipalityId] : viewer.municipalityIds;
    const rows = await db.$queryRaw<RegionRow[]>(regionRankingSql(municipalityIds, query));
    const { page, pageSize } = query;
    const total = rows[0]?.total ?? (page === 1 ? 0 : await schoolCount(db, municipalityIds, query.schoolYear));
    return done({ items: rows.map(regionSchool), page, pageSize, total });
  });
}

/** The query of `rankingOfRegion`, for EXPLAIN: the page is found first, what belongs to its rows is read after. */
export function regionRankingSql(municipalityIds: readonly string[], query: RegionRankingQuery): Prisma.Sql {
  const { schoolYear, track, page, pageSize } = query;
  return Prisma.sql`
    WITH page AS (
      SELECT c.id AS "cardId", c.campaign_id AS "campaignId", c.school_id AS "schoolId", c.municipality_id,
        s.code AS "schoolCode", s.name AS "schoolName", s.short_name AS "schoolShortName", c.status::text AS status,
        CASE WHEN c.status = 'ACCEPTED' THEN t.negative_sum END AS "negativeSum",
        CASE WHEN c.status = 'ACCEPTED' THEN t.maximum END AS maximum,
        r.kind::text AS "ruleKind", r.table_code AS "ruleTable", r.value::float8 AS "ruleValue",
        (count(*) OVER ())::int AS total
      FROM campaign k
      -- OFFSET 0: campaign by campaign through its index, however many years of cards there are
      CROSS JOIN LATERAL (SELECT * FROM card WHERE card.campaign_id = k.id OFFSET 0) c
      JOIN school s ON s.id = c.school_id
      LEFT JOIN campaign_rule r ON r.campaign_id = k.id AND r.track = ${track}::track
      LEFT JOIN card_table_score t ON t.card_id = c.id AND t.table_code = r.table_code
      WHERE k.municipality_id = ANY(${municipalityIds}::uuid[]) AND k.school_year = ${schoolYear}
      ORDER BY "negativeSum" DESC NULLS LAST, s.name, s.code
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}
    )
    SELECT page.*, m.id AS "municipalityId", m.name AS "municipalityName", pt.negative_sum AS "previousNegativeSum",
      coalesce(ls.included, false) AS confirmed, higher.above
    FROM page
    JOIN municipality m ON m.id = page.municipality_id
    LEFT JOIN campaign pk ON pk.municipality_id = page.municipality_id AND pk.school_year = ${previousSchoolYear(schoolYear)}
    LEFT JOIN card pc ON pc.campaign_id = pk.id AND pc.school_id = page."schoolId" AND pc.status = 'ACCEPTED'
    LEFT JOIN card_table_score pt ON pt.card_id = pc.id AND pt.table_code = page."ruleTable"
    LEFT JOIN confirmed_list l ON l.campaign_id = page."campaignId" AND l.track = ${track}::track AND l.superseded_at IS NULL
    LEFT JOIN confirmed_list_school ls ON ls.list_id = l.id AND ls.school_id = page."schoolId"
    CROSS JOIN LATERAL (
      SELECT CASE WHEN page."negativeSum" IS NOT NULL THEN count(*)::int END AS above
      FROM card_table_score o JOIN card oc ON oc.id = o.card_id AND oc.status = 'ACCEPTED'
      WHERE o.campaign_id = page."campaignId" AND o.table_code = page."ruleTable" AND o.negative_sum > page."negativeSum"
    ) higher
    ORDER BY page."negativeSum" DESC NULLS LAST, page."schoolName", page."schoolCode"`;
}

function schoolCount(db: ScopedDatabase, municipalityIds: readonly string[], schoolYear: string): Promise<number> {
  return db.card.count({ where: { campaign: { municipalityId: { in: [...municipalityIds] }, schoolYear } } });
}

function regionSchool({ above, ruleKind, ruleTable, ruleValue, total: _, ...row }: RegionRow): RegionSchool {
  const { schoolId, schoolCode, schoolName: name, negativeSum, maximum } = row;
  const rank = above === null ? null : above + 1;
  const judged = negativeSum === null || maximum === null ? [] : [{ schoolId, schoolCode, name, negativeSum, maximum }];
  const rule =
    ruleKind && ruleTable && ruleValue !== null ? { kind: ruleKind, tableCode: ruleTable, value: ruleValue } : null;
  // the first N of a city: a place up to N, which the rule cannot know from one school
  const withinPlaces = rule?.kind !== 'TOP_N' || (rank !== null && rank <= rule.value);
  return {
    ...row,
    rank,
    share: negativeSum === null || !maximum ? null : negativeSum / maximum,
    proposed: rule !== null && withinPlaces && propose(rule, judged).size > 0,
  };
}
