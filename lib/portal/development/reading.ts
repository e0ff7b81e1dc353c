import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { schoolYearAt } from '@/lib/domain/school-year';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { MENTORING_KINDS, PSYCHOLOGY_KINDS, urgentDeficits } from '@/lib/domain/support/development';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { newestListedYear, schoolNames, supportYears } from '@/lib/portal/support/queries';
import type { CourseView, DevelopmentView, RoutesView } from './views';

const MOST_ROWS = 300;
const MOST_URGENT = 8;

/** Everything about the development of teachers in a year, in the viewer's scope. */
export function developmentView(
  viewer: Viewer,
  asked: string | undefined,
  now: Date,
): Promise<Outcome<DevelopmentView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'development.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const names = await schoolNames(db, viewer);
    const named = (id: string) => names.get(id) ?? '';
    const pairs = await db.mentoringPair.findMany({ orderBy: [{ startsOn: 'desc' }, { id: 'asc' }], take: MOST_ROWS });
    const deficits = (await db.teacherDeficit.findMany({ where: { schoolYear }, take: 2000 })).map(
      ({ schoolId, subject, area, teachers, withDeficit }) => ({
        schoolId,
        school: named(schoolId),
        subject,
        area,
        teachers,
        withDeficit,
      }),
    );
    const psychology = await db.psychologyWork.findMany({
      orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
      take: MOST_ROWS,
    });
    const rights = {
      mentoring: may(viewer, 'mentoring.change'),
      deficits: may(viewer, 'deficit.change'),
      courses: may(viewer, 'course.change'),
      enrol: may(viewer, 'course.enrol'),
      routes: may(viewer, 'routes.change'),
      psychology: may(viewer, 'psychology.change'),
    };
    const writes = rights.mentoring || rights.deficits || rights.enrol || rights.psychology;
    return done({
      schoolYear,
      years: await supportYears(db),
      mentoring: pairs.map(({ startsOn, endsOn, ...pair }) => ({
        ...pair,
        mentorSchool: named(pair.mentorSchoolId),
        school: named(pair.schoolId),
        startsOn: isoDay(startsOn),
        endsOn: isoDayOrNull(endsOn),
      })),
      deficits,
      urgent: urgentDeficits(deficits).slice(0, MOST_URGENT),
      courses: await coursesOf(db, named),
      routes: await routesOf(db, viewer, schoolYear, named),
      psychology: psychology.map(({ id, schoolId, kind, heldOn, theme, sessions, participants }) => ({
        ...{ id, school: named(schoolId), kind, heldOn: isoDay(heldOn), theme, sessions, participants },
      })),
      schools: writes
        ? [...names].filter(([id]) => !viewer.schoolId || viewer.schoolId === id).map(([id, name]) => ({ id, name }))
        : [],
      may: rights,
    });
  });
}

async function coursesOf(db: ScopedDatabase, named: (id: string) => string): Promise<CourseView[]> {
  const courses = await db.course.findMany({
    include: { enrolments: true },
    orderBy: [{ active: 'desc' }, { startsOn: 'desc' }],
  });
  const ids = courses.map(({ id }) => id);
  const taken = await db.$queryRaw<{ id: string; enrolled: number; completed: number }[]>`
    SELECT course_id AS id, enrolled, completed FROM course_places_taken(${ids}::uuid[])`;
  return courses.map(({ enrolments, startsOn, endsOn, id, version, title, hours, places, audience, active }) => {
    const all = taken.find((one) => one.id === id);
    return {
      ...{ id, version, title, hours, places, audience, active, startsOn: isoDay(startsOn), endsOn: isoDay(endsOn) },
      ...{ enrolled: all?.enrolled ?? 0, completed: all?.completed ?? 0 },
      own: enrolments
        .filter(({ enrolled }) => enrolled > 0)
        .map(({ schoolId, enrolled, completed }) => ({ schoolId, school: named(schoolId), enrolled, completed }))
        .sort((a, b) => a.school.localeCompare(b.school, 'ru')),
    };
  });
}

/** The school reads its own numbers; everybody else what PostgreSQL lets out: no group under 5. */
async function routesOf(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolYear: string,
  named: (id: string) => string,
): Promise<RoutesView[]> {
  const rows =
    viewer.role === 'PRINCIPAL'
      ? await db.learningRoutes.findMany({ where: { schoolYear }, orderBy: [{ grade: 'asc' }, { subject: 'asc' }] })
      : await db.$queryRaw<Omit<RoutesView, 'school'>[]>`
          SELECT school_id AS "schoolId", grade, subject, routes, progressing, completed
          FROM learning_route_groups(${schoolYear}) ORDER BY school_id, grade, subject LIMIT ${MOST_ROWS}`;
  return rows.map(({ schoolId, grade, subject, routes, progressing, completed }) => ({
    ...{ schoolId, school: named(schoolId), grade, subject, routes, progressing, completed },
  }));
}

/** What development adds to the time line of a school: mentoring and the work of psychologists. */
export async function developmentFacts(db: ScopedDatabase, schoolId: string): Promise<TimelineFact[]> {
  const pairs = await db.mentoringPair.findMany({ where: { schoolId } });
  const works = await db.psychologyWork.findMany({ where: { schoolId } });
  const href = '/support/development';
  return [
    ...pairs.map(
      (pair): TimelineFact => ({
        on: isoDay(pair.startsOn),
        lane: 'PLANNED',
        title: `Наставничество: ${MENTORING_KINDS[pair.kind]}`,
        detail: pair.goal,
        href,
      }),
    ),
    ...works.map(
      (work): TimelineFact => ({
        on: isoDay(work.heldOn),
        lane: 'DONE',
        title: `${PSYCHOLOGY_KINDS[work.kind]}: ${work.theme}`,
        href,
      }),
    ),
  ];
}
