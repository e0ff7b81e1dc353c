/** The risk profile of a school: МОЦ rates the factors, the school says whether it agrees, МОЦ ends it. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import {
  type ProfileStatus,
  proposedSignificance,
  type RiskFactor,
  riskFactorsSchema,
} from '@/lib/domain/support/risk';
import { record } from '@/lib/portal/journal/commands';
import { tellCentre, tellSchool } from '@/lib/portal/support/commands';
import { criteriaOfSchool, type SupportedSchool, supportedSchool } from '@/lib/portal/support/queries';
import { factorsOf } from './dictionary';
import type { OpinionInput, RiskItemInput } from './schema';

export const WITH_ITEMS = { items: { orderBy: { factor: 'asc' } } } satisfies Prisma.RiskProfileInclude;
export type StoredProfile = Prisma.RiskProfileGetPayload<{ include: typeof WITH_ITEMS }>;

export interface OpenedProfile {
  profile: StoredProfile;
  factors: RiskFactor[];
  school: SupportedSchool;
}

const NO_PROFILE = failed('NOT_FOUND', 'Профиль рисков не найден.');

/** A school reads its profile when МОЦ has sent it. */
export async function openedProfile(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<OpenedProfile>> {
  const stranger = refusal(viewer, 'support.read');
  if (stranger) return { ok: false, failure: stranger };
  const profile = await db.riskProfile.findUnique({ where: { id }, include: WITH_ITEMS });
  if (!profile || (viewer.role === 'PRINCIPAL' && profile.status === 'DRAFT')) return NO_PROFILE;
  const school = await supportedSchool(db, viewer, profile.schoolId, action);
  return school.ok
    ? done({ profile, factors: riskFactorsSchema.parse(profile.factors), school: school.value })
    : school;
}

async function stored(
  db: ScopedDatabase,
  viewer: Viewer,
  { profile }: OpenedProfile,
  version: number,
  change: { status?: ProfileStatus; verifiedBy?: string | null; verifiedAt?: Date | null },
  what: { action: Action; detail?: string; from?: unknown; to?: unknown },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  const { id, schoolId, municipalityId } = profile;
  const { count } = await db.riskProfile.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  if (count === 0) {
    const current = await db.riskProfile.findUniqueOrThrow({
      where: { id },
      select: { version: true, changedBy: true },
    });
    return failed('STALE_VERSION', `Пока вы писали, профиль сохранил другой человек: ${current.changedBy}.`, {
      extra: { current },
    });
  }
  await record(db, viewer, now, { ...what, subjectType: 'risk-profile', subjectId: id, schoolId, municipalityId });
  return done({ version: version + 1 });
}

/** Begins the profile of a year with what the card proposes; CONFLICT when there is one. */
export function beginProfile(
  viewer: Viewer,
  { schoolId, schoolYear }: { schoolId: string; schoolYear: string },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const school = await supportedSchool(db, viewer, schoolId, 'risk.change');
    if (!school.ok) return school;
    const { municipalityId, shortName } = school.value;
    const there = await db.riskProfile.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } });
    if (there) return failed('CONFLICT', `Профиль ${shortName} за ${formatSchoolYear(schoolYear)} уже есть.`);
    const factors = (await factorsOf(db, municipalityId)).factors.filter(({ active }) => active);
    const criteria = await criteriaOfSchool(db, schoolId, schoolYear);
    const { id } = await db.riskProfile.create({
      data: { schoolId, municipalityId, schoolYear, factors, changedBy: viewer.name, changedAt: now },
      select: { id: true },
    });
    await db.riskItem.createMany({
      data: factors.map((factor) => {
        const proposal = proposedSignificance(factor, criteria);
        return {
          profileId: id,
          factor: factor.code,
          schoolId,
          municipalityId,
          significance: proposal?.significance ?? ('NONE' as const),
          criteria: proposal?.withPoints ?? [],
          findingIds: [],
        };
      }),
    });
    const subject = { subjectType: 'risk-profile' as const, subjectId: id, schoolId, municipalityId };
    await record(db, viewer, now, { ...subject, action: 'risk.change', to: 'DRAFT' });
    return done({ id });
  });
}

