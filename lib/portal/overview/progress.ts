/** How far support has come in each municipality of a school year: one query for all of them. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import type { MunicipalityProgress } from './views';

/** Progress of the municipalities in the viewer's sight, in no order. Staff of a centre see what they lead. */
export function supportProgress(
  viewer: Viewer,
  schoolYear: string,
  now: Date,
): Promise<Outcome<MunicipalityProgress[]>> {
  return forViewer(viewer, async (db): Promise<Outcome<MunicipalityProgress[]>> => {
    const refused = refusal(viewer, 'overview.read');
    if (refused) return { ok: false, failure: refused };
    return done(
      await db.$queryRaw<MunicipalityProgress[]>(supportProgressSql(viewer.municipalityIds, schoolYear, now)),
    );
  });
}

/** The query of the progress, for EXPLAIN: each table is counted once for all municipalities, not once for each. */
export function supportProgressSql(municipalityIds: readonly string[], schoolYear: string, now: Date): Prisma.Sql {
  const ids = Prisma.sql`${municipalityIds}::uuid[]`;
  return Prisma.sql`
    WITH campaigns AS (
      SELECT id, municipality_id, status, due_at FROM campaign
      WHERE municipality_id = ANY(${ids}) AND school_year = ${schoolYear}
    ), cards AS (
      SELECT k.municipality_id, count(*)::int AS late FROM campaigns k JOIN card c ON c.campaign_id = k.id
      WHERE k.status = 'OPEN' AND c.status IN ('DRAFT', 'RETURNED') AND coalesce(c.due_at, k.due_at) < ${now}
      GROUP BY 1
    ), programmes AS (
      SELECT k.municipality_id, count(*)::int AS in_force
      FROM campaigns k
      JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
      JOIN confirmed_list_school s ON s.list_id = l.id AND s.included
      JOIN programme g ON g.school_id = s.school_id AND g.school_year = ${schoolYear}
      WHERE g.status IN ('APPROVED', 'RUNNING', 'FINISHED')
      GROUP BY 1
    ), advice AS (
      SELECT municipality_id, count(*)::int AS issued, count(*) FILTER (WHERE status = 'DONE')::int AS done,
        count(*) FILTER (WHERE status = 'ISSUED' AND due_on < ${dayOf(now)}::date)::int AS late
      FROM recommendation
      WHERE municipality_id = ANY(${ids}) AND school_year = ${schoolYear}
        AND status IN ('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE')
      GROUP BY 1
    ), examined AS (
      SELECT municipality_id, count(*)::int AS count, count(*) FILTER (WHERE whole)::int AS done FROM (
        SELECT n.municipality_id, bool_and(t.state IN ('DONE', 'CANCELLED')) AS whole
        FROM examination n LEFT JOIN examination_part t ON t.examination_id = n.id
        WHERE n.municipality_id = ANY(${ids}) AND n.school_year = ${schoolYear}
        GROUP BY n.id
      ) x GROUP BY 1
    ), partners AS (
      SELECT municipality_id, count(*)::int AS count FROM partnership
      WHERE municipality_id = ANY(${ids}) AND school_year = ${schoolYear} AND status IN ('AGREED', 'RUNNING', 'FINISHED')
      GROUP BY 1
    )
    SELECT m.id AS "municipalityId", coalesce(c.late, 0) AS "cardsLate", coalesce(p.in_force, 0) AS "programmesInForce",
      coalesce(r.issued, 0) AS "recommendationsIssued", coalesce(r.done, 0) AS "recommendationsDone",
      coalesce(r.late, 0) AS "recommendationsLate", coalesce(e.count, 0) AS examinations,
      coalesce(e.done, 0) AS "examinationsDone", coalesce(h.count, 0) AS partnerships
    FROM municipality m
    LEFT JOIN cards c ON c.municipality_id = m.id
    LEFT JOIN programmes p ON p.municipality_id = m.id
    LEFT JOIN advice r ON r.municipality_id = m.id
    LEFT JOIN examined e ON e.municipality_id = m.id
    LEFT JOIN partners h ON h.municipality_id = m.id
    WHERE m.id = ANY(${ids})`;
}
