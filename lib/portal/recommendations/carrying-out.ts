/** From issue to execution: the head issues, the addressee answers, МОЦ looks whether it was carried out. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatDate } from '@/lib/domain/russian';
import {
  answeredBySchool,
  mayBecome,
  RECOMMENDATION_STATUSES,
  type RecommendationStatus,
} from '@/lib/domain/support/recommendation';
import { once, type RepeatableCall } from '@/lib/portal/answered-calls/commands';
import { tellCentre, tellSchool } from '@/lib/portal/support/commands';
import type { RecommendationJson } from './schema';
import { nextVersion, type OpenedRecommendation, openedRecommendation, recommendationJson } from './stored';

interface Step {
  action: Action;
  to: RecommendationStatus;
  version: number;
  data: Prisma.RecommendationUncheckedUpdateManyInput;
  reason?: string;
  /** refuses what this viewer may not say of this recommendation */
  refuse?: (opened: OpenedRecommendation) => Outcome<never> | null;
  tell?: (db: ScopedDatabase, opened: OpenedRecommendation) => Promise<void>;
}

function step(
  viewer: Viewer,
  id: string,
  { action, to, version, data, reason, refuse, tell }: Step,
  now: Date,
  repeatable?: RepeatableCall,
): Promise<Outcome<RecommendationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedRecommendation(db, viewer, id, action);
    if (!opened.ok) return opened;
    return once(db, viewer, repeatable, async () => {
      const { recommendation } = opened.value;
      const refused = refuse?.(opened.value);
      if (refused) return refused;
      if (!mayBecome(recommendation.status, to)) {
        const present = RECOMMENDATION_STATUSES[recommendation.status].toLowerCase();
        return failed('WRONG_STATE', `Рекомендация уже в состоянии «${present}»: обновите страницу.`);
      }
      const what = { action, from: recommendation.status, to, ...(reason !== undefined && { reason }) };
      const next = await nextVersion(db, viewer, now, recommendation, version, { ...data, status: to }, what);
      if (!next.ok) return next;
      await tell?.(db, opened.value);
      return done(recommendationJson(next.value));
    });
  });
}

const page = (id: string) => `/support/recommendations/${id}`;

/** Sends it to the addressee: from now on the school sees it. */
export function issueRecommendation(
  viewer: Viewer,
  id: string,
  { version }: { version: number },
  now: Date,
  repeatable?: RepeatableCall,
): Promise<Outcome<RecommendationJson>> {
  return step(
    viewer,
    id,
    {
      action: 'recommendation.issue',
      to: 'ISSUED',
      version,
      data: { issuedBy: viewer.name, issuedAt: now },
      tell: async (db, { recommendation }) => {
        if (!answeredBySchool(recommendation.addressee)) return;
        const title = `Рекомендация МОЦ, ответить до ${formatDate(recommendation.dueOn)}`;
        await tellSchool(db, recommendation.schoolId, { title, text: '', href: page(id) }, now);
      },
    },
    now,
    repeatable,
  );
}

/** The addressee's answer: the school's own; МОЦ answers for itself and writes down what came by letter. */
export function answerRecommendation(
  viewer: Viewer,
  id: string,
  { version, answer }: { version: number; answer: string },
  now: Date,
  repeatable?: RepeatableCall,
): Promise<Outcome<RecommendationJson>> {
  const bySchool = viewer.role === 'PRINCIPAL';
  return step(
    viewer,
    id,
    {
      action: 'recommendation.answer',
      to: 'ANSWERED',
      version,
      data: { answer, answeredBy: viewer.name, answeredAt: now },
      refuse: ({ recommendation }) =>
        !bySchool || answeredBySchool(recommendation.addressee)
          ? null
          : failed('FORBIDDEN', 'На эту рекомендацию отвечает другой адресат.'),
      tell: async (db, { school }) => {
        if (bySchool)
          await tellCentre(db, { title: `${school.shortName}: ответ на рекомендацию`, text: '', href: page(id) }, now);
      },
    },
    now,
    repeatable,
  );
}

/** What МОЦ found when it looked whether it was carried out. */
export function checkRecommendation(
  viewer: Viewer,
  id: string,
  { version, done: carriedOut, outcome }: { version: number; done: boolean; outcome: string },
  now: Date,
  repeatable?: RepeatableCall,
): Promise<Outcome<RecommendationJson>> {
  const data = { outcome, checkedBy: viewer.name, checkedAt: now };
  const to = carriedOut ? 'DONE' : 'NOT_DONE';
  return step(viewer, id, { action: 'recommendation.check', to, version, data }, now, repeatable);
}

export function cancelRecommendation(
  viewer: Viewer,
  id: string,
  { version, reason }: { version: number; reason: string },
  now: Date,
): Promise<Outcome<RecommendationJson>> {
  return step(viewer, id, { action: 'recommendation.issue', to: 'CANCELLED', version, data: {}, reason }, now);
}

/** Issues several drafts at once; stops at the first that is refused. */
export async function issueRecommendations(
  viewer: Viewer,
  drafts: readonly { id: string; version: number }[],
  now: Date,
): Promise<Outcome<{ issued: number }>> {
  if (drafts.length === 0) return failed('INVALID', 'Отметьте проекты, которые нужно направить.');
  for (const { id, version } of drafts) {
    const issued = await issueRecommendation(viewer, id, { version }, now);
    if (!issued.ok) return issued;
  }
  return done({ issued: drafts.length });
}
