/** Mentoring pairs, deficits, courses, routes and the work of psychologists, as counts. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { placesLeft } from '@/lib/domain/support/development';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { schoolNames, supportedSchool } from '@/lib/portal/support/queries';
import type { CourseInput, DeficitInput, EnrolmentInput, MentoringInput, PsychologyInput, RoutesInput } from './schema';

const NO_SCHOOL = 'Маршруты вносит школа.';
const fault = (path: string, message: string) => failed('INVALID', message, { errors: [{ path, message }] });

async function told(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  place: { id: string; municipalityId: string | null; schoolId?: string },
  what: { action: Action; subjectType: JournalRecord['subjectType']; to: unknown },
): Promise<void> {
  const { id, ...where } = place;
  await record(db, viewer, now, { ...what, ...where, subjectId: id });
}

/** Stores a new mentoring pair, or with `existing` the next version of one. */
export function keepMentoring(
  viewer: Viewer,
  { startsOn, endsOn, ...input }: MentoringInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'mentoring.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const names = await schoolNames(db, viewer);
    if (!municipalityId || !names.has(input.schoolId))
      return fault('schoolId', 'Выберите школу своего муниципалитета.');
    if (!names.has(input.mentorSchoolId)) return fault('mentorSchoolId', 'Выберите школу своего муниципалитета.');
    if (input.kind !== 'TEACHER' && input.schoolId === input.mentorSchoolId)
      return fault('mentorSchoolId', 'Выберите другую школу: пара — из двух школ.');
    const dates = { startsOn: new Date(startsOn), endsOn: endsOn === null ? null : new Date(endsOn) };
    const data = { ...input, ...dates, changedBy: viewer.name, changedAt: now };
    let id = existing?.id ?? '';
    if (existing) {
      const { version } = existing;
      const { count } = await db.mentoringPair.updateMany({
        where: { id, version, municipalityId },
        data: { ...data, version: version + 1 },
      });
      const current = await db.mentoringPair.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'Пара не найдена.');
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, пару изменили.', { extra: { current } });
    } else {
      ({ id } = await db.mentoringPair.create({ data: { ...data, municipalityId }, select: { id: true } }));
    }
    const place = { id, municipalityId, schoolId: input.schoolId };
    await told(db, viewer, now, place, { action: 'mentoring.change', subjectType: 'mentoring', to: input.status });
    return done({ id });
  });
}

/** Stores how many teachers of a subject have a deficit; the last word counts. */
export function keepDeficit(viewer: Viewer, input: DeficitInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const school = await supportedSchool(db, viewer, input.schoolId, 'deficit.change');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    const { schoolId, schoolYear, subject, area, teachers, withDeficit } = input;
    const changed = { teachers, withDeficit, changedBy: viewer.name, changedAt: now };
    await db.teacherDeficit.upsert({
      where: { schoolId_schoolYear_subject_area: { schoolId, schoolYear, subject, area } },
      create: { schoolId, schoolYear, subject, area, municipalityId, ...changed },
      update: { ...changed, version: { increment: 1 } },
    });
    const place = { id: schoolId, municipalityId, schoolId };
    await told(db, viewer, now, place, { action: 'deficit.change', subjectType: 'development', to: input });
    return done(undefined);
  });
}

/** Stores a course of the region, or with `existing` the next version of one; places never below what is taken. */
export function keepCourse(
  viewer: Viewer,
  { startsOn, endsOn, ...input }: CourseInput,
  now: Date,
  existing?: { id: string; version: number },
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db): Promise<Outcome<{ id: string }>> => {
    const { regionId } = viewer;
    const refused = refusal(viewer, 'course.change', { regionId });
    if (refused) return { ok: false, failure: refused };
    if (!regionId) return failed('FORBIDDEN', 'Программы ведёт СОИРО.');
    const data = {
      ...input,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
      changedBy: viewer.name,
      changedAt: now,
    };
    let id = existing?.id ?? '';
    if (existing) {
      await lockCourse(db, id);
      const taken = await placesTaken(db, id);
      if (input.places < taken) return fault('places', `Уже записано ${taken}: мест не может быть меньше.`);
      const { version } = existing;
      const { count } = await db.course.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
      const current = await db.course.findUnique({ where: { id } });
      if (!current) return failed('NOT_FOUND', 'Программа не найдена.');
      if (count === 0) return failed('STALE_VERSION', 'Пока вы писали, программу изменили.', { extra: { current } });
    } else {
      ({ id } = await db.course.create({ data: { ...data, regionId }, select: { id: true } }));
    }
    await told(
      db,
      viewer,
      now,
      { id, municipalityId: null },
      { action: 'course.change', subjectType: 'course', to: input.title },
    );
    return done({ id });
  });
}

