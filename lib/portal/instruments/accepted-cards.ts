import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';
import type { StoredAnswer } from '@/lib/domain/answers';
import type { SchoolGrades } from '@/lib/domain/instrument';
import type { StoredAnswers } from '@/lib/domain/scoring';

/** An accepted card with its answers by criterion code. */
export interface AcceptedCard {
  campaignId: string;
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  grades: SchoolGrades;
  answers: StoredAnswers;
}

interface CardRow {
  campaignId: string;
  schoolId: string;
  schoolCode: string;
  schoolName: string;
  gradeFrom: number;
  gradeTo: number;
  answers: Record<string, StoredAnswer> | null;
}

/** The accepted cards of some campaigns of the scope, in one query. */
export async function acceptedCards(db: ScopedDatabase, campaignIds: readonly string[]): Promise<AcceptedCard[]> {
  if (campaignIds.length === 0) return [];
  const ids = Prisma.join(campaignIds.map((id) => Prisma.sql`${id}::uuid`));
  const rows = await db.$queryRaw<CardRow[]>`
    WITH answered AS (
      SELECT a.card_id, jsonb_object_agg(k.code, jsonb_build_object(
        'declared', CASE WHEN a.declared_is_list THEN to_jsonb(a.declared_signs) ELSE to_jsonb(a.declared_value) END,
        'verified', CASE WHEN a.verified_is_list THEN to_jsonb(a.verified_signs) ELSE to_jsonb(a.verified_value) END,
        'computed', CASE WHEN NOT a.computed_counts THEN NULL
          WHEN a.computed_is_list THEN to_jsonb(a.computed_signs) ELSE to_jsonb(a.computed_value) END
      )) AS answers
      FROM card c JOIN answer a ON a.card_id = c.id JOIN criterion k ON k.id = a.criterion_id
      WHERE c.campaign_id IN (${ids}) AND c.status = 'ACCEPTED'
      GROUP BY a.card_id
    )
    SELECT c.campaign_id AS "campaignId", c.school_id AS "schoolId", s.code AS "schoolCode",
      s.short_name AS "schoolName", c.grade_from AS "gradeFrom", c.grade_to AS "gradeTo", n.answers
    FROM card c JOIN school s ON s.id = c.school_id LEFT JOIN answered n ON n.card_id = c.id
    WHERE c.campaign_id IN (${ids}) AND c.status = 'ACCEPTED'`;
  return rows.map(({ gradeFrom, gradeTo, answers, ...card }) => ({
    ...card,
    grades: { from: gradeFrom, to: gradeTo },
    answers: answers ?? {},
  }));
}
