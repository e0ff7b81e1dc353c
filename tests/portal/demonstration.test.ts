import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fitsPassword } from '@/lib/access/password';
import { loadDemonstration } from '@/prisma/demo/load';
import { connect, rowsOf, type TestServer, testServer } from './demonstration-database';

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
    expect(counts.find(({ code }) => code === 'smolensk')).toMatchObject({ name: 'Город Смоленск', schools: 43 });
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
