import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { copyVersion } from '@/lib/portal/instruments/commands';
import { criteriaReport } from '@/lib/portal/instruments/queries';
import { reportChoiceSchema } from '@/lib/portal/instruments/schema';
import { type TestDatabase, testDatabase } from '../harness/database';

let db: TestDatabase;
let versionId: string;
let head: Viewer;
let region: Viewer;

beforeAll(async () => {
  db = await testDatabase({ demonstration: true });
  versionId = (await db.owner.instrumentVersion.findFirstOrThrow()).id;
  head = await viewerOf('moc@demo.local');
  region = await viewerOf('soiro@demo.local');
}, 180_000);
afterAll(() => db.close());

async function viewerOf(email: string): Promise<Viewer> {
  const account = await db.owner.account.findUniqueOrThrow({ where: { email } });
  const municipalities = await db.owner.municipality.findMany({ where: { regionId: account.regionId ?? '' } });
  const { id: accountId, name, role, regionId, municipalityId, schoolId } = account;
  const municipalityIds = municipalityId ? [municipalityId] : municipalities.map(({ id }) => id);
  return { accountId, email, name, role, regionId, municipalityId, schoolId, municipalityIds, preferences: {} };
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

const LATEST = { years: [], municipalityId: null };

/** Counted anew by plain SQL, past the portal's code: cards with a definite answer and those of them with a point. */
async function countedAnew(years: string[], municipalityId: string) {
  return db.owner.$queryRaw<{ code: string; cards: number; fires: number }[]>`
    SELECT k.code, count(*)::int AS cards, (count(*) FILTER (WHERE v.value = 'yes' OR cardinality(v.signs) > 0))::int AS fires
    FROM campaign m JOIN card c ON c.campaign_id = m.id JOIN answer a ON a.card_id = c.id JOIN criterion k ON k.id = a.criterion_id
    CROSS JOIN LATERAL (SELECT
      CASE WHEN a.verified_value IS NOT NULL THEN a.verified_value ELSE a.declared_value END AS value,
      CASE WHEN a.verified_is_list THEN a.verified_signs ELSE a.declared_signs END AS signs,
      a.verified_is_list OR a.declared_is_list AS is_list) v
    WHERE m.municipality_id = ${municipalityId}::uuid AND m.school_year = ANY (${years}) AND c.status = 'ACCEPTED'
      AND (v.value IN ('yes', 'no') OR v.is_list)
    GROUP BY k.code`;
}

it('counts cards and points of the chosen years as an independent query does', async () => {
  const years = ['2018-2019', '2019-2020'];
  const report = value(await criteriaReport(head, versionId, { years, municipalityId: null }));
  expect(report.cards).toBe(86);
  const counted = await countedAnew(years, head.municipalityId ?? '');
  const byCode = new Map(counted.map(({ code, cards, fires }) => [code, { cards, fires }]));
  expect(report.diagnoses).toHaveLength(34);
  for (const { code, cards, fires } of report.diagnoses) {
    expect({ code, cards, fires }).toEqual({ code, ...byCode.get(code) });
  }
});

it('looks at the latest three years unless told, and ignores years that it does not know', async () => {
  const chosen = (report: { years: { schoolYear: string; chosen: boolean }[] }) =>
    report.years.filter((year) => year.chosen).map((year) => year.schoolYear);
  expect(chosen(value(await criteriaReport(head, versionId, LATEST)))).toEqual(['2020-2021', '2019-2020', '2018-2019']);
  const odd = reportChoiceSchema.parse({ years: ['1999-2000', '2012-2013'], municipalityId: 'none' });
  expect(chosen(value(await criteriaReport(head, versionId, odd)))).toEqual(['2012-2013']);
});

it('covers the region for СОИРО, or one of its municipalities', async () => {
  const all = value(await criteriaReport(region, versionId, { years: ['2019-2020'], municipalityId: null }));
  expect(all.municipalities).toHaveLength(27);
  expect(all.cards).toBeGreaterThan(300);
  const one = value(
    await criteriaReport(region, versionId, { years: ['2019-2020'], municipalityId: head.municipalityId }),
  );
  expect(one.cards).toBe(43);
  const foreign = all.municipalities.find(({ id }) => id !== head.municipalityId);
  const asked = { years: ['2019-2020'], municipalityId: foreign?.id ?? null };
  expect(value(await criteriaReport(head, versionId, asked)).cards).toBe(43);
});

it('says honestly that nothing is known of a version that nobody used, and names criteria without a purpose', async () => {
  const copy = value(await copyVersion(head, versionId, { title: 'Новая', into: null }, new Date()));
  await db.owner.criterion.updateMany({ where: { versionId: copy.id, code: 'T1.OGE.01' }, data: { purpose: ' ' } });
  const report = value(await criteriaReport(head, copy.id, LATEST));
  expect(report).toMatchObject({ years: [], cards: 0 });
  expect(report.diagnoses.every(({ findings }) => findings.join() === 'TOO_FEW')).toBe(true);
  expect(report.groundless.map(({ code }) => code)).toEqual(['T1.OGE.01']);
});

it('is not for principals, and drafts of others are not found', async () => {
  const principal = await viewerOf('director01@demo.local');
  expect(await criteriaReport({ ...principal, municipalityIds: [] }, versionId, LATEST)).toMatchObject({
    failure: { code: 'FORBIDDEN' },
  });
  const copy = value(await copyVersion(head, versionId, { title: 'Новая', into: null }, new Date()));
  const other = await viewerOf('moc.vyazma@demo.local');
  expect(await criteriaReport(other, copy.id, LATEST)).toMatchObject({ failure: { code: 'NOT_FOUND' } });
});