/** Two schools never take the last place together: the second waits for the first. */
const lockCourse = (db: ScopedDatabase, id: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`course ${id}`}, 0))`;

async function placesTaken(db: ScopedDatabase, id: string): Promise<number> {
  const [row] = await db.$queryRaw<
    { enrolled: number }[]
  >`SELECT enrolled FROM course_places_taken(ARRAY[${id}]::uuid[])`;
  return row?.enrolled ?? 0;
}

/** How many of a school take part in a course and how many have completed it. */
export function enrol(
  viewer: Viewer,
  { courseId, schoolId, enrolled, completed }: EnrolmentInput,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const school = await supportedSchool(db, viewer, schoolId, 'course.enrol');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    await lockCourse(db, courseId);
    const course = await db.course.findUnique({ where: { id: courseId } });
    if (!course) return failed('NOT_FOUND', 'Программа не найдена.');
    if (!course.active) return failed('WRONG_STATE', 'Набор на эту программу закрыт.');
    const key = { courseId_schoolId: { courseId, schoolId } };
    const before = await db.courseEnrolment.findUnique({ where: key });
    const free = placesLeft(course.places, (await placesTaken(db, courseId)) - (before?.enrolled ?? 0));
    if (enrolled > free) return fault('enrolled', `Свободных мест ${free}: запишите не больше.`);
    const changed = { enrolled, completed, changedBy: viewer.name, changedAt: now };
    await db.courseEnrolment.upsert({
      where: key,
      create: { courseId, schoolId, municipalityId, ...changed },
      update: { ...changed, version: { increment: 1 } },
    });
    const place = { id: courseId, municipalityId, schoolId };
    await told(db, viewer, now, place, { action: 'course.enrol', subjectType: 'course', to: { enrolled, completed } });
    return done(undefined);
  });
}

/** Individual learning routes of a grade and subject, entered by the school as counts. */
export function keepRoutes(viewer: Viewer, input: RoutesInput, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const refused = refusal(viewer, 'routes.change');
    if (refused || !viewer.schoolId) return refused ? { ok: false, failure: refused } : failed('FORBIDDEN', NO_SCHOOL);
    const school = await supportedSchool(db, viewer, viewer.schoolId, 'routes.change');
    if (!school.ok) return school;
    const { id: schoolId, municipalityId } = school.value;
    const { schoolYear, grade, subject, routes, progressing, completed } = input;
    const changed = { routes, progressing, completed, changedBy: viewer.name, changedAt: now };
    await db.learningRoutes.upsert({
      where: { schoolId_schoolYear_grade_subject: { schoolId, schoolYear, grade, subject } },
      create: { schoolId, schoolYear, grade, subject, municipalityId, ...changed },
      update: { ...changed, version: { increment: 1 } },
    });
    // the numbers themselves stay out of the journal, which others read
    const place = { id: schoolId, municipalityId, schoolId };
    await told(db, viewer, now, place, {
      action: 'routes.change',
      subjectType: 'development',
      to: `${grade} класс, ${subject}`,
    });
    return done(undefined);
  });
}

/** Sessions of psychologists at a school, as counts. */
export function addPsychology(
  viewer: Viewer,
  { heldOn, ...input }: PsychologyInput,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, input.schoolId, 'psychology.change');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    const work = await db.psychologyWork.create({
      data: { ...input, heldOn: new Date(heldOn), municipalityId, changedBy: viewer.name, changedAt: now },
      select: { id: true },
    });
    const place = { id: work.id, municipalityId, schoolId: input.schoolId };
    await told(db, viewer, now, place, { action: 'psychology.change', subjectType: 'development', to: input.theme });
    return done(work);
  });
}
