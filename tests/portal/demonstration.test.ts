import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fitsPassword } from '@/lib/access/password';
import { type EmbeddedServer, embeddedServer } from '@/lib/db/embedded';
import { applyMigrations } from '@/lib/db/migrate';
import { parseDefaultInstrument } from '@/lib/domain/default-instrument';
import { type StoredAnswers, scoreOf } from '@/lib/domain/scoring';
import { isEmpty, loadDemonstration } from '@/prisma/demo/load';
import defaultInstrument from '@/prisma/instruments/default.json';
import explanations from '@/prisma/instruments/default-texts.json';

const { definition } = parseDefaultInstrument(defaultInstrument, explanations);
const folder = mkdtempSync(join(tmpdir(), 'moc-demonstration-'));
let server: EmbeddedServer;
let loaded: pg.Client;
let loadingTook: number;

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** A database with the tables and nothing in them; gives the owner's address. */
async function emptyDatabase(name: string): Promise<string> {
  const owner = new URL(server.ownerUrl);
  const superuser = await connect(server.superuserUrl);
  await superuser.query(`CREATE DATABASE ${name} OWNER ${owner.username}`);
  await superuser.end();
  owner.pathname = `/${name}`;
  await applyMigrations(owner.href);
  return owner.href;
}

async function rows<Row>(query: string, values: unknown[] = [], client = loaded): Promise<Row[]> {
  return (await client.query(query, values)).rows as Row[];
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const found = await rows<{ name: string }>(
    `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
    [],
    client,
  );
  return found.map(({ name }) => name);
}

/** A fingerprint of the contents of every table. */
async function contents(client: pg.Client): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const name of await tableNames(client)) {
    const [print] = await rows<{ md5: string; count: string }>(
      `SELECT count(*), md5(coalesce(string_agg(md5(t::text), '' ORDER BY t::text COLLATE "C"), '')) AS "md5" FROM "${name}" t`,
      [],
      client,
    );
    prints[name] = `${print?.count} ${print?.md5}`;
  }
  return prints;
}

beforeAll(async () => {
  server = await embeddedServer(folder, { say: () => {}, durable: false });
  const address = await emptyDatabase('demonstration');
  loaded = await connect(address);
  expect(await isEmpty(loaded)).toBe(true);
  const started = performance.now();
  await loadDemonstration(address);
  loadingTook = performance.now() - started;
}, 120_000);

afterAll(async () => {
  await loaded?.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('loading', () => {
  test('takes less than a minute and marks the installation as a demonstration', async () => {
    expect(loadingTook).toBeLessThan(60_000);
    expect(await isEmpty(loaded)).toBe(false);
    expect(await rows(`SELECT value FROM installation WHERE key = 'demonstration'`)).toEqual([{ value: true }]);
  });

  test('two loads are equal in every table', async () => {
    const address = await emptyDatabase('second');
    await loadDemonstration(address);
    const second = await connect(address);
    const [one, other] = [await contents(loaded), await contents(second)];
    await second.end();
    expect(Object.keys(one).length).toBeGreaterThan(25);
    expect(other).toEqual(one);
  }, 120_000);

  test('a failure half-way leaves nothing, and the next load succeeds', async () => {
    const address = await emptyDatabase('half');
    const client = await connect(address);
    const before = await contents(client);
    await client.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'power cut'; END $$`);
    await client.query('CREATE TRIGGER power_cut BEFORE INSERT ON letter EXECUTE FUNCTION fail()');
    await expect(loadDemonstration(address)).rejects.toThrow('power cut');
    expect(await contents(client)).toEqual(before);
    expect(await isEmpty(client)).toBe(true);
    await client.query('DROP TRIGGER power_cut ON letter');
    await loadDemonstration(address);
    expect(await isEmpty(client)).toBe(false);
    await client.end();
  }, 120_000);

  test('of two loads at once one succeeds and the other changes nothing', async () => {
    const address = await emptyDatabase('twice');
    const results = await Promise.allSettled([loadDemonstration(address), loadDemonstration(address)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    const client = await connect(address);
    expect(await rows('SELECT count(*)::int FROM region', [], client)).toEqual([{ count: 1 }]);
    await client.end();
  }, 120_000);

  test('tells what it loads', async () => {
    const address = await emptyDatabase('telling');
    const told: string[] = [];
    await loadDemonstration(address, (text) => told.push(text));
    expect(told).toContain('карты школ');
    expect(told.length).toBeGreaterThan(10);
  }, 120_000);
});

