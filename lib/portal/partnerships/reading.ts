import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { isoDayOrNull } from '@/lib/domain/support/days';
import { PARTNERSHIP_STATUSES, readPlan } from '@/lib/domain/support/partnership';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import { listedSchools, newestListedYear, schoolNames, supportYears } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { PartnershipJson } from './schema';
import { openedPartnership, partnershipJson, type StoredPartnership, WHOLE } from './stored';
import type { PartnerChoices, PartnershipList, PartnershipRow, PartnershipView } from './views';

function rowOf(stored: StoredPartnership, names: ReadonlyMap<string, string>, today: string): PartnershipRow {
  const plan = readPlan(stored.plan);
  const coming = plan.filter(({ on }) => on !== '' && on >= today).sort((a, b) => a.on.localeCompare(b.on));
  return {
    ...{ id: stored.id, title: stored.title, status: stored.status },
    host: names.get(stored.hostSchoolId) ?? '',
    schools: stored.schools.map(({ schoolId }) => names.get(schoolId) ?? ''),
    nextEvent: coming[0] ?? null,
    events: plan.length,
  };
}

export function partnershipList(
  viewer: Viewer,
  asked: string | undefined,
  now: Date,
): Promise<Outcome<PartnershipList>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'partnership.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const rows = await db.partnership.findMany({ where: { schoolYear }, include: WHOLE, orderBy: { title: 'asc' } });
    const names = await schoolNames(db, viewer);
    const today = dayOf(now);
    return done({
      schoolYear,
      years: await supportYears(db),
      rows: rows.map((one) => rowOf(one, names, today)),
      mayChange: may(viewer, 'partnership.change'),
    });
  });
}

export function partnershipView(viewer: Viewer, id: string, now: Date): Promise<Outcome<PartnershipView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedPartnership(db, viewer, id, 'partnership.read');
    if (!opened.ok) return opened;
    const stored = opened.value;
    const { municipalityId } = stored;
    return done({
      ...rowOf(stored, await schoolNames(db, viewer), dayOf(now)),
      ...{ version: stored.version, schoolYear: stored.schoolYear, agreementNumber: stored.agreementNumber },
      reasons: viewer.role === 'PRINCIPAL' ? [] : stored.reasons,
      agreedOn: isoDayOrNull(stored.agreedOn),
      plan: readPlan(stored.plan),
      ...{ outcome: stored.outcome, changedBy: stored.changedBy, changedAt: stored.changedAt },
      files: (await supportFilesOf(db, viewer, 'partnership', [id])).get(id) ?? [],
      mayChange: may(viewer, 'partnership.change', { municipalityId }),
      mayAgree: may(viewer, 'partnership.agree', { municipalityId }),
    });
  });
}

export function partnerChoices(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<PartnerChoices>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'partnership.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return failed('FORBIDDEN', 'Партнёрства предлагает МОЦ.');
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const listed = new Set((await listedSchools(db, { schoolYear })).map(({ id }) => id));
    const schools = await db.school.findMany({
      where: { municipalityId, closedOn: null },
      orderBy: { code: 'asc' },
      select: { id: true, shortName: true },
    });
    return done({
      schoolYear,
      schools: schools.map(({ id, shortName }) => ({ id, name: shortName, listed: listed.has(id) })),
    });
  });
}

export function partnershipsInScope(
  viewer: Viewer,
  { schoolId, schoolYear, ...paging }: Paging & { schoolId?: string | undefined; schoolYear?: string | undefined },
): Promise<Outcome<Page<PartnershipJson>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'partnership.read');
    if (refused) return { ok: false, failure: refused };
    const where = {
      ...(schoolYear && { schoolYear }),
      ...(schoolId && { OR: [{ hostSchoolId: schoolId }, { schools: { some: { schoolId } } }] }),
    };
    const total = await db.partnership.count({ where });
    const rows = await db.partnership.findMany({
      where,
      include: WHOLE,
      orderBy: [{ schoolYear: 'desc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    return done({ items: rows.map((row) => partnershipJson(viewer, row)), ...paging, total });
  });
}

export function partnershipOf(viewer: Viewer, id: string): Promise<Outcome<PartnershipJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedPartnership(db, viewer, id, 'partnership.read');
    return opened.ok ? done(partnershipJson(viewer, opened.value)) : opened;
  });
}

export async function refusalOfPartnership(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const opened = await forViewer(viewer, (db) => openedPartnership(db, viewer, id, action));
  return opened.ok ? null : opened.failure;
}

/** What partnerships add to the time line of a school: the agreement, joint events, what came of it. */
export async function partnershipFacts(db: ScopedDatabase, schoolId: string, now: Date): Promise<TimelineFact[]> {
  const today = dayOf(now);
  const rows = await db.partnershipSchool.findMany({
    where: { schoolId, partnership: { status: { in: ['AGREED', 'RUNNING', 'FINISHED'] } } },
    select: { partnership: true },
  });
  return rows.flatMap(({ partnership }): TimelineFact[] => {
    const href = `/support/partners/${partnership.id}`;
    const agreedOn = isoDayOrNull(partnership.agreedOn);
    return [
      ...(agreedOn
        ? [
            {
              on: agreedOn,
              lane: 'PLANNED' as const,
              title: partnership.title,
              detail: PARTNERSHIP_STATUSES[partnership.status],
              href,
            },
          ]
        : []),
      ...readPlan(partnership.plan).flatMap(({ on, title, form, outcome }): TimelineFact[] =>
        on === ''
          ? []
          : [
              {
                on,
                lane: on <= today ? 'DONE' : 'PLANNED',
                title: form ? `${title} (${form})` : title,
                detail: outcome,
                href,
              },
            ],
      ),
    ];
  });
}
