import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { isoDay } from '@/lib/domain/support/days';
import {
  addresseeInWords,
  answeredBySchool,
  isOverdue,
  mayBecome,
  type RecommendationStatus,
} from '@/lib/domain/support/recommendation';
import { riskFactorsSchema } from '@/lib/domain/support/risk';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import { criteriaOfSchool, listedSchools, newestListedYear, supportYears } from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import { draftsOfSchool } from './drafting';
import type { RecommendationJson } from './schema';
import { openedRecommendation, recommendationJson, type StoredRecommendation, WHOLE } from './stored';
import type { DraftingView, Grounds, RecommendationList, RecommendationRow, RecommendationView } from './views';

function rowOf(viewer: Viewer, stored: StoredRecommendation, today: string): RecommendationRow {
  const { id, version, schoolId, municipalityId, school, addressee, subject, text, status } = stored;
  const dueOn = isoDay(stored.dueOn);
  return {
    ...{ id, version, schoolId, schoolName: school.shortName, addressee, subject, text, status, dueOn },
    overdue: isOverdue({ status, dueOn }, today),
    mayIssue: status === 'DRAFT' && may(viewer, 'recommendation.issue', { schoolId, municipalityId }),
  };
}

export interface RecommendationFilter {
  schoolYear?: string | undefined;
  schoolId?: string | undefined;
  status?: RecommendationStatus | undefined;
  overdue?: boolean;
}

/** Recommendations of a year in the viewer's scope, the overdue first, then by school and day. */
export function recommendationList(
  viewer: Viewer,
  filter: RecommendationFilter,
  now: Date,
): Promise<Outcome<RecommendationList>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = filter.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const all = await db.recommendation.findMany({
      where: { schoolYear },
      include: WHOLE,
      orderBy: [{ school: { code: 'asc' } }, { dueOn: 'asc' }, { id: 'asc' }],
    });
    const today = dayOf(now);
    const rows = all.map((one) => rowOf(viewer, one, today));
    const count = (...statuses: RecommendationStatus[]) =>
      rows.filter(({ status }) => statuses.includes(status)).length;
    const schools = new Map(rows.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
    return done({
      schoolYear,
      years: await supportYears(db),
      schools: [...schools].map(([id, name]) => ({ id, name })),
      rows: rows
        .filter(
          (row) =>
            (!filter.schoolId || row.schoolId === filter.schoolId) &&
            (!filter.status || row.status === filter.status) &&
            (!filter.overdue || row.overdue),
        )
        .sort((a, b) => Number(b.overdue) - Number(a.overdue)),
      counts: {
        drafts: count('DRAFT'),
        waiting: count('ISSUED', 'ANSWERED'),
        overdue: rows.filter(({ overdue }) => overdue).length,
        done: count('DONE'),
        notDone: count('NOT_DONE'),
      },
      mayDraft: may(viewer, 'recommendation.draft'),
      mayIssue: may(viewer, 'recommendation.issue'),
    });
  });
}

/** From what a recommendation to a school can follow. */
async function groundsOf(db: ScopedDatabase, schoolId: string, schoolYear: string): Promise<Grounds> {
  const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
  const profile = await db.riskProfile.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } });
  return {
    criteria: criteria.filter(({ points }) => points > 0).map(({ code, text, points }) => ({ code, text, points })),
    risks: profile ? riskFactorsSchema.parse(profile.factors).map(({ code, title }) => ({ code, title })) : [],
    findings: await db.finding.findMany({
      where: { schoolId, examination: { schoolYear, status: { not: 'CANCELLED' } } },
      orderBy: { id: 'asc' },
      select: { id: true, text: true },
    }),
  };
}

const NO_GROUNDS: Grounds = { findings: [], criteria: [], risks: [] };

/** What the form of a new recommendation offers; with a school, also the drafts of the library. */
export function draftingView(
  viewer: Viewer,
  asked: { schoolYear?: string | undefined; schoolId?: string | undefined },
  now: Date,
): Promise<Outcome<DraftingView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'recommendation.draft');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const listed = await listedSchools(db, { schoolYear });
    const examined = await db.examination.findMany({
      where: { schoolYear },
      distinct: ['schoolId'],
      select: { school: { select: { id: true, code: true, shortName: true } } },
    });
    const all = new Map([...listed, ...examined.map(({ school }) => school)].map((one) => [one.id, one]));
    const schools = [...all.values()]
      .sort((a, b) => a.code.localeCompare(b.code))
      .map(({ id, shortName }) => ({ id, name: shortName }));
    const school = schools.find(({ id }) => id === asked.schoolId) ?? null;
    return done({
      schoolYear,
      years: await supportYears(db),
      schools,
      school,
      grounds: school ? await groundsOf(db, school.id, schoolYear) : NO_GROUNDS,
      drafts: school ? await draftsOfSchool(db, school.id, viewer.municipalityId ?? '', schoolYear) : [],
    });
  });
}