describe('what contract.md says of the region', () => {
  test('350 open schools in 27 municipalities', async () => {
    expect(await rows('SELECT code, name FROM region')).toEqual([
      { code: 'smolensk-region', name: 'Смоленская область' },
    ]);
    const counts = await rows<{ code: string; name: string; schools: number }>(
      `SELECT m.code, m.name, count(*) FILTER (WHERE s.closed_on IS NULL)::int AS "schools"
       FROM municipality m JOIN school s ON s.municipality_id = m.id GROUP BY m.id`,
    );
    expect(counts).toHaveLength(27);
    expect(counts.reduce((sum, { schools }) => sum + schools, 0)).toBe(350);
    expect(counts.find(({ code }) => code === 'smolensk')).toMatchObject({ name: 'город Смоленск', schools: 43 });
    expect(counts.find(({ code }) => code === 'vyazma')).toMatchObject({
      name: 'Вяземский муниципальный округ',
      schools: 12,
    });
  });

  test('the city has codes 01 … 43 and names in natural order', async () => {
    const city = await rows<{ code: string; short: string }>(
      `SELECT s.code, s.short_name AS "short" FROM school s JOIN municipality m ON m.id = s.municipality_id
       WHERE m.code = 'smolensk' ORDER BY s.short_name`,
    );
    const codes = Array.from({ length: 43 }, (_, index) => `smolensk-${String(index + 1).padStart(2, '0')}`);
    expect(city.map(({ code }) => code).sort()).toEqual(codes);
    const position = (short: string) => city.findIndex((school) => school.short === short);
    expect(position('МБОУ «СШ № 2»')).toBeGreaterThanOrEqual(0);
    expect(position('МБОУ «СШ № 2»')).toBeLessThan(position('МБОУ «СШ № 10»'));
  });

  test('the city has ten closed campaigns with all cards accepted and an open one in every state', async () => {
    const states = await rows<{ year: string; campaign: string; status: string; cards: number }>(
      `SELECT k.school_year AS "year", k.status::text AS "campaign", c.status::text, count(*)::int AS "cards"
       FROM card c JOIN campaign k ON k.id = c.campaign_id JOIN municipality m ON m.id = k.municipality_id
       WHERE m.code = 'smolensk' GROUP BY 1, 2, 3 ORDER BY 1, 3`,
    );
    const closed = states.filter(({ campaign }) => campaign === 'CLOSED');
    expect(closed).toEqual(
      Array.from({ length: 10 }, (_, index) => ({
        year: `${2010 + index}-${2011 + index}`,
        campaign: 'CLOSED',
        status: 'ACCEPTED',
        cards: 43,
      })),
    );
    const open = states.filter(({ campaign }) => campaign === 'OPEN');
    const count = (status: string) => open.find((state) => state.status === status)?.cards ?? 0;
    expect(new Set(open.map(({ year }) => year))).toEqual(new Set(['2020-2021']));
    expect(count('DRAFT') + count('RETURNED')).toBeGreaterThanOrEqual(8);
    expect(count('RETURNED')).toBeGreaterThanOrEqual(2);
    expect(count('SUBMITTED')).toBeGreaterThanOrEqual(5);
    expect(count('ACCEPTED')).toBeGreaterThanOrEqual(15);
    expect(open.reduce((sum, { cards }) => sum + cards, 0)).toBe(43);
  });

  test('smolensk-01 is a draft answered in part, other drafts were not begun', async () => {
    const drafts = await rows<{ code: string; begun: boolean; answered: number; applicable: number }>(
      `SELECT s.code, c.started_at IS NOT NULL AS "begun", c.answered, c.applicable FROM card c
       JOIN school s ON s.id = c.school_id JOIN campaign k ON k.id = c.campaign_id JOIN municipality m ON m.id = k.municipality_id
       WHERE m.code = 'smolensk' AND k.status = 'OPEN' AND c.status = 'DRAFT'`,
    );
    const first = drafts.find(({ code }) => code === 'smolensk-01');
    expect(first?.begun).toBe(true);
    expect(first?.answered).toBeGreaterThan(0);
    expect(first?.answered).toBeLessThan(first?.applicable ?? 0);
    expect(drafts.filter(({ begun }) => !begun).length).toBeGreaterThanOrEqual(2);
  });

  test('elsewhere two closed campaigns and an open one; results are those of the year before', async () => {
    const campaigns = await rows<{ years: string[]; states: string[] }>(
      `SELECT array_agg(k.school_year ORDER BY k.school_year) AS "years", array_agg(k.status::text ORDER BY k.school_year) AS "states"
       FROM campaign k JOIN municipality m ON m.id = k.municipality_id WHERE m.code <> 'smolensk' GROUP BY m.id`,
    );
    expect(campaigns).toHaveLength(26);
    for (const { years, states } of campaigns) {
      expect(years).toEqual(['2018-2019', '2019-2020', '2020-2021']);
      expect(states).toEqual(['CLOSED', 'CLOSED', 'OPEN']);
    }
    expect(
      await rows(`SELECT id FROM campaign WHERE left(results_year, 4)::int <> left(school_year, 4)::int - 1`),
    ).toEqual([]);
    expect(
      await rows(
        `SELECT c.id FROM card c JOIN campaign k ON k.id = c.campaign_id WHERE k.status = 'CLOSED' AND c.status <> 'ACCEPTED'`,
      ),
    ).toEqual([]);
  });

  test('5 schools of 43 on the list of 2018-2019, 8 on that of 2019-2020', async () => {
    const sizes = await rows(
      `SELECT k.school_year AS "year", count(*) FILTER (WHERE ls.included)::int AS "schools",
         count(*) FILTER (WHERE ls.proposed)::int AS "proposed"
       FROM confirmed_list l JOIN confirmed_list_school ls ON ls.list_id = l.id
       JOIN campaign k ON k.id = l.campaign_id JOIN municipality m ON m.id = l.municipality_id
       WHERE m.code = 'smolensk' AND l.track = 'LOW_RESULTS' AND l.superseded_at IS NULL GROUP BY 1 ORDER BY 1`,
    );
    expect(sizes).toEqual([
      { year: '2018-2019', schools: 5, proposed: 5 },
      { year: '2019-2020', schools: 8, proposed: 8 },
    ]);
  });

  test('49 accounts with the demonstration password and the scopes of their roles', async () => {
    const accounts = await rows<{ email: string; role: string; hash: string; school: string | null }>(
      `SELECT email, role::text, password_hash AS "hash", s.code AS "school" FROM account a LEFT JOIN school s ON s.id = a.school_id`,
    );
    const roleOf = (email: string) => accounts.find((account) => account.email === email)?.role;
    expect(accounts).toHaveLength(49);
    expect(roleOf('admin@demo.local')).toBe('ADMIN');
    expect(roleOf('soiro@demo.local')).toBe('REGION_COORDINATOR');
    expect(roleOf('moc@demo.local')).toBe('MOC_HEAD');
    expect(roleOf('metodist@demo.local')).toBe('MOC_STAFF');
    expect(roleOf('moc.vyazma@demo.local')).toBe('MOC_HEAD');
    for (let number = 1; number <= 43; number += 1) {
      const two = String(number).padStart(2, '0');
      const principal = accounts.find(({ email }) => email === `director${two}@demo.local`);
      expect(principal).toMatchObject({ role: 'PRINCIPAL', school: `smolensk-${two}` });
    }
    expect(accounts.find(({ email }) => email === 'director01.vyazma@demo.local')?.school).toBe('vyazma-01');
    for (const hash of new Set(accounts.map((account) => account.hash))) {
      expect(await fitsPassword(hash, 'smolensk-demo')).toBe(true);
      expect(await fitsPassword(hash, 'smolensk-demo ')).toBe(false);
    }
  });

  test('the default instrument is published by the region, frozen and marked as a proposal', async () => {
    const versions = await rows(
      `SELECT v.title, v.status::text, v.proposal, v.frozen_at IS NOT NULL AS "frozen", i.municipality_id AS "municipality",
         (SELECT count(*)::int FROM criterion c WHERE c.version_id = v.id) AS "criteria"
       FROM instrument_version v JOIN instrument i ON i.id = v.instrument_id`,
    );
    const title = 'Диагностическая карта, версия по умолчанию';
    expect(versions).toEqual([
      { title, status: 'PUBLISHED', proposal: true, frozen: true, municipality: null, criteria: 34 },
    ]);
  });
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
    expect(
      await rows(
        `SELECT action, count(*)::int FROM journal_entry WHERE action IN ('card.accept', 'list.confirm') GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { action: 'card.accept', count: (await rows(`SELECT FROM card WHERE status = 'ACCEPTED'`)).length },
      { action: 'list.confirm', count: (await rows(`SELECT FROM confirmed_list`)).length },
    ]);
    expect(
      await rows(
        `SELECT id FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS before FROM journal_entry) j WHERE at < before`,
      ),
    ).toEqual([]);
  });
});
