/** One page of support for a school: what was found → recommended → planned → done → changed. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, type Outcome } from '@/lib/domain/failure';
import { dayOf, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { contactsSchema, nextStep, type StepCode } from '@/lib/domain/support/case';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { gapsOf, type SupportState } from '@/lib/domain/support/gaps';
import { inOrderOfTime, type TimelineFact } from '@/lib/domain/support/timeline';
import { decisionFacts } from '@/lib/portal/decisions/queries';
import { developmentFacts } from '@/lib/portal/development/queries';
import { participationFacts } from '@/lib/portal/event-participation/queries';
import { examinationFacts } from '@/lib/portal/examinations/queries';
import { partnershipFacts } from '@/lib/portal/partnerships/queries';
import { programmeFacts } from '@/lib/portal/programmes/queries';
import { recommendationFacts } from '@/lib/portal/recommendations/queries';
import { riskFacts } from '@/lib/portal/risks/queries';
import { centrePeople, newestListedYear, supportedSchool, supportYears } from '@/lib/portal/support/queries';
import { dayToLookAt, stepViews } from './board';
import { supportStates } from './state';
import type { CaseView, SchoolSupport } from './views';

const WHOLE = {
  steps: true,
  entries: { orderBy: [{ happenedOn: 'desc' }, { createdAt: 'desc' }] },
  list: true,
} satisfies Prisma.SupportCaseInclude;
type StoredCase = Prisma.SupportCaseGetPayload<{ include: typeof WHOLE }>;

export function schoolSupport(
  viewer: Viewer,
  schoolId: string,
  asked: string | undefined,
  now: Date,
): Promise<Outcome<SchoolSupport>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, schoolId, 'support.read');
    if (!school.ok) return school;
    const { code, shortName, municipalityId } = school.value;
    const cases = await db.supportCase.findMany({
      where: { schoolId },
      include: WHOLE,
      orderBy: { schoolYear: 'desc' },
    });
    const schoolYear = asked ?? cases[0]?.schoolYear ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const support = cases.find((one) => one.schoolYear === schoolYear) ?? null;
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId }, select: { name: true } });
    const since = support ? dayOf(support.openedAt) : dayOf(now);
    const state = (await supportStates(db, [{ id: schoolId, shortName, since }], schoolYear)).get(schoolId);
    const view = support && state ? await caseView(db, viewer, support, state, now) : null;
    const sums = await sumsOf(db, schoolId);
    const live = state?.recommendations.filter(({ status }) => status !== 'DRAFT' && status !== 'CANCELLED') ?? [];
    const target = { schoolId, municipalityId };
    return done({
      ...{ schoolId, schoolCode: code, schoolName: shortName, municipality: municipality?.name ?? '', schoolYear },
      years: await supportYears(db),
      curators: [...(state?.curators ?? [])],
      case: view,
      next: view?.status === 'OPEN' ? nextStep(view.steps) : null,
      sums,
      counts: {
        findings: viewer.role === 'PRINCIPAL' && !state?.examination?.finished ? 0 : (state?.findings ?? 0),
        recommendations: live.length,
        recommendationsDone: live.filter(({ status }) => status === 'DONE').length,
        measures: state?.measures.length ?? 0,
        measuresDone: state?.measures.filter((measure) => measure.done).length ?? 0,
      },
      timeline: await timelineOf(db, viewer, { schoolId, schoolYear }, support, sums, now),
      gaps: state && viewer.role !== 'PRINCIPAL' && view ? gapsOf(state, dayToLookAt(schoolYear, now)) : [],
      mayOpen: view === null && may(viewer, 'case.open', target),
    });
  });
}

/** All that happened to the school, on one line; other parts tell their own facts. */
async function timelineOf(
  db: ScopedDatabase,
  viewer: Viewer,
  { schoolId, schoolYear }: { schoolId: string; schoolYear: string },
  support: StoredCase | null,
  sums: SchoolSupport['sums'],
  now: Date,
): Promise<TimelineFact[]> {
  const facts = [
    ...(await examinationFacts(db, viewer, schoolId, now)),
    ...(await riskFacts(db, schoolId)),
    ...(await recommendationFacts(db, schoolId, now)),
    ...(await programmeFacts(db, schoolId, now)),
    ...(await partnershipFacts(db, schoolId, now)),
    ...(await decisionFacts(db, schoolId, now)),
    ...(await developmentFacts(db, schoolId)),
    ...(await participationFacts(db, schoolId)),
    ...sumFacts(sums),
    ...(support ? caseFacts(support) : []),
  ];
  // an earlier year's sum is no part of this story
  const from = `${Number(schoolYear.slice(0, 4)) - 1}-09-01`;
  return inOrderOfTime(facts.filter(({ on }) => on >= from));
}

function sumFacts(sums: SchoolSupport['sums']): TimelineFact[] {
  return sums.flatMap(({ schoolYear, negativeSum, maximum }, index): TimelineFact[] => {
    const before = sums[index - 1];
    if (!before) return [];
    const change = negativeSum - before.negativeSum;
    const words = change === 0 ? 'не изменилась' : change < 0 ? `снизилась на ${-change}` : `выросла на ${change}`;
    return [
      {
        on: `${schoolYear.slice(0, 4)}-11-01`,
        lane: 'CHANGED',
        title: `Сумма карты ${formatSchoolYear(schoolYear)}: ${negativeSum} из ${maximum}`,
        detail: words,
      },
    ];
  });
}

