import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDefaultInstrument } from '@/lib/domain/default-instrument';
import { type StoredAnswers, scoreOf } from '@/lib/domain/scoring';
import { loadDemonstration } from '@/prisma/demo/load';
import defaultInstrument from '@/prisma/instruments/default.json';
import explanations from '@/prisma/instruments/default-texts.json';
import { connect, rowsOf, type TestServer, testServer } from './demonstration-database';

const { definition } = parseDefaultInstrument(defaultInstrument, explanations);

let server: TestServer;
let loaded: pg.Client;
const rows = <Row>(query: string) => rowsOf<Row>(loaded, query);

beforeAll(async () => {
  server = await testServer();
  const address = await server.emptyDatabase('demonstration');
  await loadDemonstration(address);
  loaded = await connect(address);
}, 120_000);

afterAll(async () => {
  await loaded?.end();
  await server?.stop();
});

describe('cards', () => {
  /** The count of contract.md's scoring rule in SQL, written apart from lib/domain/scoring.ts. */
  const RECOUNT = `
    WITH counted AS (
      SELECT c.id, t.code AS table_code, cr.type,
        CASE WHEN a.verified_value IS NOT NULL THEN a.verified_value WHEN a.verified_is_list THEN NULL ELSE a.declared_value END AS value,
        CASE WHEN a.verified_is_list THEN a.verified_signs ELSE a.declared_signs END AS signs,
        (SELECT count(*) FROM criterion_sign s WHERE s.criterion_id = cr.id)::int AS all_signs
      FROM card c JOIN campaign k ON k.id = c.campaign_id
      JOIN criterion cr ON cr.version_id = k.instrument_version_id
      JOIN criterion_group g ON g.id = cr.group_id JOIN instrument_table t ON t.id = g.table_id
      LEFT JOIN answer a ON a.card_id = c.id AND a.criterion_id = cr.id
      WHERE CASE cr.applicability
        WHEN 'ALL' THEN true
        WHEN 'PRIMARY' THEN c.grade_from <= 4
        WHEN 'GRADE7_11' THEN c.grade_to >= 7
        WHEN 'GRADE9' THEN c.grade_from <= 9 AND c.grade_to >= 9
        WHEN 'GRADE11' THEN c.grade_to = 11 END
    )
    SELECT id, table_code,
      sum(CASE WHEN type = 'SIGN_COUNT' THEN coalesce(cardinality(signs), 0) WHEN value = 'yes' THEN 1 ELSE 0 END)::int AS points,
      sum(CASE WHEN value = 'na' THEN 0 WHEN type = 'SIGN_COUNT' THEN all_signs ELSE 1 END)::int AS maximum
    FROM counted GROUP BY id, table_code`;

  test('an independent recount gives the stored sums of every card and table', async () => {
    const [cards] = await rows<{ count: number }>('SELECT count(*)::int FROM card');
    expect(cards?.count).toBeGreaterThan(1_300);
    const wrong = await rows(
      `WITH recount AS (${RECOUNT})
       SELECT c.id FROM card c LEFT JOIN (SELECT id, sum(points)::int AS points, sum(maximum)::int AS maximum FROM recount GROUP BY id) r
         ON r.id = c.id
       WHERE (c.negative_sum, c.maximum) IS DISTINCT FROM (r.points, r.maximum)
         OR (c.score->>'negativeSum')::int IS DISTINCT FROM r.points OR (c.score->>'maximum')::int IS DISTINCT FROM r.maximum`,
    );
    expect(wrong).toEqual([]);
    const wrongTables = await rows(
      `WITH recount AS (${RECOUNT})
       SELECT r.id, r.table_code FROM recount r FULL JOIN card_table_score s ON s.card_id = r.id AND s.table_code = r.table_code
       WHERE (s.negative_sum, s.maximum) IS DISTINCT FROM (r.points, r.maximum)`,
    );
    expect(wrongTables).toEqual([]);
  });

  test('the stored score is what the rules of the portal give for the stored answers', async () => {
    const cards = await rows<{ grades: { from: number; to: number }; score: unknown; answers: StoredAnswers }>(
      `SELECT jsonb_build_object('from', c.grade_from, 'to', c.grade_to) AS "grades", c.score,
         coalesce(jsonb_object_agg(cr.code, jsonb_strip_nulls(jsonb_build_object(
           'declared', CASE WHEN a.declared_is_list THEN to_jsonb(a.declared_signs) ELSE to_jsonb(a.declared_value) END,
           'verified', CASE WHEN a.verified_is_list THEN to_jsonb(a.verified_signs) ELSE to_jsonb(a.verified_value) END)))
           FILTER (WHERE cr.id IS NOT NULL), '{}') AS "answers"
       FROM card c LEFT JOIN answer a ON a.card_id = c.id LEFT JOIN criterion cr ON cr.id = a.criterion_id GROUP BY c.id`,
    );
    expect(cards.length).toBeGreaterThan(1_300);
    for (const { grades, score, answers } of cards) expect(score).toEqual(scoreOf(definition, grades, answers));
  });

  test('submitted and accepted cards answer everything that applies and have their revision', async () => {
    expect(
      await rows(`SELECT id FROM card WHERE status IN ('SUBMITTED', 'ACCEPTED') AND answered <> applicable`),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT c.id FROM card c WHERE (c.status = 'DRAFT') = EXISTS (SELECT FROM card_revision r WHERE r.card_id = c.id)`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT c.id FROM card c JOIN LATERAL (SELECT * FROM card_revision r WHERE r.card_id = c.id ORDER BY number DESC LIMIT 1) r ON true
         WHERE r.submitted_at <> c.submitted_at OR (SELECT count(*) FROM jsonb_object_keys(r.answers)) <> c.applicable`,
      ),
    ).toEqual([]);
  });

  test('moments stand in order: opened, begun, answered, submitted, decided, closed', async () => {
    expect(
      await rows(
        `SELECT c.id FROM card c JOIN campaign k ON k.id = c.campaign_id
         WHERE c.started_at < k.opens_at OR c.submitted_at <= c.started_at
           OR (c.decided_at <= c.submitted_at) OR c.decided_at >= k.closed_at`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT a.card_id FROM answer a JOIN card c ON c.id = a.card_id
         WHERE a.declared_at < c.started_at OR (c.status IN ('SUBMITTED', 'ACCEPTED') AND a.declared_at >= c.submitted_at)
           OR (a.verified_at < c.submitted_at)`,
      ),
    ).toEqual([]);
  });

  test('there is something of everything that a reviewer meets', async () => {
    const [found] = await rows<Record<string, number>>(
      `SELECT
         (SELECT count(*) FROM answer WHERE declared_value = 'na')::int AS "notApplicable",
         (SELECT count(*) FROM answer WHERE verified_value IS NOT NULL AND verified_value <> declared_value)::int AS "corrected",
         (SELECT count(*) FROM answer WHERE verified_is_list AND verified_signs <> declared_signs)::int AS "correctedSigns",
         (SELECT count(*) FROM answer WHERE carried_over)::int AS "carriedOver",
         (SELECT count(*) FROM card WHERE partly_unlocked)::int AS "partlyUnlocked",
         (SELECT count(*) FROM answer a JOIN card c ON c.id = a.card_id WHERE a.unlocked AND c.partly_unlocked)::int AS "unlocked",
         (SELECT count(*) FROM card WHERE due_at IS NOT NULL)::int AS "ownDeadlines",
         (SELECT count(*) FROM card c JOIN campaign k ON k.id = c.campaign_id WHERE c.submitted_at > k.due_at)::int AS "late",
         (SELECT count(*) FROM card_revision WHERE number = 2)::int AS "submittedAgain",
         (SELECT count(*) FROM card_comment)::int AS "comments",
         (SELECT count(*) FROM notice)::int AS "notices"`,
    );
    expect(Object.entries(found ?? { nothing: 0 }).filter(([, count]) => count === 0)).toEqual([]);
    expect(await rows(`SELECT status::text, count(*)::int FROM dispute GROUP BY 1 ORDER BY 1`)).toEqual([
      { status: 'OPEN', count: 1 },
      { status: 'REJECTED', count: 1 },
      { status: 'UPHELD', count: 1 },
    ]);
    expect(await rows(`SELECT DISTINCT status::text FROM letter`)).toEqual([{ status: 'KEPT' }]);
  });

  test('the journal tells every change of state, in the order of time', async () => {
    const [told] = await rows<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE action = 'card.accept')::int AS "accepted",
         count(*) FILTER (WHERE action = 'list.confirm' AND school_id IS NULL)::int AS "lists",
         count(*) FILTER (WHERE action = 'list.confirm' AND detail IN ('entered', 'stayed'))::int AS "listed"
       FROM journal_entry`,
    );
    const [stored] = await rows<Record<string, number>>(
      `SELECT (SELECT count(*) FROM card WHERE status = 'ACCEPTED')::int AS "accepted",
         (SELECT count(*) FROM confirmed_list)::int AS "lists",
         (SELECT count(*) FROM confirmed_list_school WHERE included)::int AS "listed"`,
    );
    expect(told).toEqual(stored);
    expect(
      await rows(
        `SELECT id FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS before FROM journal_entry) j WHERE at < before`,
      ),
    ).toEqual([]);
  });
});
