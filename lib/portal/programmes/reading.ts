import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, type Outcome } from '@/lib/domain/failure';
import type { SignOutcome } from '@/lib/domain/objectivity/signs';
import { readProgramme } from '@/lib/domain/programme/content';
import { isMeasureLate, missingIn } from '@/lib/domain/programme/progress';
import { dayOf } from '@/lib/domain/russian';
import { schoolYearAt } from '@/lib/domain/school-year';
import { isLateOn, isoDay } from '@/lib/domain/support/days';
import { riskFactorsSchema } from '@/lib/domain/support/risk';
import type { TimelineFact } from '@/lib/domain/support/timeline';
import { type Page, type Paging, pageOfRows } from '@/lib/portal/paging';
import {
  criteriaOfSchool,
  listedSchools,
  newestListedYear,
  schoolNames,
  supportYears,
} from '@/lib/portal/support/queries';
import { supportFilesOf } from '@/lib/portal/support-files/queries';
import type { ProgrammeJson } from './schema';
import { openedProgramme, programmeJson, type StoredProgramme, WHOLE } from './stored';
import type { BeginChoices, LateLine, ProgrammeGrounds, ProgrammeList, ProgrammeView, RevisionsView } from './views';

/** Programmes of a year in the viewer's scope and what of them is late. */
export function programmeList(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<ProgrammeList>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestListedYear(db)) ?? schoolYearAt(now);
    const programmes = await db.programme.findMany({
      where: { schoolYear },
      include: WHOLE,
      orderBy: { school: { code: 'asc' } },
    });
    const today = dayOf(now);
    const late = programmes.flatMap((one) => lateLines(one, today));
    return done({
      schoolYear,
      years: await supportYears(db),
      rows: programmes.map((one) => {
        const { measures } = readProgramme(one.content);
        return {
          ...{
            id: one.id,
            schoolId: one.schoolId,
            schoolName: one.school.shortName,
            title: one.title,
            status: one.status,
          },
          measures: measures.length,
          measuresDone: measures.filter(({ state }) => state === 'DONE').length,
          late: late.filter(({ programmeId }) => programmeId === one.id).length,
          changedAt: one.changedAt,
        };
      }),
      late: late.sort((a, b) => a.since.localeCompare(b.since)),
      mayBegin: may(viewer, 'programme.begin'),
      mayEditTemplates: may(viewer, 'programme.template'),
    });
  });
}

function lateLines(programme: StoredProgramme, today: string): LateLine[] {
  const { id, school, status, stages } = programme;
  if (status === 'FINISHED') return [];
  const line = (what: string, who: string, since: string) => ({
    programmeId: id,
    schoolName: school.shortName,
    what,
    who,
    since,
  });
  const { measures } = readProgramme(programme.content);
  const running = status === 'APPROVED' || status === 'RUNNING';
  return [
    ...(running
      ? measures
          .filter((measure) => isMeasureLate(measure, today))
          .map(({ title, endsOn, responsible }) => line(`мера «${title}»`, responsible || 'школа', endsOn))
      : []),
    ...stages.flatMap(({ title, dueOn, reportedAt, assessedAt }) => {
      const due = isoDay(dueOn);
      if (!isLateOn(due, today) || assessedAt !== null) return [];
      return [
        reportedAt === null
          ? line(`отчёт этапа «${title}»`, 'школа', due)
          : line(`оценка этапа «${title}»`, 'МОЦ', due),
      ];
    }),
    ...(programme.dueOn && (status === 'DRAFT' || status === 'RETURNED') && isLateOn(isoDay(programme.dueOn), today)
      ? [line('программа не отправлена', 'школа', isoDay(programme.dueOn))]
      : []),
  ];
}

/** The newest year in which the viewer's schools were listed or examined: a programme answers to that. */
async function newestSupportYear(db: ScopedDatabase): Promise<string | undefined> {
  const examination = await db.examination.findFirst({
    where: { status: { not: 'CANCELLED' } },
    orderBy: { schoolYear: 'desc' },
    select: { schoolYear: true },
  });
  return [await newestListedYear(db), examination?.schoolYear]
    .filter((year) => typeof year === 'string')
    .sort()
    .at(-1);
}

/** What a new programme can start from. */
export function beginChoices(viewer: Viewer, asked: string | undefined, now: Date): Promise<Outcome<BeginChoices>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'programme.begin');
    if (refused) return { ok: false, failure: refused };
    const schoolYear = asked ?? (await newestSupportYear(db)) ?? schoolYearAt(now);
    const there = new Set(
      (await db.programme.findMany({ where: { schoolYear }, select: { schoolId: true } })).map(
        ({ schoolId }) => schoolId,
      ),
    );
    const names = await schoolNames(db, viewer);
    const listed = await listedSchools(db, { schoolYear });
    const ids = viewer.schoolId
      ? [viewer.schoolId]
      : listed.length > 0
        ? listed.map(({ id }) => id)
        : [...names.keys()];
    const templates = await db.programmeTemplate.findMany({
      where: { active: true },
      orderBy: { title: 'asc' },
      select: { id: true, title: true },
    });
    const last = viewer.schoolId ? await db.programme.count({ where: { schoolId: viewer.schoolId } }) : 1;
    return done({
      schoolYear,
      schools: ids.map((id) => ({ id, name: names.get(id) ?? '', has: there.has(id) })),
      templates,
      hasLast: last > 0,
    });
  });
}

