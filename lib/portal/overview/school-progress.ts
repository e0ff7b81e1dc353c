/** The schools of a municipality side by side: card, list, support. One query for all of them. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { Prisma } from '@/lib/db/generated/client';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { startOfSchoolYear } from '@/lib/domain/school-year';
import type { SchoolProgress, SchoolProgressView } from './views';

interface Asked {
  municipalityId?: string | undefined;
  schoolYear?: string | undefined;
}

/** Of the viewer's own municipality, or of one in the viewer's region; the newest year unless one is asked for. */
export function schoolProgress(viewer: Viewer, asked: Asked, now: Date): Promise<Outcome<SchoolProgressView>> {
  return forViewer(viewer, async (db): Promise<Outcome<SchoolProgressView>> => {
    const stranger = refusal(viewer, 'dashboard.read');
    if (stranger) return { ok: false, failure: stranger };
    const municipalityId = asked.municipalityId ?? viewer.municipalityId ?? viewer.municipalityIds[0];
    if (!municipalityId) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const refused = refusal(viewer, 'dashboard.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const { name } = await db.municipality.findUniqueOrThrow({ where: { id: municipalityId }, select: { name: true } });
    const campaigns = await db.campaign.findMany({
      where: { municipalityId, status: { in: ['OPEN', 'CLOSED'] } },
      orderBy: { schoolYear: 'desc' },
      select: { id: true, schoolYear: true },
    });
    const campaign = campaigns.find(({ schoolYear }) => schoolYear === asked.schoolYear) ?? campaigns[0];
    return done({
      municipalityId,
      municipalityName: name,
      schoolYear: campaign?.schoolYear ?? null,
      campaignId: campaign?.id ?? null,
      schoolYears: campaigns.map(({ schoolYear }) => schoolYear),
      schools: campaign
        ? await db.$queryRaw<SchoolProgress[]>(schoolProgressSql(municipalityId, campaign.schoolYear, now))
        : [],
    });
  });
}

/** The query, for EXPLAIN. */
export function schoolProgressSql(municipalityId: string, schoolYear: string, now: Date): Prisma.Sql {
  const autumn = startOfSchoolYear(schoolYear) ?? 0;
  const began = momentInMoscow(`${autumn}-09-01`, '00:00');
  const ends = momentInMoscow(`${autumn + 1}-09-01`, '00:00');
  return Prisma.sql`
    SELECT s.id AS "schoolId", s.short_name COLLATE "ru_natural" AS name, c.id AS "cardId", c.status::text AS card,
      coalesce(k.status = 'OPEN' AND c.status IN ('DRAFT', 'RETURNED') AND coalesce(c.due_at, k.due_at) < ${now}, false) AS late,
      p.negative_sum AS "negativeSum", p.maximum, coalesce(i.included, false) AS listed,
      e.count AS examinations, e.done AS "examinationsDone", r.issued AS "recommendationsIssued",
      r.done AS "recommendationsDone", r.late AS "recommendationsLate", g.status::text AS programme, g.id AS "programmeId",
      h.hosts AS partners, v.count AS "eventsAttended"
    FROM school s
    JOIN campaign k ON k.municipality_id = s.municipality_id AND k.school_year = ${schoolYear}
    LEFT JOIN card c ON c.campaign_id = k.id AND c.school_id = s.id
    LEFT JOIN instrument_table t ON t.version_id = k.instrument_version_id AND t.track = 'LOW_RESULTS'
    LEFT JOIN card_table_score p ON p.card_id = c.id AND p.table_code = t.code AND c.status = 'ACCEPTED'
    LEFT JOIN confirmed_list l ON l.campaign_id = k.id AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL
    LEFT JOIN confirmed_list_school i ON i.list_id = l.id AND i.school_id = s.id
    LEFT JOIN programme g ON g.school_id = s.id AND g.school_year = k.school_year
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, count(*) FILTER (WHERE x.whole)::int AS done FROM (
        SELECT bool_and(t.state IN ('DONE', 'CANCELLED')) AS whole
        FROM examination n LEFT JOIN examination_part t ON t.examination_id = n.id
        WHERE n.school_id = s.id AND n.school_year = k.school_year
        GROUP BY n.id
      ) x
    ) e
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS issued, count(*) FILTER (WHERE status = 'DONE')::int AS done,
        count(*) FILTER (WHERE status = 'ISSUED' AND due_on < ${dayOf(now)}::date)::int AS late
      FROM recommendation
      WHERE school_id = s.id AND school_year = k.school_year AND status IN ('ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE')
    ) r
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(o.short_name ORDER BY o.short_name), '{}') AS hosts
      FROM partnership_school y JOIN partnership z ON z.id = y.partnership_id JOIN school o ON o.id = z.host_school_id
      WHERE y.school_id = s.id AND z.school_year = k.school_year AND z.status IN ('AGREED', 'RUNNING', 'FINISHED')
    ) h
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM event_sign_up u JOIN event w ON w.id = u.event_id
      WHERE u.school_id = s.id AND u.attended > 0 AND w.starts_at >= ${began} AND w.starts_at < ${ends}
    ) v
    WHERE s.municipality_id = ${municipalityId}::uuid AND (c.id IS NOT NULL OR s.closed_on IS NULL)
    ORDER BY name, s.code`;
}