/** Stores МОЦ's ratings; what the school said of a factor stays until its rating changes. */
export function changeRisks(
  viewer: Viewer,
  id: string,
  { version, items }: { version: number; items: readonly RiskItemInput[] },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProfile(db, viewer, id, 'risk.change');
    if (!opened.ok) return opened;
    const { profile } = opened.value;
    if (profile.status === 'VERIFIED')
      return failed('WRONG_STATE', 'Профиль проверен. Чтобы изменить его, откройте его снова.');
    const known = new Map(profile.items.map((item) => [item.factor, item]));
    const what = { action: 'risk.change' as const, detail: 'значимость' };
    const saved = await stored(db, viewer, opened.value, version, {}, what, now);
    if (!saved.ok) return saved;
    for (const { factor, ...data } of items) {
      const before = known.get(factor);
      if (!before) continue;
      const rated = before.significance === data.significance ? {} : { opinion: null, opinionText: '' };
      await db.riskItem.update({ where: { profileId_factor: { profileId: id, factor } }, data: { ...data, ...rated } });
    }
    return saved;
  });
}

type Step = 'send' | 'verify' | 'reopen';
const STEPS: Readonly<Record<Step, { from: readonly ProfileStatus[]; to: ProfileStatus; wrong: string }>> = {
  send: { from: ['DRAFT'], to: 'WITH_SCHOOL', wrong: 'Профиль уже отправлен школе.' },
  verify: { from: ['WITH_SCHOOL'], to: 'VERIFIED', wrong: 'Проверить можно профиль, который отправлен школе.' },
  reopen: { from: ['WITH_SCHOOL', 'VERIFIED'], to: 'DRAFT', wrong: 'Профиль и так черновик.' },
};

/** Sends the profile to the school, ends it with the school's answers, or opens it again. */
export function stepProfile(
  viewer: Viewer,
  id: string,
  step: Step,
  version: number,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProfile(db, viewer, id, 'risk.change');
    if (!opened.ok) return opened;
    const { profile } = opened.value;
    const { from, to, wrong } = STEPS[step];
    if (!from.includes(profile.status)) return failed('WRONG_STATE', wrong);
    const unanswered = profile.items.filter(({ significance, opinion }) => significance !== 'NONE' && opinion === null);
    if (step === 'verify' && unanswered.length > 0) {
      return failed(
        'WRONG_STATE',
        `Школа ещё не ответила о факторах: ${unanswered.map(({ factor }) => factor).join(', ')}.`,
      );
    }
    const verified =
      step === 'verify' ? { verifiedBy: viewer.name, verifiedAt: now } : { verifiedBy: null, verifiedAt: null };
    const what = { action: 'risk.change' as const, from: profile.status, to };
    const saved = await stored(db, viewer, opened.value, version, { status: to, ...verified }, what, now);
    if (saved.ok && step === 'send') {
      const title = `Профиль рисков ${formatSchoolYear(profile.schoolYear)}: ждёт ответа школы`;
      const text = 'МОЦ просит сказать по каждому фактору, согласна ли школа.';
      await tellSchool(db, profile.schoolId, { title, text, href: `/support/risks/${id}` }, now);
    }
    return saved;
  });
}

/** What the school says of each factor; a disagreement needs its reason. */
export function answerRisks(
  viewer: Viewer,
  id: string,
  { version, opinions }: { version: number; opinions: readonly OpinionInput[] },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProfile(db, viewer, id, 'risk.answer');
    if (!opened.ok) return opened;
    const { profile } = opened.value;
    if (profile.status !== 'WITH_SCHOOL') return failed('WRONG_STATE', 'Профиль сейчас не ждёт ответа школы.');
    const silent = opinions.filter(({ opinion, opinionText }) => opinion === 'DISAGREES' && opinionText === '');
    if (silent.length > 0) {
      return failed('INVALID', 'Если школа не согласна, напишите почему.', {
        errors: silent.map(({ factor }) => ({ path: `text-${factor}`, message: `${factor}: почему не согласны?` })),
      });
    }
    const saved = await stored(db, viewer, opened.value, version, {}, { action: 'risk.answer' }, now);
    if (!saved.ok) return saved;
    const known = new Set(profile.items.map(({ factor }) => factor));
    for (const { factor, ...data } of opinions) {
      if (known.has(factor)) await db.riskItem.update({ where: { profileId_factor: { profileId: id, factor } }, data });
    }
    const title = `${opened.value.school.shortName}: ответ о рисках`;
    await tellCentre(db, { title, text: 'Школа ответила по факторам профиля.', href: `/support/risks/${id}` }, now);
    return saved;
  });
}
