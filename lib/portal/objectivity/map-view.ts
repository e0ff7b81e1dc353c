/** «Карта объективности»: schools × (grade, subject) × three years. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { ObjectivityReviewState } from '@/lib/db/generated/enums';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { SignCode } from '@/lib/domain/objectivity/signs';
import { isDecided } from '@/lib/domain/objectivity-review';
import { shiftSchoolYear } from '@/lib/domain/school-year';
import type { StoredOutcome } from './stored-signs';
import { signName, storedOutcomes } from './stored-signs';
import type { MapCell, MapColumn, MapFilter, MapRow, ObjectivityMapView } from './views';

/** How many years stand beside each other. */
const YEARS = 3;
const NO_MUNICIPALITY = failed('NOT_FOUND', 'Муниципалитет не найден. Проверьте адрес или вернитесь к анализу.');
const byName = new Intl.Collator('ru', { numeric: true });

/** The map of a municipality for the three years that end with `schoolYear` (the newest with results unless told). */
export function objectivityMap(
  viewer: Viewer,
  municipalityId: string,
  schoolYear: string | undefined,
  filter: MapFilter,
): Promise<Outcome<ObjectivityMapView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'objectivity.map', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId } });
    if (!municipality) return NO_MUNICIPALITY;
    const years = await yearsWithResults(db, { municipalityId });
    const newest = schoolYear ?? years[0];
    const shown = newest ? threeYears(newest) : [];
    const outcomes = await storedOutcomes(db, { municipalityId, schoolYear: { in: shown } });
    const states = await reviewStates(db, { municipalityId, schoolYear: { in: shown } });
    return done({
      municipalityId,
      municipalityName: municipality.name,
      schoolYear: newest ?? '',
      years,
      shown,
      grades: [...new Set(outcomes.map((one) => one.grade))].sort((a, b) => a - b),
      subjects: [...new Set(outcomes.map((one) => one.subject))].sort(byName.compare),
      filter,
      ...tableOf(outcomes, states, filter),
    });
  });
}

export function threeYears(newest: string): string[] {
  return Array.from({ length: YEARS }, (_, back) => shiftSchoolYear(newest, back - YEARS + 1));
}

/** School years with stored signs, the newest first. */
export async function yearsWithResults(
  db: ScopedDatabase,
  where: { municipalityId: string } | { schoolId: string },
): Promise<string[]> {
  const rows = await db.objectivityResult.findMany({ where, select: { schoolYear: true }, distinct: ['schoolYear'] });
  return rows.map((row) => row.schoolYear).sort((a, b) => b.localeCompare(a));
}

/** The state of each review by `signName`. */
export async function reviewStates(
  db: ScopedDatabase,
  where: { municipalityId: string; schoolYear: { in: string[] } } | { schoolId: string; schoolYear: { in: string[] } },
): Promise<Map<string, ObjectivityReviewState>> {
  const reviews = await db.objectivityReview.findMany({ where });
  return new Map(reviews.map((review) => [signName(review), review.state]));
}

/** Columns and rows of what the filter leaves; a school without any result among it is left out. */
export function tableOf(
  outcomes: readonly StoredOutcome[],
  states: ReadonlyMap<string, ObjectivityReviewState>,
  filter: MapFilter,
): { columns: MapColumn[]; rows: MapRow[] } {
  const asked = outcomes.filter(
    (one) =>
      (filter.grade === null || one.grade === filter.grade) &&
      (filter.subject === null || one.subject === filter.subject),
  );
  const places = new Map(asked.map((one) => [columnName(one), one]));
  const schools = new Map(asked.map((one) => [one.schoolId, one]));
  const cells = new Map(
    asked.map((one) => [`${one.schoolId}|${columnName(one)}`, cellOf(one, states, filter.sign)] as const),
  );
  const rows = [...schools.values()].map((school): MapRow => {
    const row = [...places.keys()].map((name) => cells.get(`${school.schoolId}|${name}`) ?? null);
    return {
      schoolId: school.schoolId,
      schoolCode: school.schoolCode,
      name: school.schoolName,
      signs: row.reduce((sum, cell) => sum + (cell?.signs.length ?? 0), 0),
      cells: row,
    };
  });
  const columns = [...places.values()].map(({ schoolYear, grade, subject }, at) => ({
    schoolYear,
    grade,
    subject,
    schools: rows.filter((row) => (row.cells[at]?.signs.length ?? 0) > 0).length,
  }));
  return { columns, rows: rows.sort((a, b) => b.signs - a.signs || byName.compare(a.name, b.name)) };
}

const columnName = (one: { schoolYear: string; grade: number; subject: string }) =>
  `${one.schoolYear}|${one.grade}|${one.subject}`;

function cellOf(
  outcome: StoredOutcome,
  states: ReadonlyMap<string, ObjectivityReviewState>,
  sign: SignCode | null,
): MapCell {
  const asked = outcome.signs.filter((one) => sign === null || one.code === sign);
  const found = asked.filter((one) => one.result === 'SIGN').map((one) => one.code);
  const stateOf = (code: SignCode) => states.get(signName({ ...outcome, sign: code }));
  const withdrawn = found.filter((code) => stateOf(code) === 'WITHDRAWN');
  const signs = found.filter((code) => !withdrawn.includes(code));
  return {
    result:
      signs.length > 0
        ? 'SIGN'
        : asked.some((one) => one.result === 'NO_SIGN') || withdrawn.length > 0
          ? 'NO_SIGN'
          : 'NO_DATA',
    signs,
    withdrawn,
    confirmed: signs.filter((code) => stateOf(code) === 'CONFIRMED'),
    inReview: signs.some((code) => {
      const state = stateOf(code);
      return state !== undefined && !isDecided(state);
    }),
  };
}
