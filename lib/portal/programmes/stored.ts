/** A programme opened for an action, its JSON, and the storing of its next version. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { readProgramme } from '@/lib/domain/programme/content';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { record } from '@/lib/portal/journal/commands';
import { type SupportedSchool, supportedSchool } from '@/lib/portal/support/queries';
import type { ProgrammeJson } from './schema';

export const WHOLE = {
  school: { select: { code: true, shortName: true } },
  stages: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ProgrammeInclude;
export type StoredProgramme = Prisma.ProgrammeGetPayload<{ include: typeof WHOLE }>;

export function programmeJson(stored: StoredProgramme): ProgrammeJson {
  const { id, version, schoolId, school, schoolYear, title, status, content, returnComment, stages } = stored;
  return {
    ...{ id, version, schoolId, schoolCode: school.code, schoolYear, title, status, returnComment },
    dueOn: isoDayOrNull(stored.dueOn),
    submittedAt: stored.submittedAt?.toISOString() ?? null,
    content: readProgramme(content),
    stages: stages.map((stage) => ({
      ...{ id: stage.id, kind: stage.kind, title: stage.title, dueOn: isoDay(stage.dueOn), report: stage.report },
      reportedAt: stage.reportedAt?.toISOString() ?? null,
      ...{ assessment: stage.assessment, version: stage.version },
    })),
  };
}

export interface OpenedProgramme {
  programme: StoredProgramme;
  school: SupportedSchool;
}

/** NOT_FOUND outside the scope, FORBIDDEN for the wrong role. */
export async function openedProgramme(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<OpenedProgramme>> {
  const stranger = refusal(viewer, 'support.read');
  if (stranger) return { ok: false, failure: stranger };
  const programme = await db.programme.findUnique({ where: { id }, include: WHOLE });
  if (!programme) return failed('NOT_FOUND', 'Программа не найдена. Вернитесь к списку программ.');
  const school = await supportedSchool(db, viewer, programme.schoolId, action);
  return school.ok ? done({ programme, school: school.value }) : school;
}

export const behind = (current: StoredProgramme) =>
  failed('STALE_VERSION', `Пока вы работали, программу изменили: ${current.changedBy}. Прочитайте новое и повторите.`, {
    extra: { current: programmeJson(current) },
  });

/** Stores the next version; STALE_VERSION when somebody was faster. */
export async function nextVersion(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id }: { id: string },
  version: number,
  data: Prisma.ProgrammeUncheckedUpdateManyInput,
): Promise<Outcome<StoredProgramme>> {
  const { count } = await db.programme.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  const stored = await db.programme.findUniqueOrThrow({ where: { id }, include: WHOLE });
  return count === 1 ? done(stored) : behind(stored);
}

export async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id, schoolId, municipalityId }: Pick<StoredProgramme, 'id' | 'schoolId' | 'municipalityId'>,
  what: { action: Action; detail?: string; from?: unknown; to?: unknown; reason?: string },
): Promise<void> {
  await record(db, viewer, now, { ...what, subjectType: 'programme', subjectId: id, schoolId, municipalityId });
}

/** Keeps the programme as it is now: what was submitted, returned or approved can be compared later. */
export async function keepRevision(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  stored: StoredProgramme,
  comment: string,
): Promise<void> {
  const { id, schoolId, municipalityId, status, content } = stored;
  const number = (await db.programmeRevision.count({ where: { programmeId: id } })) + 1;
  await db.programmeRevision.create({
    data: {
      ...{ programmeId: id, schoolId, municipalityId, number, status, comment, by: viewer.name, at: now },
      content: content as Prisma.InputJsonValue,
    },
  });
}
