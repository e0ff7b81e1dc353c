import { forViewer } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { reviewsOfCells } from '@/lib/portal/objectivity-reviews/queries';
import { reviewStates, tableOf, threeYears, yearsWithResults } from './map-view';
import { storedOutcomes } from './stored-signs';
import type { SchoolObjectivityView } from './views';

const EVERYTHING = { grade: null, subject: null, sign: null };

/** A school's own cells of three years with all reviews; a principal opens the own school alone. */
export function schoolObjectivity(
  viewer: Viewer,
  schoolId: string,
  asked: string | undefined,
): Promise<Outcome<SchoolObjectivityView>> {
  return forViewer(viewer, async (db) => {
    const school = await db.school.findUnique({ where: { id: schoolId } });
    if (!school) return failed('NOT_FOUND', 'Школа не найдена.');
    const years = await yearsWithResults(db, { schoolId });
    const schoolYear = asked ?? years[0] ?? '';
    const shown = schoolYear ? threeYears(schoolYear) : [];
    const outcomes = await storedOutcomes(db, { schoolId, schoolYear: { in: shown } });
    // a school that moved keeps its past where it was
    const municipalityId = outcomes.at(-1)?.municipalityId ?? school.municipalityId;
    const place = { schoolId, municipalityId };
    const refused = refusal(viewer, 'objectivity.read', place);
    if (refused) return { ok: false, failure: refused };
    const states = await reviewStates(db, { schoolId, schoolYear: { in: shown } });
    const { columns, rows } = tableOf(outcomes, states, EVERYTHING);
    return done({
      school: { id: schoolId, code: school.code, name: school.shortName },
      ...{ municipalityId, years, schoolYear, columns },
      row: rows[0] ?? null,
      reviews: await reviewsOfCells(db, { schoolId }),
      mayMap: may(viewer, 'objectivity.map', place),
    });
  });
}
