/** A recommendation opened for an action, its JSON, and the storing of its next version. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay } from '@/lib/domain/support/days';
import { record } from '@/lib/portal/journal/commands';
import { type SupportedSchool, supportedSchool } from '@/lib/portal/support/queries';
import type { RecommendationJson } from './schema';

export const WHOLE = {
  school: { select: { code: true, shortName: true } },
  finding: { select: { id: true, text: true, examinationId: true } },
} satisfies Prisma.RecommendationInclude;
export type StoredRecommendation = Prisma.RecommendationGetPayload<{ include: typeof WHOLE }>;

export function recommendationJson(stored: StoredRecommendation): RecommendationJson {
  const { id, version, schoolId, school, schoolYear, addressee, subject, text, status, dueOn } = stored;
  const { findingId, criteria, risks, answer, outcome } = stored;
  return {
    ...{ id, version, schoolId, schoolCode: school.code, schoolYear, addressee, subject, text, status },
    ...{ dueOn: isoDay(dueOn), findingId, criteria, risks, answer, outcome },
  };
}

export interface OpenedRecommendation {
  recommendation: StoredRecommendation;
  school: SupportedSchool;
}

const NOTHING = failed('NOT_FOUND', 'Рекомендация не найдена. Вернитесь к списку рекомендаций.');

/** NOT_FOUND outside the scope, drafts for the school among it; FORBIDDEN for the wrong role. */
export async function openedRecommendation(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<OpenedRecommendation>> {
  const stranger = refusal(viewer, 'support.read');
  if (stranger) return { ok: false, failure: stranger };
  const recommendation = await db.recommendation.findUnique({ where: { id }, include: WHOLE });
  if (!recommendation) return NOTHING;
  const school = await supportedSchool(db, viewer, recommendation.schoolId, action);
  return school.ok ? done({ recommendation, school: school.value }) : school;
}

const behind = (current: StoredRecommendation) =>
  failed('STALE_VERSION', 'Пока вы писали, рекомендацию изменили. Прочитайте новое и отправьте ещё раз.', {
    extra: { current: recommendationJson(current) },
  });

/** Stores the next version and its line of the journal; STALE_VERSION when somebody was faster. */
export async function nextVersion(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  before: StoredRecommendation,
  version: number,
  data: Prisma.RecommendationUncheckedUpdateManyInput,
  what: { action: Action; detail?: string; from?: unknown; to?: unknown; reason?: string },
): Promise<Outcome<StoredRecommendation>> {
  const { id, schoolId, municipalityId } = before;
  const { count } = await db.recommendation.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  const stored = await db.recommendation.findUniqueOrThrow({ where: { id }, include: WHOLE });
  if (count === 0) return behind(stored);
  await record(db, viewer, now, { ...what, subjectType: 'recommendation', subjectId: id, schoolId, municipalityId });
  return done(stored);
}
