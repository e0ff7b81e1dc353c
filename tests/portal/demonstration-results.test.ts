/**
 * The analytical report of the demonstration city against sums of our own in SQL over the stored evidence: the workbook's
 * formulas and the document's tables both say the same.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { usualTexts } from '@/lib/domain/reports/template';
import { formatNumber, formatPercent } from '@/lib/domain/russian';
import type { ReportSheet } from '@/lib/exchange/report-workbook';
import { numberIn } from '@/lib/exchange/sheet-formulas';
import { resultsReport } from '@/lib/portal/reports/results/kind';
import { resultsView } from '@/lib/portal/reports/results/reading';
import { resultsSheets } from '@/lib/portal/reports/results/workbook';
import { loadDemonstrationFiles } from '@/prisma/demo/load-files';
import { type TestDatabase, testDatabase } from '@/tests/harness/database';

const NOW = new Date('2026-11-27T09:00:00Z');
let database: TestDatabase;
let head: Viewer;
let municipalityId: string;

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  await loadDemonstrationFiles();
  const account = await database.owner.account.findUniqueOrThrow({ where: { email: 'moc@demo.local' } });
  municipalityId = account.municipalityId ?? '';
  head = {
    ...{ accountId: account.id, email: account.email, name: account.name, role: account.role, schoolId: null },
    ...{ regionId: account.regionId, municipalityId, municipalityIds: [municipalityId], preferences: {} },
  };
}, 600_000);
afterAll(() => database?.close());

/** The city's schools of the campaign of 2019-2020 with one line a fact of the year before, which it counts. */
const factsOf = (kind: string) => `
  SELECT f FROM evidence_unit u, jsonb_array_elements(u.facts) f
  WHERE u.state = 'IN_FORCE' AND u.kind = '${kind}' AND u.school_year = '2018-2019' AND u.school_id IN (
    SELECT c.school_id FROM card c JOIN campaign k ON k.id = c.campaign_id
    WHERE k.municipality_id = $1::uuid AND k.school_year = '2019-2020')`;

type Sums = Record<string, number | string>;
const sums = (sql: string) => database.owner.$queryRawUnsafe<Sums[]>(sql, municipalityId);

const sheetsOf = async (): Promise<Map<string, ReportSheet>> => {
  const view = await resultsView(head, { municipalityId, schoolYear: '2019-2020' });
  if (!view.ok) throw new Error(view.failure.detail);
  return new Map(resultsSheets(head, view.value, NOW).map((sheet) => [sheet.name, sheet]));
};
const rowsOf = (sheet: ReportSheet | undefined) =>
  sheet?.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : numberIn(cell)))) ?? [];

it('ОГЭ: participants, marks and shares by subject', async () => {
  const expected = await sums(`
    SELECT f->>'subject' AS subject, count(*)::int AS schools, sum((f->>'participants')::int)::int AS participants,
      (sum(2 * (f->>'n2')::int + 3 * (f->>'n3')::int + 4 * (f->>'n4')::int + 5 * (f->>'n5')::int)::float8
        / sum((f->>'participants')::int)) AS mark,
      (sum((f->>'n2')::int)::float8 / sum((f->>'participants')::int)) AS failed,
      (sum((f->>'n4')::int + (f->>'n5')::int)::float8 / sum((f->>'participants')::int)) AS quality
    FROM (${factsOf('GIA_AGGREGATE')}) facts WHERE f->>'exam' = 'OGE' AND (f->>'participants')::int > 0 GROUP BY 1`);
  const rows = rowsOf((await sheetsOf()).get('ОГЭ'));
  expect(rows).toHaveLength(expected.length);
  expect(expected.length).toBeGreaterThan(3);
  const asked = { municipalityId, schoolYear: '2019-2020', schoolId: null };
  const made = await resultsReport.document(head, asked, usualTexts(resultsReport.sections), NOW);
  const tables = made.ok ? made.value.document.blocks : [];
  for (const { subject, schools, participants, mark, failed, quality } of expected) {
    const row = rows.find(([, name]) => name === subject);
    expect(row?.slice(2, 4), String(subject)).toEqual([schools, participants]);
    for (const [at, value] of [mark, failed, quality].entries()) {
      expect(row?.[4 + at], String(subject)).toBeCloseTo(Number(value), 9);
    }
    const line = [formatNumber(Number(mark), 2), formatPercent(Number(failed)), formatPercent(Number(quality))];
    const shown = tables.flatMap((block) =>
      block.kind === 'table' && block.caption === 'ОГЭ по предметам' ? block.rows : [],
    );
    expect(shown.find(([name]) => name === subject)?.slice(3)).toEqual(line);
  }
});

