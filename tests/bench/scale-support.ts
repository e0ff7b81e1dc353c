/** Support of the listed schools of the closed year at the size of a country: statements after those of scale-steps.ts. */

/** The tables of scale-steps.ts and pg_temp.scale_id must be there; every id is made by the database. */
export function supportSteps(municipalities: number): [words: string, sql: string][] {
  const supported = `
    CREATE TEMP TABLE scale_supported AS
    SELECT l.school_id, l.municipality_id, c.m, row_number() OVER (PARTITION BY c.m ORDER BY c.n) AS k
    FROM confirmed_list_school l JOIN scale_card c ON c.school_id = l.school_id AND c.y = 0 WHERE l.included;
    ANALYZE scale_supported`;
  return [
    ['supported schools', supported],
    [
      'examinations',
      `WITH made AS (
         INSERT INTO examination (id, school_id, municipality_id, school_year, title, starts_on, ends_on, status, created_by, created_at)
         SELECT gen_random_uuid(), school_id, municipality_id, '2019-2020', 'Обследование', '2019-12-01', '2020-01-20',
           (CASE WHEN k % 3 = 0 THEN 'RUNNING' ELSE 'FINISHED' END)::examination_status, 'МОЦ', '2019-11-28'
         FROM scale_supported RETURNING id, school_id, municipality_id, status)
       INSERT INTO examination_part (id, examination_id, school_id, municipality_id, kind, title, state, changed_by, changed_at)
       SELECT gen_random_uuid(), id, school_id, municipality_id, kind::examination_part_kind, 'Часть',
         (CASE WHEN status = 'RUNNING' AND kind = 'VISIT' THEN 'PLANNED' ELSE 'DONE' END)::examination_part_state, 'МОЦ', '2020-01-20'
       FROM made, unnest(ARRAY['DOCUMENTS', 'INTERVIEW', 'VISIT']) kind`,
    ],
    [
      'recommendations',
      `INSERT INTO recommendation (id, school_id, municipality_id, school_year, addressee, text, due_on, status, created_by, created_at, issued_at)
       SELECT gen_random_uuid(), school_id, municipality_id, '2019-2020', 'SCHOOL', 'Составить план', '2020-03-01',
         (ARRAY['DRAFT', 'ISSUED', 'ANSWERED', 'DONE', 'NOT_DONE'])[1 + (k + r) % 5]::recommendation_status, 'МОЦ', '2020-01-25',
         CASE WHEN (k + r) % 5 > 0 THEN timestamptz '2020-01-26' END
       FROM scale_supported, generate_series(1, 3) r`,
    ],
    [
      'programmes',
      `WITH made AS (
         INSERT INTO programme (id, school_id, municipality_id, school_year, title, content, status, due_on, submitted_at, changed_by, changed_at)
         SELECT gen_random_uuid(), school_id, municipality_id, '2019-2020', 'Программа перехода', '{}',
           (ARRAY['DRAFT', 'SUBMITTED', 'APPROVED', 'RUNNING', 'FINISHED'])[1 + k % 5]::programme_status, '2020-02-01',
           CASE WHEN k % 5 > 0 THEN timestamptz '2020-01-30' END, 'МОЦ', '2020-02-05'
         FROM scale_supported RETURNING id, school_id, municipality_id)
       INSERT INTO programme_stage (id, programme_id, school_id, municipality_id, kind, title, due_on, reported_at, assessment)
       SELECT gen_random_uuid(), id, school_id, municipality_id, kind::stage_kind, kind, day::date,
         CASE WHEN kind = 'DOCUMENTS' THEN timestamptz '2020-03-01' END,
         CASE WHEN kind = 'DOCUMENTS' AND md5(id::text) < '8' THEN 'MET'::stage_assessment END
       FROM made, (VALUES ('DOCUMENTS', '2020-03-01'), ('CHANGE', '2020-10-01')) s (kind, day)`,
    ],
    [
      'partnerships',
      `WITH host AS (SELECT DISTINCT ON (m) m, school_id, municipality_id FROM scale_card WHERE y = 0 ORDER BY m, n DESC),
       made AS (
         INSERT INTO partnership (id, municipality_id, host_school_id, school_year, title, status, changed_by, changed_at)
         SELECT gen_random_uuid(), municipality_id, school_id, '2019-2020', 'Партнёрство',
           (ARRAY['PROPOSED', 'AGREED', 'RUNNING'])[1 + m % 3]::partnership_status, 'МОЦ', '2020-01-10'
         FROM host RETURNING id, municipality_id)
       INSERT INTO partnership_school (partnership_id, school_id, municipality_id)
       SELECT made.id, s.school_id, s.municipality_id FROM made JOIN scale_supported s USING (municipality_id) WHERE s.k <= 2
         AND NOT EXISTS (SELECT FROM host WHERE host.school_id = s.school_id)`,
    ],
    [
      'events',
      `WITH made AS (
         INSERT INTO event (id, region_id, municipality_id, kind, direction, title, starts_at, ends_at, status, changed_by, changed_at)
         SELECT gen_random_uuid(), r.id, pg_temp.scale_id('municipality', n), 'SEMINAR', 'NORMATIVE', 'Семинар № ' || e,
           make_timestamptz(2020, 1 + e, 10, 10, 0, 0, 'Europe/Moscow'), make_timestamptz(2020, 1 + e, 10, 12, 0, 0, 'Europe/Moscow'),
           'PUBLISHED', 'МОЦ', '2020-01-09'
         FROM region r, generate_series(1, ${municipalities}) n, generate_series(0, 3) e RETURNING id, municipality_id)
       INSERT INTO event_sign_up (event_id, school_id, municipality_id, state, participants, queued_at, attended, signed_up_by, changed_at)
       SELECT made.id, s.school_id, s.municipality_id, 'CONFIRMED', 2, '2020-01-09', (s.k % 3)::int, 'Директор', '2020-01-09'
       FROM made JOIN scale_supported s USING (municipality_id) WHERE s.k <= 5 AND md5(made.id::text) < 'c'`,
    ],
  ];
}
