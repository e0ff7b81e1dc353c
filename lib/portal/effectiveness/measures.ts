/** Which measures a school had in the years of a period; plans and drafts do not count. */
import type { ScopedDatabase } from '@/lib/access/door';
import { Prisma } from '@/lib/db/generated/client';

export const MEASURE_KINDS = ['PROGRAMME', 'PARTNERSHIP', 'EVENT', 'RECOMMENDATION'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Schools by kind of measure: from the school year `from` up to, without, `to`. */
export async function schoolsByMeasure(
  db: ScopedDatabase,
  municipalityIds: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Map<MeasureKind, Set<string>>> {
  const rows = await db.$queryRaw<{ kind: MeasureKind; schoolId: string }[]>(Prisma.sql`
    WITH scope AS (SELECT unnest(${municipalityIds}::uuid[]) AS id)
    SELECT 'PROGRAMME' AS kind, school_id AS "schoolId" FROM programme
    WHERE municipality_id IN (SELECT id FROM scope) AND school_year >= ${from} AND school_year < ${to}
      AND status IN ('APPROVED', 'RUNNING', 'FINISHED')
    UNION
    SELECT 'PARTNERSHIP', s.school_id FROM partnership p JOIN partnership_school s ON s.partnership_id = p.id
    WHERE p.municipality_id IN (SELECT id FROM scope) AND p.school_year >= ${from} AND p.school_year < ${to}
      AND p.status IN ('AGREED', 'RUNNING', 'FINISHED')
    UNION
    SELECT 'EVENT', s.school_id FROM event e JOIN event_sign_up s ON s.event_id = e.id
    WHERE s.municipality_id IN (SELECT id FROM scope) AND s.attended > 0 AND e.status = 'PUBLISHED'
      AND e.starts_at >= make_timestamptz(${Number(from.slice(0, 4))}, 9, 1, 0, 0, 0, 'Europe/Moscow')
      AND e.starts_at < make_timestamptz(${Number(to.slice(0, 4))}, 9, 1, 0, 0, 0, 'Europe/Moscow')
    UNION
    SELECT 'RECOMMENDATION', school_id FROM recommendation
    WHERE municipality_id IN (SELECT id FROM scope) AND school_year >= ${from} AND school_year < ${to}
      AND status IN ('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE')`);
  const of = (kind: MeasureKind) => rows.filter((row) => row.kind === kind).map((row) => row.schoolId);
  return new Map(MEASURE_KINDS.map((kind) => [kind, new Set(of(kind))]));
}
