/** In which subjects and grades ВПР shows signs: how many schools, for the overview of a municipality. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { type SchoolSubject, schoolsByWork } from '@/lib/domain/dashboard/works';
import { done, type Outcome } from '@/lib/domain/failure';
import { signsBySchool } from '@/lib/portal/objectivity/queries';
import type { SubjectSigns } from './views';

/** Of the results of one school year, without signs that a re-check took away. */
export function subjectSigns(
  viewer: Viewer,
  municipalityId: string,
  resultsYear: string,
): Promise<Outcome<SubjectSigns>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'dashboard.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const signs = await signsBySchool(db, municipalityId, resultsYear);
    const found = [...signs].flatMap(([schoolId, one]): SchoolSubject[] =>
      one.found.map(({ subject, grade }) => ({ schoolId, subject, grade })),
    );
    return done({ resultsYear, schools: signs.size, ...schoolsByWork(found) });
  });
}
