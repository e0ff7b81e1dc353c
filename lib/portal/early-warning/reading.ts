/** Cards of closed campaigns over the years, with the threshold that each school's list had. */
import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';
import { leastProposedSum } from '@/lib/domain/identification';

interface CardRow {
  schoolId: string;
  schoolCode: string;
  name: string;
  cityId: string;
  campaignId: string;
  schoolYear: string;
  negativeSum: number;
  maximum: number;
  listed: boolean;
  groups: { code: string; negativeSum: number }[];
}

export interface YearCard extends CardRow {
  /** the least sum that the campaign's rule proposes this school with; null: it has no rule, or no sum is enough */
  threshold: number | null;
}

/** Accepted cards of closed campaigns in these municipalities; the table of low results. */
export async function cardsOfYears(db: ScopedDatabase, municipalityIds: readonly string[]): Promise<YearCard[]> {
  const rows = await db.$queryRaw<CardRow[]>(Prisma.sql`
    SELECT c.school_id AS "schoolId", s.code AS "schoolCode", s.short_name AS name, k.municipality_id AS "cityId",
      k.id AS "campaignId", k.school_year AS "schoolYear", p.negative_sum AS "negativeSum", p.maximum,
      coalesce(ls.included, false) AS listed,
      coalesce((SELECT jsonb_agg(g) FROM jsonb_array_elements(c.score::jsonb->'groups') g
        JOIN criterion_group cg ON cg.table_id = t.id AND cg.code = g->>'code'), '[]') AS groups
    FROM campaign k
    JOIN instrument_table t ON t.version_id = k.instrument_version_id AND t.track = 'LOW_RESULTS'
    JOIN card c ON c.campaign_id = k.id AND c.status = 'ACCEPTED'
    JOIN card_table_score p ON p.card_id = c.id AND p.table_code = t.code
    JOIN school s ON s.id = c.school_id
    LEFT JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
    LEFT JOIN confirmed_list_school ls ON ls.list_id = l.id AND ls.school_id = c.school_id
    WHERE k.municipality_id = ANY(${municipalityIds}::uuid[]) AND k.status = 'CLOSED'
    ORDER BY k.school_year, s.code`);
  const rules = await db.campaignRule.findMany({
    where: { municipalityId: { in: [...municipalityIds] }, track: 'LOW_RESULTS' },
  });
  const byCampaign = Map.groupBy(rows, (row) => row.campaignId);
  const ruleOf = new Map(rules.map((rule) => [rule.campaignId, rule]));
  return rows.map((row) => {
    const rule = ruleOf.get(row.campaignId);
    const others = byCampaign.get(row.campaignId) ?? [];
    const { kind, tableCode } = rule ?? {};
    const threshold =
      rule && kind && tableCode !== undefined
        ? leastProposedSum({ kind, tableCode, value: rule.value.toNumber() }, row, others)
        : null;
    return { ...row, threshold };
  });
}
