/** The supported schools of a year with where each stands, and the finder of gaps over them. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { CaseStep } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { nextSchoolYear, schoolYearAt } from '@/lib/domain/school-year';
import { CASE_STEPS, isStepLate, nextStep } from '@/lib/domain/support/case';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { gapsOf } from '@/lib/domain/support/gaps';
import { listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import { supportStates } from './state';
import type { GapsView, StepView, SupportBoard, SupportRow } from './views';

export function stepViews(steps: readonly CaseStep[], today: string): StepView[] {
  return CASE_STEPS.flatMap(({ code }) => {
    const step = steps.find((one) => one.code === code);
    if (!step) return [];
    const { state, ownerId, ownerName, doneAt, note, version } = step;
    const dueOn = isoDayOrNull(step.dueOn);
    return [
      {
        code,
        state,
        ownerId,
        owner: ownerName,
        dueOn,
        doneAt,
        note,
        version,
        late: isStepLate({ code, state, dueOn }, today),
      },
    ];
  });
}

/**
 * A year is looked at as of its end: gaps of a past year are those that stayed open when it ended, so that an old year does
 * not fill with what nobody could do any more.
 */
export function dayToLookAt(schoolYear: string, now: Date): string {
  const end = `${nextSchoolYear(schoolYear).slice(0, 4)}-08-31`;
  const today = dayOf(now);
  return today < end ? today : end;
}

export interface BoardFilter {
  schoolYear?: string | undefined;
  mine?: boolean;
  /** with a late step, an open concern or a gap */
  stuck?: boolean;
  watched?: boolean;
}

/** Schools of the list and those with a case; a principal sees the own school alone. */
export function supportBoard(viewer: Viewer, filter: BoardFilter, now: Date): Promise<Outcome<SupportBoard>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = filter.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const { schools, cases } = await supportedOf(db, schoolYear);
    const states = await supportStates(db, schools, schoolYear);
    const curated = await db.curatorship.findMany({
      where: { accountId: viewer.accountId, endedOn: null },
      select: { schoolId: true },
    });
    const mine = new Set(curated.map(({ schoolId }) => schoolId));
    const watch =
      viewer.role === 'PRINCIPAL'
        ? []
        : await db.watchEntry.findMany({ where: { endedAt: null }, select: { schoolId: true } });
    const watched = new Set(watch.map(({ schoolId }) => schoolId));
    const today = dayOf(now);
    const rows = schools.map((school): SupportRow => {
      const support = cases.find(({ schoolId }) => schoolId === school.id);
      const steps = stepViews(support?.steps ?? [], today);
      const state = states.get(school.id);
      return {
        schoolId: school.id,
        schoolCode: school.code,
        schoolName: school.shortName,
        municipality: school.municipality,
        caseId: support?.id ?? null,
        status: support?.status ?? null,
        steps,
        curators: [...(state?.curators ?? [])],
        next: support?.status === 'OPEN' ? nextStep(steps) : null,
        nextReviewOn: isoDayOrNull(support?.nextReviewOn ?? null),
        openConcerns: state?.openConcerns ?? 0,
        watched: watched.has(school.id),
        gaps: state ? gapsOf(state, dayToLookAt(schoolYear, now)).length : 0,
      };
    });
    return done({
      schoolYear,
      years: await supportYears(db),
      rows: rows.filter(
        (row) =>
          (!filter.mine || mine.has(row.schoolId)) &&
          (!filter.watched || row.watched) &&
          (!filter.stuck || row.openConcerns > 0 || row.gaps > 0 || row.steps.some(({ late }) => late)),
      ),
      unopened: may(viewer, 'case.open')
        ? rows
            .filter(({ caseId }) => caseId === null)
            .map(({ schoolId, schoolName }) => ({ id: schoolId, name: schoolName }))
        : [],
      mayOpen: may(viewer, 'case.open'),
      mayAssign: may(viewer, 'curator.assign'),
    });
  });
}

async function supportedOf(db: ScopedDatabase, schoolYear: string) {
  const listed = await listedSchools(db, { schoolYear });
  const cases = await db.supportCase.findMany({
    where: { schoolYear },
    include: { steps: true, school: { select: { id: true, code: true, shortName: true } } },
  });
  const municipalities = await db.municipality.findMany({ select: { id: true, name: true } });
  const names = new Map(municipalities.map(({ id, name }) => [id, name]));
  const all = new Map(
    [
      ...cases.map(({ school, municipalityId, openedAt }) => ({ ...school, municipalityId, since: dayOf(openedAt) })),
      ...listed.map(({ orderDate, ...school }) => ({ ...school, since: isoDay(orderDate) })),
    ].map((school) => [school.id, { ...school, municipality: names.get(school.municipalityId) ?? '' }]),
  );
  const schools = [...all.values()].sort((a, b) => a.code.localeCompare(b.code));
  return { schools, cases };
}

/** What is missing, school by school: what, who, since when. */
export function gapsView(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<GapsView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.overview');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const { schools } = await supportedOf(db, schoolYear);
    const states = await supportStates(db, schools, schoolYear);
    const day = dayToLookAt(schoolYear, now);
    const rows = schools.flatMap(({ id, shortName }) => {
      const state = states.get(id);
      return state ? gapsOf(state, day).map((gap) => ({ ...gap, schoolId: id, schoolName: shortName })) : [];
    });
    return done({ schoolYear, years: await supportYears(db), schools: schools.length, rows });
  });
}