function caseFacts(support: StoredCase): TimelineFact[] {
  const { openedAt, closedAt, closeGround, entries, list } = support;
  const opened: TimelineFact = {
    on: dayOf(openedAt),
    lane: 'PLANNED',
    title: 'Открыто сопровождение школы',
    ...(list && { detail: `список, приказ № ${list.orderNumber} от ${formatDate(list.orderDate)}` }),
  };
  const told = entries.map(
    ({ kind, happenedOn, text, concern }): TimelineFact => ({
      on: isoDay(happenedOn),
      lane: kind === 'CONCERN' ? 'FOUND' : 'DONE',
      title: { NOTE: 'Запись', REVIEW: 'Рассмотрен ход поддержки', CONCERN: 'Тревога' }[kind],
      detail: text,
      ...(concern === 'RECORDED' || concern === 'ESCALATED' ? { late: true } : {}),
    }),
  );
  const closed: TimelineFact[] = closedAt
    ? [{ on: dayOf(closedAt), lane: 'CHANGED', title: 'Поддержка завершена', detail: closeGround ?? '' }]
    : [];
  return [opened, ...told, ...closed];
}

/** Sums of the accepted cards by year, oldest first, and whether the school stood on a list. */
async function sumsOf(db: ScopedDatabase, schoolId: string): Promise<SchoolSupport['sums']> {
  const cards = await db.card.findMany({
    where: { schoolId, status: 'ACCEPTED' },
    orderBy: { campaign: { schoolYear: 'asc' } },
    select: { campaign: { select: { schoolYear: true } }, tableScores: true },
  });
  const listed = await db.confirmedListSchool.findMany({
    where: { schoolId, included: true, list: { supersededAt: null, track: 'LOW_RESULTS' } },
    select: { list: { select: { campaign: { select: { schoolYear: true } } } } },
  });
  const years = new Set(listed.map(({ list }) => list.campaign.schoolYear));
  return cards.flatMap(({ campaign: { schoolYear }, tableScores }) => {
    const table = tableScores.find(({ tableCode }) => tableCode === 'T1') ?? tableScores[0];
    return table
      ? [{ schoolYear, negativeSum: table.negativeSum, maximum: table.maximum, listed: years.has(schoolYear) }]
      : [];
  });
}

async function caseView(
  db: ScopedDatabase,
  viewer: Viewer,
  support: StoredCase,
  state: SupportState,
  now: Date,
): Promise<CaseView> {
  const { id, version, schoolId, municipalityId, schoolYear, status, list } = support;
  const target = { schoolId, municipalityId };
  const open = status === 'OPEN';
  const contacts = contactsSchema.safeParse(support.contacts);
  return {
    ...{ id, version, schoolYear, status, ground: support.ground },
    orderNumber: list ? `№ ${list.orderNumber} от ${formatDate(list.orderDate)}` : null,
    ...{ openedAt: support.openedAt, openedBy: support.openedBy },
    ...{ closedAt: support.closedAt, closedBy: support.closedBy, closeGround: support.closeGround },
    nextReviewOn: isoDayOrNull(support.nextReviewOn),
    contacts: contacts.success ? contacts.data : [],
    steps: stepViews(support.steps, dayOf(now)),
    said: saidOf(state),
    entries: support.entries.map((entry) => ({
      ...{ id: entry.id, kind: entry.kind, text: entry.text, shared: entry.shared, version: entry.version },
      ...{ concern: entry.concern, escalatedTo: entry.escalatedTo, resolution: entry.resolution },
      ...{ happenedOn: isoDay(entry.happenedOn), nextOn: isoDayOrNull(entry.nextOn), author: entry.authorName },
    })),
    people: await centrePeople(db, municipalityId),
    mayChange: open && may(viewer, 'case.change', target),
    mayClose: open && may(viewer, 'case.close', target),
  };
}

const PROGRAMME_WORDS = {
  DRAFT: 'программа пишется школой',
  SUBMITTED: 'программа ждёт решения МОЦ',
  RETURNED: 'программа возвращена школе',
  APPROVED: 'программа утверждена',
  RUNNING: 'программа выполняется',
  FINISHED: 'программа завершена',
} as const;

/** What the data say beside a step, so that it is not marked against them. */
function saidOf({
  curators,
  examination,
  programme,
  partners,
  reviewedOn,
}: SupportState): Partial<Record<StepCode, string>> {
  return {
    CURATOR: curators.length > 0 ? curators.join(', ') : 'куратор не назначен',
    EXAMINED: examination
      ? examination.finished
        ? 'обследование завершено'
        : `обследование идёт, срок ${formatDate(new Date(examination.endsOn))}`
      : 'обследование не запланировано',
    PROGRAMME: programme ? PROGRAMME_WORDS[programme.status] : 'программы нет',
    PARTNER: partners > 0 ? 'партнёр согласован' : 'партнёра нет',
    ...(reviewedOn && { REVIEWED: `последний раз ${formatDate(new Date(reviewedOn))}` }),
  };
}