it('ЕГЭ: points weighted by participants, below the minimum, high results', async () => {
  const expected = await sums(`
    SELECT f->>'subject' AS subject, sum((f->>'participants')::int)::int AS participants,
      (sum((f->>'meanScore')::float8 * (f->>'participants')::int) / sum((f->>'participants')::int)) AS score,
      (sum((f->>'belowMinimum')::int)::float8 / sum((f->>'participants')::int)) AS below,
      (sum((f->>'n81to99')::int)::float8 / sum((f->>'participants')::int)) AS high, sum((f->>'n100')::int)::int AS "full"
    FROM (${factsOf('GIA_AGGREGATE')}) facts
    WHERE f->>'exam' = 'EGE' AND f->>'level' IS NULL AND (f->>'participants')::int > 0 GROUP BY 1`);
  const rows = rowsOf((await sheetsOf()).get('ЕГЭ'));
  expect(expected.length).toBeGreaterThan(3);
  for (const { subject, participants, score, below, high, full } of expected) {
    const row = rows.find(([, name]) => name === subject);
    expect([row?.[3], row?.[7]], String(subject)).toEqual([participants, full]);
    for (const [at, value] of [score, below, high].entries()) expect(row?.[4 + at]).toBeCloseTo(Number(value), 9);
  }
});

it('ВПР: marks, and agreement with the journal', async () => {
  const expected = await sums(`
    SELECT (f->>'grade')::int AS grade, f->>'subject' AS subject, sum((f->>'participants')::int)::int AS works,
      (sum((f->>'n2')::int)::float8 / sum((f->>'participants')::int)) AS failed
    FROM (${factsOf('VPR_MARKS')}) facts GROUP BY 1, 2`);
  const journal = await sums(`
    SELECT (f->>'grade')::int AS grade, f->>'subject' AS subject,
      (sum((f->>'confirmed')::int)::float8
        / sum((f->>'lowered')::int + (f->>'confirmed')::int + (f->>'raised')::int)) AS confirmed
    FROM (${factsOf('VPR_JOURNAL')}) facts GROUP BY 1, 2`);
  const rows = rowsOf((await sheetsOf()).get('ВПР'));
  const of = (grade: unknown, subject: unknown) => rows.find((row) => row[0] === grade && row[1] === subject);
  expect(rows).toHaveLength(expected.length);
  for (const { grade, subject, works, failed } of expected) {
    expect(of(grade, subject)?.[3]).toBe(works);
    expect(of(grade, subject)?.[4]).toBeCloseTo(Number(failed), 9);
  }
  for (const { grade, subject, confirmed } of journal) {
    expect(of(grade, subject)?.at(-1)).toBeCloseTo(Number(confirmed), 9);
  }
});

it('ВсОШ: participants, winners and prize-winners by subject of the municipal stage', async () => {
  const expected = await sums(`
    SELECT f->>'subject' AS subject, sum((f->>'participants')::int)::int AS participants,
      sum((f->>'winners')::int)::int AS winners, sum((f->>'prizeWinners')::int)::int AS "prizeWinners"
    FROM (${factsOf('OLYMPIAD')}) facts
    WHERE f->>'stage' = 'MUNICIPAL' AND f->>'subject' <> 'Все предметы' AND (f->>'participants')::int > 0 GROUP BY 1`);
  const rows = rowsOf((await sheetsOf()).get('ВсОШ')).filter(([stage]) => stage === 'Муниципальный');
  expect(expected.length).toBeGreaterThan(3);
  for (const { subject, participants, winners, prizeWinners } of expected) {
    expect(rows.find(([, name]) => name === subject)?.slice(3, 6)).toEqual([participants, winners, prizeWinners]);
  }
});

it('no row of the data sheets is a group of fewer than five', async () => {
  const places: Readonly<Record<string, number>> = {
    'Данные ГИА': 4,
    'Данные ВПР': 4,
    'Данные журнала': 3,
    'Данные ВсОШ': 4,
  };
  const sheets = await sheetsOf();
  for (const [name, column] of Object.entries(places)) {
    const counts = rowsOf(sheets.get(name)).map((row) => Number(row[column]));
    expect(counts.length, name).toBeGreaterThan(100);
    expect(Math.min(...counts), name).toBeGreaterThanOrEqual(5);
  }
});
