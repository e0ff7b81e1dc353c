/** «Результат × доверие»: a low result that can be relied on asks for other support than a good one in doubt. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { trustOf } from '@/lib/domain/objectivity/trust';
import { factsOfSchools, schoolsOfYear, type TwoYears } from './facts-of-schools';
import { yearsWithResults } from './map-view';
import { trustBySchool } from './school-signs';
import type { ObjectivityPlaneView } from './views';

/** The plane of a municipality in a school year, the newest with results unless told. */
export function objectivityPlane(
  viewer: Viewer,
  municipalityId: string,
  asked: string | undefined,
): Promise<Outcome<ObjectivityPlaneView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'objectivity.map', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId } });
    if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const years = await yearsWithResults(db, { municipalityId });
    const schoolYear = asked ?? years[0] ?? '';
    const schools = schoolYear ? await schoolsOfYear(db, municipalityId, schoolYear) : [];
    const trust = await trustBySchool(db, municipalityId, schoolYear);
    const sums = await sumsOfYear(db, municipalityId, schoolYear);
    const ids = schools.map((school) => school.id);
    const facts = ids.length > 0 ? await factsOfSchools(db, ids, schoolYear) : new Map<string, TwoYears>();
    const points = schools.map(({ id, code, shortName }) => ({
      schoolId: id,
      schoolCode: code,
      name: shortName,
      negativeSum: sums.get(id)?.negativeSum ?? null,
      maximum: sums.get(id)?.maximum ?? null,
      meanMark: meanMark(facts.get(id)),
      trust: trust.get(id) ?? trustOf([]),
    }));
    return done({ municipalityId, municipalityName: municipality.name, schoolYear, years, points });
  });
}

/** By school: the first table of the accepted cards that count the year. */
async function sumsOfYear(
  db: ScopedDatabase,
  municipalityId: string,
  resultsYear: string,
): Promise<Map<string, { negativeSum: number; maximum: number }>> {
  const rows = await db.$queryRaw<{ schoolId: string; negativeSum: number; maximum: number }[]>`
    SELECT s.school_id AS "schoolId", s.negative_sum AS "negativeSum", s.maximum
    FROM campaign k
    JOIN card c ON c.campaign_id = k.id AND c.status = 'ACCEPTED'
    JOIN card_table_score s ON s.card_id = c.id
    WHERE k.municipality_id = ${municipalityId}::uuid AND k.results_year = ${resultsYear} AND s.table_code = (
      SELECT t.code FROM instrument_table t WHERE t.version_id = k.instrument_version_id ORDER BY t.position LIMIT 1)`;
  return new Map(rows.map(({ schoolId, ...sums }) => [schoolId, sums]));
}

/** The mean mark of ВПР over all works of the year, 2…5, weighted by pupils. */
function meanMark(years: TwoYears | undefined): number | null {
  let [pupils, sum] = [0, 0];
  for (const { n2, n3, n4, n5 } of years?.current.VPR_MARKS ?? []) {
    pupils += n2 + n3 + n4 + n5;
    sum += 2 * n2 + 3 * n3 + 4 * n4 + 5 * n5;
  }
  return pupils === 0 ? null : sum / pupils;
}