export function programmeView(viewer: Viewer, id: string, now: Date): Promise<Outcome<ProgrammeView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, 'support.read');
    if (!opened.ok) return opened;
    const { programme, school } = opened.value;
    const { schoolId, municipalityId, schoolYear, status, stages } = programme;
    const content = readProgramme(programme.content);
    const target = { schoolId, municipalityId };
    const today = dayOf(now);
    const allowed = (action: Action, ...statuses: StoredProgramme['status'][]) =>
      statuses.includes(status) && may(viewer, action, target);
    const stageFiles = await supportFilesOf(
      db,
      viewer,
      'programme-stage',
      stages.map((stage) => stage.id),
    );
    const writes = may(viewer, 'programme.change', target);
    return done({
      ...{
        id,
        version: programme.version,
        schoolId,
        schoolName: school.shortName,
        schoolYear,
        title: programme.title,
        status,
      },
      content,
      facts: await factsOf(db, schoolId),
      grounds: await groundsOf(db, viewer, schoolId, schoolYear),
      missing: missingIn(content),
      returnComment: programme.returnComment,
      ...{ submittedBy: programme.submittedBy, submittedAt: programme.submittedAt },
      ...{ approvedBy: programme.approvedBy, approvedAt: programme.approvedAt, summary: programme.summary },
      ...{ changedBy: programme.changedBy, changedAt: programme.changedAt },
      stages: stages.map((stage) => {
        const dueOn = isoDay(stage.dueOn);
        const late = isLateOn(dueOn, today) && stage.assessedAt === null && status !== 'FINISHED';
        return { ...stage, dueOn, late, files: stageFiles.get(stage.id) ?? [] };
      }),
      revisions: await db.programmeRevision.count({ where: { programmeId: id } }),
      files: (await supportFilesOf(db, viewer, 'programme', [id])).get(id) ?? [],
      editing: !writes
        ? null
        : status === 'DRAFT' || status === 'RETURNED'
          ? 'WHOLE'
          : status === 'APPROVED' || status === 'RUNNING'
            ? 'RUNNING'
            : null,
      maySubmit: allowed('programme.submit', 'DRAFT', 'RETURNED'),
      mayReturn: allowed('programme.return', 'SUBMITTED'),
      mayApprove: allowed('programme.approve', 'SUBMITTED'),
      mayRun: allowed('programme.change', 'APPROVED'),
      mayFinish: allowed('programme.finish', 'APPROVED', 'RUNNING'),
      mayReport: allowed('programme.report', 'APPROVED', 'RUNNING'),
      mayAssess: allowed('programme.assess', 'APPROVED', 'RUNNING'),
      mayTemplate: may(viewer, 'programme.template', target),
      mayAttach: may(viewer, 'support.attach', target),
    });
  });
}

/** Facts of indicators from the data of the portal: sum and share of the accepted cards, signs of biased results. */
async function factsOf(db: ScopedDatabase, schoolId: string): Promise<ProgrammeView['facts']> {
  const cards = await db.card.findMany({
    where: { schoolId, status: 'ACCEPTED' },
    select: { negativeSum: true, maximum: true, campaign: { select: { schoolYear: true } } },
  });
  const results = await db.objectivityResult.findMany({
    where: { schoolId },
    select: { schoolYear: true, signs: true },
  });
  const signs = new Map<string, number>();
  for (const { schoolYear, signs: found } of results) {
    const count = (found as unknown as SignOutcome[]).filter(({ result }) => result === 'SIGN').length;
    signs.set(schoolYear, (signs.get(schoolYear) ?? 0) + count);
  }
  const byYear = (value: (card: (typeof cards)[number]) => number) =>
    Object.fromEntries(cards.map((card) => [card.campaign.schoolYear, value(card)]));
  return {
    NEGATIVE_SUM: byYear(({ negativeSum }) => negativeSum),
    NEGATIVE_SHARE: byYear(({ negativeSum, maximum }) =>
      maximum === 0 ? 0 : Math.round((1000 * negativeSum) / maximum) / 10,
    ),
    BIAS_SIGNS: Object.fromEntries(signs),
  };
}

