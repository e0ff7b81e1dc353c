import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';
import type { Track } from '@/lib/domain/instrument';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { PartScore } from '@/lib/domain/scoring';
import type { CardStatus } from './views';

/** A card of the campaign beside what the ranking says of it; figures are null without an accepted card. */
export interface RankingRecord {
  cardId: string;
  schoolId: string;
  schoolCode: string;
  /** the name that the school had when the campaign was closed, today's while it runs */
  schoolName: string;
  schoolShortName: string;
  schoolKind: 'SCHOOL' | 'GYMNASIUM' | 'LYCEUM';
  gradeFrom: number;
  gradeTo: number;
  status: CardStatus;
  negativeSum: number | null;
  maximum: number | null;
  previousNegativeSum: number | null;
  previousMaximum: number | null;
  confirmed: boolean;
  /** points by group, of all tables of the card */
  groups: PartScore[];
}

/** What of a campaign the ranking of one table is read by. */
export interface RankedTable {
  campaignId: string;
  schoolYear: string;
  tableCode: string;
  track: Track;
}

/**
 * All schools of a campaign with their points of one table, the highest sum first, then by name in Russian order; those
 * without an accepted card stand at the end, by name. One query, by indexes alone.
 */
export function rankingRows(db: ScopedDatabase, table: RankedTable): Promise<RankingRecord[]> {
  return db.$queryRaw<RankingRecord[]>(rankingSql(table));
}

/** The query of `rankingRows`, for EXPLAIN. */
export function rankingSql({ campaignId, schoolYear, tableCode, track }: RankedTable): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id AS "cardId", s.id AS "schoolId", s.code AS "schoolCode",
      coalesce(p.name, s.name) COLLATE "ru_natural" AS "schoolName",
      coalesce(p.short_name, s.short_name) COLLATE "ru_natural" AS "schoolShortName",
      coalesce(p.kind, s.kind)::text AS "schoolKind", c.grade_from AS "gradeFrom", c.grade_to AS "gradeTo",
      c.status::text AS status,
      CASE WHEN c.status = 'ACCEPTED' THEN t.negative_sum END AS "negativeSum",
      CASE WHEN c.status = 'ACCEPTED' THEN t.maximum END AS maximum,
      pt.negative_sum AS "previousNegativeSum", pt.maximum AS "previousMaximum",
      coalesce(ls.included, false) AS confirmed,
      CASE WHEN c.status = 'ACCEPTED' THEN c.score->'groups' ELSE '[]' END AS groups
    FROM campaign k
    JOIN card c ON c.campaign_id = k.id
    JOIN school s ON s.id = c.school_id
    LEFT JOIN school_passport p ON p.school_id = c.school_id AND ${passportAtClosing}
    LEFT JOIN card_table_score t ON t.card_id = c.id AND t.table_code = ${tableCode}
    LEFT JOIN campaign pk ON pk.municipality_id = k.municipality_id AND pk.school_year = ${previousSchoolYear(schoolYear)}
    LEFT JOIN card pc ON pc.campaign_id = pk.id AND pc.school_id = c.school_id AND pc.status = 'ACCEPTED'
    LEFT JOIN card_table_score pt ON pt.card_id = pc.id AND pt.table_code = ${tableCode}
    LEFT JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = ${track}::track AND l.superseded_at IS NULL
    LEFT JOIN confirmed_list_school ls ON ls.list_id = l.id AND ls.school_id = c.school_id
    WHERE k.id = ${campaignId}::uuid
    ORDER BY "negativeSum" DESC NULLS LAST, "schoolName", "schoolCode"`;
}

/** The passport (alias p) that was valid when the campaign (alias k) was closed; today's while it is not. */
const passportAtClosing = Prisma.sql`
  CASE WHEN k.closed_at IS NULL THEN p.valid_to IS NULL
    ELSE p.valid_from <= k.closed_at AND (p.valid_to IS NULL OR p.valid_to > k.closed_at) END`;
