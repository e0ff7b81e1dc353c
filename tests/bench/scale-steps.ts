/** The statements that fill the scale, in order, each with words for the progress line. */
import type { DefaultRule } from '@/lib/domain/default-instrument';
import { DEGREES, GRADES, patternNumberSql } from './answer-patterns';
import type { ScaleSize } from './scale-size';

/**
 * `pg_temp.scale_id(kind, n)` and the tables pattern, pattern_table and pattern_answer must be there. A tenth of the
 * working schools is a gymnasium, a fifth teaches to grade 9, a thirtieth to grade 4.
 */
export function scaleSteps(
  size: ScaleSize,
  rules: readonly DefaultRule[],
  versionId: string,
): [words: string, sql: string][] {
  const { municipalities, schools, large, city, answered } = size;
  const rest = municipalities - 2;
  return [
    [
      'municipalities',
      `INSERT INTO municipality (id, region_id, code, name, kind)
       SELECT pg_temp.scale_id('municipality', n), r.id, 'm-' || lpad(n::text, 4, '0'), 'Округ № ' || n, 'MUNICIPAL_OKRUG'
       FROM region r, generate_series(1, ${municipalities}) n`,
    ],
    [
      'schools',
      `CREATE TEMP TABLE scale_school AS
       SELECT n, CASE WHEN n <= ${large} THEN 1 WHEN n <= ${large + city} THEN 2 ELSE 3 + (n - ${large + city + 1}) % ${rest} END AS m,
         CASE WHEN n / 10 % 30 = 29 THEN 2 WHEN n / 10 % 5 = 3 THEN 1 ELSE 0 END AS grades
       FROM generate_series(1, ${schools}) n;
       ANALYZE scale_school;
       INSERT INTO school (id, code, municipality_id, name, short_name, kind, address, grade_from, grade_to, pupils)
       SELECT pg_temp.scale_id('school', n), 'm-' || lpad(m::text, 4, '0') || '-' || lpad(n::text, 5, '0'),
         pg_temp.scale_id('municipality', m),
         'муниципальное бюджетное общеобразовательное учреждение «Средняя школа № ' || n || '» округа № ' || m,
         'СШ № ' || n, (CASE WHEN n % 10 = 0 THEN 'GYMNASIUM' ELSE 'SCHOOL' END)::school_kind,
         'ул. Школьная, дом ' || n % 90 + 1, 1, ${gradeTo('grades')}, 40 + n * 37 % 900
       FROM scale_school`,
    ],
    [
      'passports',
      `INSERT INTO school_passport (id, school_id, municipality_id, name, short_name, kind, address, grade_from, grade_to, pupils, valid_from)
       SELECT pg_temp.scale_id('passport', x.n), s.id, s.municipality_id, s.name, s.short_name, s.kind, s.address,
         s.grade_from, s.grade_to, s.pupils, '2010-09-01'
       FROM scale_school x JOIN school s ON s.id = pg_temp.scale_id('school', x.n)`,
    ],
    [
      'accounts',
      `INSERT INTO account (id, email, name, password_hash, role, region_id, municipality_id, school_id)
       SELECT pg_temp.scale_id('account', n), 'principal-' || n || '@scale.test', 'Директор школы № ' || n, 'none', 'PRINCIPAL',
         r.id, pg_temp.scale_id('municipality', m), pg_temp.scale_id('school', n) FROM region r, scale_school;
       INSERT INTO account (id, email, name, password_hash, role, region_id, municipality_id)
       SELECT pg_temp.scale_id('account', ${schools} + n), 'head-' || n || '@scale.test', 'Руководитель МОЦ № ' || n, 'none',
         'MOC_HEAD', r.id, pg_temp.scale_id('municipality', n) FROM region r, generate_series(1, ${municipalities}) n;
       INSERT INTO account (id, email, name, password_hash, role, region_id)
       SELECT pg_temp.scale_id('account', ${schools + municipalities + 1}), 'coordinator@scale.test', 'Координатор', 'none',
         'REGION_COORDINATOR', id FROM region`,
    ],
    [
      'campaigns',
      `INSERT INTO campaign (id, municipality_id, school_year, results_year, status, opens_at, due_at, closed_at, instrument_version_id)
       SELECT pg_temp.scale_id('campaign', y * ${municipalities} + n), pg_temp.scale_id('municipality', n),
         2019 + y || '-' || 2020 + y, 2018 + y || '-' || 2019 + y, (ARRAY['CLOSED', 'OPEN'])[y + 1]::campaign_status,
         make_date(2019 + y, 9, 10), make_date(2019 + y, 10, 15), CASE WHEN y = 0 THEN make_date(2019, 11, 20) END, '${versionId}'
       FROM generate_series(1, ${municipalities}) n, generate_series(0, 1) y;
       ${rules
         .map(
           ({ track, tableCode, kind, value }, place) =>
             `INSERT INTO campaign_rule (id, campaign_id, municipality_id, track, table_code, kind, value)
              SELECT pg_temp.scale_id('rule', n * ${rules.length} + ${place}), pg_temp.scale_id('campaign', n),
                pg_temp.scale_id('municipality', 1 + (n - 1) % ${municipalities}), '${track}', '${tableCode}', '${kind}', ${value}
              FROM generate_series(1, ${municipalities * 2}) n`,
         )
         .join(';')}`,
    ],
    [
      'cards',
      `CREATE TEMP TABLE scale_card AS
       SELECT pg_temp.scale_id('card', y * ${schools} + n) AS id, pg_temp.scale_id('campaign', y * ${municipalities} + m) AS campaign_id,
         pg_temp.scale_id('school', n) AS school_id, pg_temp.scale_id('municipality', m) AS municipality_id, n, m, y,
         2019 + y AS autumn, status, ${patternNumberSql(
           `CASE status WHEN 'BEGUN' THEN 1 WHEN 'NOTHING' THEN 2 ELSE 0 END`,
           `(n * 7 % ${DEGREES}) * (n * 11 % ${DEGREES}) / ${DEGREES} + y * (n % 2)`,
           'grades',
         )} AS pattern
       FROM (SELECT *, CASE WHEN y = 0 OR n % 10 < 5 THEN 'ACCEPTED' WHEN n % 10 < 7 THEN 'SUBMITTED'
           WHEN n % 10 = 7 THEN 'RETURNED' WHEN n % 10 = 8 THEN 'BEGUN' ELSE 'NOTHING' END AS status
         FROM scale_school, generate_series(0, 1) y) x
       ORDER BY y, n;
       ANALYZE scale_card;
       INSERT INTO card (id, campaign_id, school_id, municipality_id, status, version, grade_from, grade_to, negative_sum, maximum,
         score, answered, applicable, started_at, submitted_at, submitted_by, decided_at, decided_by, return_comment)
       SELECT c.id, c.campaign_id, c.school_id, c.municipality_id, ${storedStatus}::card_status, 1 + p.answered,
         p.grade_from, p.grade_to, p.negative_sum, p.maximum, p.score, p.answered, p.applicable,
         CASE WHEN c.status <> 'NOTHING' THEN make_date(autumn, 9, 12) END,
         CASE WHEN ${wasSubmitted} THEN make_date(autumn, 10, 5) END, CASE WHEN ${wasSubmitted} THEN 'Директор' END,
         CASE WHEN ${wasDecided} THEN make_date(autumn, 10, 20) END, CASE WHEN ${wasDecided} THEN 'Методист' END,
         CASE WHEN c.status = 'RETURNED' THEN 'Сверьте ответы с протоколами.' END
       FROM scale_card c JOIN pattern p ON p.n = c.pattern`,
    ],
    [
      'sums by table',
      `INSERT INTO card_table_score (card_id, table_code, campaign_id, school_id, municipality_id, negative_sum, maximum)
       SELECT c.id, t.table_code, c.campaign_id, c.school_id, c.municipality_id, t.negative_sum, t.maximum
       FROM scale_card c JOIN pattern_table t ON t.n = c.pattern`,
    ],
    [
      'answers',
      `INSERT INTO answer (card_id, criterion_id, school_id, municipality_id, declared_value, declared_signs, declared_is_list,
         declared_at, declared_by)
       SELECT c.id, a.criterion_id, c.school_id, c.municipality_id, a.value, a.signs, a.is_list, make_date(autumn, 9, 12), 'Директор'
       FROM scale_card c JOIN pattern_answer a ON a.n = c.pattern WHERE c.m <= ${answered};
       INSERT INTO card_revision (id, card_id, school_id, municipality_id, number, submitted_at, submitted_by, answers, score)
       SELECT gen_random_uuid(), c.id, c.school_id, c.municipality_id, 1, make_date(autumn, 10, 5), 'Директор', p.answers, p.score
       FROM scale_card c JOIN pattern p ON p.n = c.pattern WHERE c.m <= ${answered} AND ${wasSubmitted}`,
    ],
    [
      'disputes',
      `INSERT INTO dispute (id, card_id, school_id, municipality_id, criterion_id, reason, raised_by)
       SELECT gen_random_uuid(), c.id, c.school_id, c.municipality_id,
         (SELECT criterion_id FROM pattern_answer ORDER BY criterion_id LIMIT 1), 'Протокол исправлен.', 'Директор'
       FROM scale_card c WHERE n % 9 = 0`,
    ],
    [
      'journal',
      `INSERT INTO journal_entry (at, account_id, actor_name, action, subject_type, subject_id, municipality_id, school_id)
       SELECT make_date(autumn, 10, 5), pg_temp.scale_id('account', n), 'Директор', 'card.submit', 'card', c.id, c.municipality_id, c.school_id
       FROM scale_card c WHERE ${wasSubmitted}`,
    ],
    [
      'confirmed lists',
      `INSERT INTO confirmed_list (id, campaign_id, municipality_id, track, order_number, order_date, rule, confirmed_by, confirmed_at)
       SELECT pg_temp.scale_id('list', n), pg_temp.scale_id('campaign', n), pg_temp.scale_id('municipality', n), 'LOW_RESULTS',
         n || '-д', '2019-11-25', '{"kind": "SHARE", "tableCode": "T1", "value": 0.5}', 'Руководитель МОЦ', '2019-11-25'
       FROM generate_series(1, ${municipalities}) n;
       INSERT INTO confirmed_list_school (list_id, school_id, municipality_id, included, proposed, negative_sum, maximum)
       SELECT pg_temp.scale_id('list', c.m), c.school_id, c.municipality_id, true, true, t.negative_sum, t.maximum
       FROM scale_card c JOIN pattern_table t ON t.n = c.pattern AND t.table_code = 'T1'
       WHERE c.y = 0 AND t.maximum > 0 AND t.negative_sum * 2 >= t.maximum`,
    ],
  ];
}

const gradeTo = (index: string) => `(ARRAY[${GRADES.map(({ to }) => to)}])[${index} + 1]`;
const storedStatus = `(CASE WHEN c.status IN ('BEGUN', 'NOTHING') THEN 'DRAFT' ELSE c.status END)`;
const wasSubmitted = `c.status IN ('SUBMITTED', 'RETURNED', 'ACCEPTED')`;
const wasDecided = `c.status IN ('RETURNED', 'ACCEPTED')`;