export function recommendationView(viewer: Viewer, id: string, now: Date): Promise<Outcome<RecommendationView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedRecommendation(db, viewer, id, 'support.read');
    if (!opened.ok) return opened;
    const { recommendation } = opened.value;
    const { schoolId, municipalityId, schoolYear, status, addressee } = recommendation;
    const target = { schoolId, municipalityId };
    const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
    const profile = await db.riskProfile.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } });
    const titles = new Map(
      profile ? riskFactorsSchema.parse(profile.factors).map(({ code, title }) => [code, title]) : [],
    );
    const mayChange = status === 'DRAFT' && may(viewer, 'recommendation.draft', target);
    const bySchool = viewer.role === 'PRINCIPAL';
    return done({
      ...rowOf(viewer, recommendation, dayOf(now)),
      schoolYear,
      finding: recommendation.finding,
      criteria: recommendation.criteria.map((code) => ({
        code,
        text: criteria.find((one) => one.code === code)?.text ?? '',
      })),
      risks: recommendation.risks.map((code) => ({ code, title: titles.get(code) ?? '' })),
      ...{
        answer: recommendation.answer,
        answeredBy: recommendation.answeredBy,
        answeredAt: recommendation.answeredAt,
      },
      ...{ outcome: recommendation.outcome, checkedBy: recommendation.checkedBy, checkedAt: recommendation.checkedAt },
      ...{ issuedBy: recommendation.issuedBy, issuedAt: recommendation.issuedAt },
      grounds: mayChange ? await groundsOf(db, schoolId, schoolYear) : null,
      files: (await supportFilesOf(db, viewer, 'recommendation', [id])).get(id) ?? [],
      mayChange,
      mayAnswer:
        mayBecome(status, 'ANSWERED') &&
        (!bySchool || answeredBySchool(addressee)) &&
        may(viewer, 'recommendation.answer', target),
      mayCheck: mayBecome(status, 'DONE') && may(viewer, 'recommendation.check', target),
      mayCancel: mayBecome(status, 'CANCELLED') && may(viewer, 'recommendation.issue', target),
      mayAttach: may(viewer, 'support.attach', target),
    });
  });
}

/** Recommendations in the viewer's scope for the API, the newest day first. */
export function recommendationsInScope(
  viewer: Viewer,
  { schoolId, schoolYear, status, ...paging }: Paging & Omit<RecommendationFilter, 'overdue'>,
): Promise<Outcome<Page<RecommendationJson>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const where = { ...(schoolId && { schoolId }), ...(schoolYear && { schoolYear }), ...(status && { status }) };
    const total = await db.recommendation.count({ where });
    const rows = await db.recommendation.findMany({
      where,
      include: WHOLE,
      orderBy: [{ dueOn: 'desc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    return done({ items: rows.map(recommendationJson), ...paging, total });
  });
}

export function recommendationOf(viewer: Viewer, id: string): Promise<Outcome<RecommendationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedRecommendation(db, viewer, id, 'support.read');
    return opened.ok ? done(recommendationJson(opened.value.recommendation)) : opened;
  });
}

/** Why the viewer may not do this with it; asked before a wrong body is refused. */
export async function refusalOfRecommendation(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const opened = await forViewer(viewer, (db) => openedRecommendation(db, viewer, id, action));
  return opened.ok ? null : opened.failure;
}

/** What recommendations add to the time line of a school: issued, carried out, overdue. */
export async function recommendationFacts(db: ScopedDatabase, schoolId: string, now: Date): Promise<TimelineFact[]> {
  const today = dayOf(now);
  const rows = await db.recommendation.findMany({ where: { schoolId, status: { notIn: ['DRAFT', 'CANCELLED'] } } });
  return rows.flatMap((one): TimelineFact[] => {
    const href = `/support/recommendations/${one.id}`;
    const whom = addresseeInWords(one.addressee, one.subject);
    const late = isOverdue({ status: one.status, dueOn: isoDay(one.dueOn) }, today);
    const issued: TimelineFact = {
      on: dayOf(one.issuedAt ?? one.createdAt),
      lane: 'RECOMMENDED',
      title: one.text,
      detail: whom,
      href,
      ...(late && { late }),
    };
    if (one.status !== 'DONE' || !one.checkedAt) return [issued];
    return [
      issued,
      {
        on: dayOf(one.checkedAt),
        lane: 'DONE',
        title: `Рекомендация выполнена: ${one.text}`,
        detail: one.outcome,
        href,
      },
    ];
  });
}