async function groundsOf(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  schoolYear: string,
): Promise<ProgrammeGrounds> {
  const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
  const examined =
    viewer.role === 'PRINCIPAL' ? { status: 'FINISHED' as const } : { status: { not: 'CANCELLED' as const } };
  const profile = await db.riskProfile.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } });
  const partnerships = await db.partnershipSchool.findMany({
    where: { schoolId, partnership: { status: { in: ['AGREED', 'RUNNING', 'FINISHED'] } } },
    select: { partnership: { select: { id: true, title: true } } },
  });
  return {
    criteria: criteria.filter(({ points }) => points > 0).map(({ code, text, points }) => ({ code, text, points })),
    findings: await db.finding.findMany({
      where: { schoolId, examination: { schoolYear, ...examined } },
      orderBy: { id: 'asc' },
      select: { id: true, text: true },
    }),
    recommendations: await db.recommendation.findMany({
      where: { schoolId, schoolYear, status: { notIn: ['DRAFT', 'CANCELLED'] } },
      orderBy: { id: 'asc' },
      select: { id: true, text: true },
    }),
    partnerships: partnerships.map(({ partnership }) => partnership),
    risks:
      profile && (viewer.role !== 'PRINCIPAL' || profile.status !== 'DRAFT')
        ? riskFactorsSchema.parse(profile.factors).map(({ code, title }) => ({ code, title }))
        : [],
  };
}

/** The programme as it was submitted, returned, approved, newest first. */
export function programmeRevisions(viewer: Viewer, id: string): Promise<Outcome<RevisionsView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, 'support.read');
    if (!opened.ok) return opened;
    const revisions = await db.programmeRevision.findMany({ where: { programmeId: id }, orderBy: { number: 'desc' } });
    return done({
      ...{ id, title: opened.value.programme.title, schoolName: opened.value.school.shortName },
      revisions: revisions.map(({ number, status, comment, by, at, content }) => ({
        ...{ number, status, comment, by, at, content: readProgramme(content) },
      })),
    });
  });
}

export function programmesInScope(
  viewer: Viewer,
  { schoolId, schoolYear, ...paging }: Paging & { schoolId?: string | undefined; schoolYear?: string | undefined },
): Promise<Outcome<Page<ProgrammeJson>>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'support.read');
    if (refused) return { ok: false, failure: refused };
    const where = { ...(schoolId && { schoolId }), ...(schoolYear && { schoolYear }) };
    const total = await db.programme.count({ where });
    const rows = await db.programme.findMany({
      where,
      include: WHOLE,
      orderBy: [{ schoolYear: 'desc' }, { id: 'asc' }],
      ...pageOfRows(paging),
    });
    return done({ items: rows.map(programmeJson), ...paging, total });
  });
}

export function programmeOf(viewer: Viewer, id: string): Promise<Outcome<ProgrammeJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, 'support.read');
    return opened.ok ? done(programmeJson(opened.value.programme)) : opened;
  });
}

export async function refusalOfProgramme(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const opened = await forViewer(viewer, (db) => openedProgramme(db, viewer, id, action));
  return opened.ok ? null : opened.failure;
}

/** What programmes add to the time line: approved, measures, looks of monitoring, the end. */
export async function programmeFacts(db: ScopedDatabase, schoolId: string, now: Date): Promise<TimelineFact[]> {
  const today = dayOf(now);
  const programmes = await db.programme.findMany({ where: { schoolId }, include: { stages: true } });
  return programmes.flatMap((programme): TimelineFact[] => {
    const href = `/support/programmes/${programme.id}`;
    const { measures } = readProgramme(programme.content);
    const dated = measures.filter(({ endsOn, state }) => endsOn !== '' && state !== 'CANCELLED');
    return [
      ...(programme.approvedAt
        ? [{ on: dayOf(programme.approvedAt), lane: 'PLANNED' as const, title: 'Программа перехода утверждена', href }]
        : []),
      ...dated.map(
        (measure): TimelineFact => ({
          on: measure.endsOn,
          lane: measure.state === 'DONE' ? 'DONE' : 'PLANNED',
          title: measure.title,
          detail: measure.responsible,
          href,
          ...(isMeasureLate(measure, today) && programme.status !== 'FINISHED' && { late: true }),
        }),
      ),
      ...programme.stages.flatMap(({ title, reportedAt, assessment }): TimelineFact[] =>
        reportedAt
          ? [
              {
                on: dayOf(reportedAt),
                lane: 'DONE',
                title: `Отчёт этапа «${title}»`,
                detail: assessment ? 'оценён МОЦ' : 'ждёт оценки МОЦ',
                href,
              },
            ]
          : [],
      ),
      ...(programme.finishedAt
        ? [
            {
              on: dayOf(programme.finishedAt),
              lane: 'CHANGED' as const,
              title: 'Программа завершена',
              detail: programme.summary,
              href,
            },
          ]
        : []),
    ];
  });
}
