/** The plan of examinations of a year as a schedule by school, and what can be chosen when one is planned. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { isLate } from '@/lib/domain/support/examination';
import { centrePeople, listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import { type StoredExamination, WHOLE } from './stored';
import type { PlanCell, PlanChoices, PlanView } from './views';

export interface PlanFilter {
  schoolYear?: string | undefined;
  /** only where the viewer owns a part */
  mine?: boolean;
  /** only with a late part */
  late?: boolean;
}

export function planCell(part: StoredExamination['parts'][number], today: string): PlanCell {
  const dueOn = isoDayOrNull(part.dueOn);
  return {
    partId: part.id,
    kind: part.kind,
    title: part.title,
    state: part.state,
    dueOn,
    owner: part.ownerName,
    late: isLate({ state: part.state, dueOn }, today),
  };
}

/** Examinations of a school year in the viewer's scope, by school; without a year, those of the newest list. */
export function examinationPlan(viewer: Viewer, filter: PlanFilter, now: Date): Promise<Outcome<PlanView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = filter.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const [examinations, years] = [
      await db.examination.findMany({
        where: {
          schoolYear,
          ...(filter.mine && { parts: { some: { ownerId: viewer.accountId } } }),
        },
        include: { ...WHOLE, findings: { select: { id: true } } },
        orderBy: [{ school: { code: 'asc' } }, { startsOn: 'asc' }],
      }),
      await supportYears(db),
    ];
    const today = dayOf(now);
    const rows = examinations.map((one) => ({
      id: one.id,
      schoolCode: one.school.code,
      schoolName: one.school.shortName,
      title: one.title,
      status: one.status,
      startsOn: isoDay(one.startsOn),
      endsOn: isoDay(one.endsOn),
      findings: viewer.role === 'PRINCIPAL' && one.status !== 'FINISHED' ? 0 : one.findings.length,
      cells: one.parts.map((part) => planCell(part, today)),
    }));
    return done({
      schoolYear,
      years,
      rows: filter.late ? rows.filter(({ cells }) => cells.some(({ late }) => late)) : rows,
      mayPlan: may(viewer, 'examination.change'),
    });
  });
}

/** Schools and people for a new plan; the schools of that year's list come first. */
export function planChoices(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<PlanChoices>> {
  return forViewer(viewer, async (db) => {
    const municipalityId = viewer.municipalityId;
    const refused = refusal(viewer, 'examination.change', { municipalityId });
    if (refused || !municipalityId) {
      return { ok: false, failure: refused ?? { code: 'FORBIDDEN', detail: 'Обследования планирует МОЦ.' } };
    }
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const listed = new Set((await listedSchools(db, { schoolYear })).map(({ id }) => id));
    const led = await ledElsewhere(db, viewer);
    const schools = await db.school.findMany({
      where: { municipalityId, closedOn: null },
      orderBy: { code: 'asc' },
      select: { id: true, code: true, shortName: true, examinations: { where: { schoolYear }, select: { id: true } } },
    });
    return done({
      schoolYear,
      years: await supportYears(db),
      schools: schools
        .filter(({ id }) => !led.has(id))
        .map(({ id, code, shortName, examinations }) => ({
          id,
          code,
          name: shortName,
          listed: listed.has(id),
          planned: examinations.length > 0,
        })),
      people: await centrePeople(db, municipalityId),
    });
  });
}

/** Schools that other staff lead: they are not this viewer's to plan. */
async function ledElsewhere(db: ScopedDatabase, viewer: Viewer): Promise<Set<string>> {
  if (viewer.role !== 'MOC_STAFF') return new Set();
  const curators = await db.curatorship.findMany({
    where: { endedOn: null },
    select: { schoolId: true, accountId: true },
  });
  const own = new Set(
    curators.filter(({ accountId }) => accountId === viewer.accountId).map(({ schoolId }) => schoolId),
  );
  return new Set(curators.map(({ schoolId }) => schoolId).filter((id) => !own.has(id)));
}
