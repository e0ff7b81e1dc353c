/** Drafts: written by hand or from the library of templates; only МОЦ sees them. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { dayOf } from '@/lib/domain/russian';
import { dayAfter } from '@/lib/domain/support/days';
import { type Draft, draftsFrom } from '@/lib/domain/support/recommendation';
import { record } from '@/lib/portal/journal/commands';
import { criteriaOfSchool, supportedSchool } from '@/lib/portal/support/queries';
import type { RecommendationChange, RecommendationInput, RecommendationJson } from './schema';
import { nextVersion, openedRecommendation, recommendationJson, WHOLE } from './stored';

async function findingFault(db: ScopedDatabase, schoolId: string, findingId: string | null | undefined) {
  if (!findingId) return null;
  const finding = await db.finding.findFirst({ where: { id: findingId, schoolId }, select: { id: true } });
  const message = 'Выберите вывод обследования этой же школы.';
  return finding ? null : failed('INVALID', message, { errors: [{ path: 'findingId', message }] });
}

export function draftRecommendation(
  viewer: Viewer,
  input: RecommendationInput,
  now: Date,
): Promise<Outcome<RecommendationJson>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, input.schoolId, 'recommendation.draft');
    if (!school.ok) return school;
    const fault = await findingFault(db, input.schoolId, input.findingId);
    if (fault) return fault;
    return done(await stored(db, viewer, school.value.municipalityId, input, now));
  });
}

async function stored(
  db: ScopedDatabase,
  viewer: Viewer,
  municipalityId: string,
  { dueOn, ...input }: RecommendationInput & { templateId?: string },
  now: Date,
): Promise<RecommendationJson> {
  const created = await db.recommendation.create({
    data: { ...input, dueOn: new Date(dueOn), municipalityId, createdBy: viewer.name, createdAt: now },
    include: WHOLE,
  });
  await record(db, viewer, now, {
    action: 'recommendation.draft',
    subjectType: 'recommendation',
    subjectId: created.id,
    schoolId: created.schoolId,
    municipalityId,
    to: 'DRAFT',
  });
  return recommendationJson(created);
}

/** What the library would draft for a school now, with the reason of each. */
export async function draftsOfSchool(
  db: ScopedDatabase,
  schoolId: string,
  municipalityId: string,
  schoolYear: string,
): Promise<Draft[]> {
  const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
  const profile = await db.riskProfile.findUnique({
    where: { schoolId_schoolYear: { schoolId, schoolYear } },
    include: { items: { where: { significance: { in: ['HIGH', 'MEDIUM'] } } } },
  });
  const findings = await db.finding.findMany({
    where: { schoolId, examination: { schoolYear, status: { not: 'CANCELLED' } } },
    orderBy: { id: 'asc' },
    select: { id: true, criteria: true },
  });
  const there = await db.recommendation.findMany({
    where: { schoolId, schoolYear, status: { not: 'CANCELLED' }, templateId: { not: null } },
    select: { templateId: true },
  });
  const templates = await db.recommendationTemplate.findMany({
    where: { municipalityId },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  });
  return draftsFrom(
    templates,
    {
      criteria: criteria.filter(({ points }) => points > 0).map(({ code }) => code),
      risks: profile?.items.map(({ factor }) => factor) ?? [],
      findings,
    },
    new Set(there.map(({ templateId }) => templateId ?? '')),
  );
}

/** Stores the drafts of the chosen templates; INVALID when none of them applies any more. */
export function draftFromTemplates(
  viewer: Viewer,
  { schoolId, schoolYear, templateIds }: { schoolId: string; schoolYear: string; templateIds: readonly string[] },
  now: Date,
): Promise<Outcome<{ drafted: number }>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, schoolId, 'recommendation.draft');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    // two people at once: the second finds the templates used
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`drafts ${schoolId} ${schoolYear}`}, 0))`;
    const drafts = (await draftsOfSchool(db, schoolId, municipalityId, schoolYear)).filter(({ templateId }) =>
      templateIds.includes(templateId),
    );
    if (drafts.length === 0) {
      return failed('INVALID', 'Отметьте хотя бы один проект. Уже подготовленные второй раз не предлагаются.');
    }
    const today = dayOf(now);
    for (const { days, why: _why, ...draft } of drafts) {
      await stored(db, viewer, municipalityId, { ...draft, schoolId, schoolYear, dueOn: dayAfter(today, days) }, now);
    }
    return done({ drafted: drafts.length });
  });
}

/** Changes a draft; what was issued is answered, checked or cancelled instead. */
export function changeRecommendation(
  viewer: Viewer,
  id: string,
  { version, dueOn, ...change }: RecommendationChange,
  now: Date,
): Promise<Outcome<RecommendationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedRecommendation(db, viewer, id, 'recommendation.draft');
    if (!opened.ok) return opened;
    const { recommendation } = opened.value;
    if (recommendation.status !== 'DRAFT') {
      return failed('WRONG_STATE', 'Направленная рекомендация не меняется: отмените её и подготовьте новую.');
    }
    const fault = await findingFault(db, recommendation.schoolId, change.findingId);
    if (fault) return fault;
    const whole = { ...recommendation, ...change };
    if (!whole.findingId && whole.criteria.length === 0 && whole.risks.length === 0) {
      const message = 'Укажите, из чего следует рекомендация: вывод, критерий или риск.';
      return failed('INVALID', message, { errors: [{ path: 'findingId', message }] });
    }
    const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next = await nextVersion(
      db,
      viewer,
      now,
      recommendation,
      version,
      { ...data, ...(dueOn !== undefined && { dueOn: new Date(dueOn) }) },
      { action: 'recommendation.draft', from: recommendation.text, to: whole.text },
    );
    return next.ok ? done(recommendationJson(next.value)) : next;
  });
}
