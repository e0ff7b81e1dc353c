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

/** The query of the progress, for EXPLAIN. */
export function supportProgressSql(municipalityIds: readonly string[], schoolYear: string, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id AS "municipalityId", c.late AS "cardsLate", p.in_force AS "programmesInForce",
      r.issued AS "recommendationsIssued", r.done AS "recommendationsDone", r.late AS "recommendationsLate",
      e.count AS examinations, e.done AS "examinationsDone", h.count AS partnerships
    FROM municipality m
    LEFT JOIN campaign k ON k.municipality_id = m.id AND k.school_year = ${schoolYear}
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS late FROM card
      WHERE campaign_id = k.id AND k.status = 'OPEN' AND status IN ('DRAFT', 'RETURNED')
        AND coalesce(due_at, k.due_at) < ${now}
    ) c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS in_force FROM confirmed_list l
      JOIN confirmed_list_school s ON s.list_id = l.id AND s.included
      JOIN programme g ON g.school_id = s.school_id AND g.school_year = k.school_year
      WHERE l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
        AND g.status IN ('APPROVED', 'RUNNING', 'FINISHED')
    ) p
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS issued, count(*) FILTER (WHERE status = 'DONE')::int AS done,
        count(*) FILTER (WHERE status = 'ISSUED' AND due_on < ${dayOf(now)}::date)::int AS late
      FROM recommendation
      WHERE municipality_id = m.id AND school_year = ${schoolYear}
        AND status IN ('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE')
    ) r
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, count(*) FILTER (WHERE x.whole)::int AS done FROM (
        SELECT bool_and(t.state IN ('DONE', 'CANCELLED')) AS whole
        FROM examination n LEFT JOIN examination_part t ON t.examination_id = n.id
        WHERE n.municipality_id = m.id AND n.school_year = ${schoolYear}
        GROUP BY n.id
      ) x
    ) e
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM partnership
      WHERE municipality_id = m.id AND school_year = ${schoolYear} AND status IN ('AGREED', 'RUNNING', 'FINISHED')
    ) h
    WHERE m.id = ANY(${municipalityIds}::uuid[])`;
}
