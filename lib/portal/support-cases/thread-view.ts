import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { MEASURE_STATES, readProgramme } from '@/lib/domain/programme/content';
import { nextSchoolYear, schoolYearAt } from '@/lib/domain/school-year';
import { RECOMMENDATION_STATUSES } from '@/lib/domain/support/recommendation';
import { groundless, type ThreadInput, threadsOf } from '@/lib/domain/support/thread';
import { dictionaryOf } from '@/lib/portal/failure-matrix/queries';
import { criteriaOfSchool, newestListedYear, supportedSchool, supportYears } from '@/lib/portal/support/queries';
import type { ThreadView } from './views';

/** The thread of each criterion of a school, from sign to effect. */
export function threadView(
  viewer: Viewer,
  schoolId: string,
  asked: string | undefined,
  now: Date,
): Promise<Outcome<ThreadView>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, schoolId, 'support.read');
    if (!school.ok) return school;
    const { shortName, municipalityId } = school.value;
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const input = await threadInput(db, viewer, schoolId, schoolYear);
    const { causes } = await dictionaryOf(db, municipalityId);
    return done({
      ...{ schoolId, schoolName: shortName, schoolYear, years: await supportYears(db) },
      threads: threadsOf(input),
      groundless: groundless(input.measures),
      causes: Object.fromEntries(causes.map(({ code, text }) => [code, text])),
    });
  });
}

/** What the thread of a school is made of. */
export async function threadInput(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  schoolYear: string,
): Promise<ThreadInput> {
  const after = await criteriaOfSchool(db, schoolId, nextSchoolYear(schoolYear));
  const findings = await db.finding.findMany({
    where: {
      schoolId,
      examination: { schoolYear, status: viewer.role === 'PRINCIPAL' ? 'FINISHED' : { not: 'CANCELLED' } },
    },
    orderBy: { id: 'asc' },
  });
  const recommendations = await db.recommendation.findMany({
    where: { schoolId, schoolYear, status: { not: 'CANCELLED' } },
    orderBy: { id: 'asc' },
  });
  const programme = await db.programme.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } });
  const partnerships = await db.partnershipSchool.findMany({
    where: { schoolId },
    select: { partnership: { select: { id: true, title: true } } },
  });
  const partners = new Map(partnerships.map(({ partnership }) => [partnership.id, partnership.title]));
  return {
    criteria: await criteriaOfSchool(db, schoolId, schoolYear),
    findings,
    recommendations: recommendations.map(({ id, text, findingId, criteria, status }) => ({
      ...{ id, text, findingId, criteria, status: RECOMMENDATION_STATUSES[status] },
    })),
    measures: programme
      ? readProgramme(programme.content).measures.map((measure) => ({
          ...measure,
          state: MEASURE_STATES[measure.state],
          partnership: measure.partnershipId ? (partners.get(measure.partnershipId) ?? null) : null,
        }))
      : [],
    next: after.length > 0 ? Object.fromEntries(after.map(({ code, points }) => [code, points])) : null,
  };
}
