/** An examination, or a part of it, opened for an action; what was done to it is journaled. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay, isoDayOrNull } from '@/lib/domain/support/days';
import { record } from '@/lib/portal/journal/commands';
import { type SupportedSchool, supportedSchool } from '@/lib/portal/support/queries';
import type { ExaminationJson } from './schema';

export const WHOLE = {
  school: { select: { code: true, shortName: true } },
  parts: { orderBy: [{ kind: 'asc' }, { id: 'asc' }] },
  findings: { orderBy: [{ theme: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.ExaminationInclude;
export type StoredExamination = Prisma.ExaminationGetPayload<{ include: typeof WHOLE }>;

/** What the examination found is the centre's own until it is finished. */
export const showsFindings = (viewer: Viewer, status: StoredExamination['status']): boolean =>
  viewer.role !== 'PRINCIPAL' || status === 'FINISHED';

export function examinationJson(viewer: Viewer, stored: StoredExamination): ExaminationJson {
  const { id, version, schoolId, schoolYear, title, status, school, parts, findings, conclusion } = stored;
  const shown = showsFindings(viewer, status);
  return {
    id,
    version,
    schoolId,
    schoolCode: school.code,
    schoolYear,
    title,
    startsOn: isoDay(stored.startsOn),
    endsOn: isoDay(stored.endsOn),
    status,
    conclusion: shown ? conclusion : '',
    parts: parts.map((part) => ({
      id: part.id,
      kind: part.kind,
      title: part.title,
      state: part.state,
      owner: part.ownerName,
      dueOn: isoDayOrNull(part.dueOn),
      heldOn: isoDayOrNull(part.heldOn),
      version: part.version,
    })),
    findings: shown
      ? findings.map(({ id: findingId, theme, text, criteria, causes, partId }) => ({
          ...{ id: findingId, theme, text, criteria, causes, partId },
        }))
      : [],
  };
}

const NO_EXAMINATION = failed('NOT_FOUND', 'Обследование не найдено. Вернитесь к списку обследований.');
const CLOSED = failed(
  'WRONG_STATE',
  'Обследование закрыто. Чтобы исправить его, руководитель МОЦ может открыть его снова.',
);

export interface OpenedExamination {
  examination: StoredExamination;
  school: SupportedSchool;
}

/** NOT_FOUND outside the scope, FORBIDDEN for the wrong role. */
export async function openedExamination(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<OpenedExamination>> {
  const stranger = refusal(viewer, 'support.read');
  if (stranger) return { ok: false, failure: stranger };
  const examination = await db.examination.findUnique({ where: { id }, include: WHOLE });
  if (!examination) return NO_EXAMINATION;
  const school = await supportedSchool(db, viewer, examination.schoolId, action);
  return school.ok ? done({ examination, school: school.value }) : school;
}

/** The same, and WRONG_STATE when it is finished or cancelled. */
export async function editableExamination(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<OpenedExamination>> {
  const opened = await openedExamination(db, viewer, id, action);
  if (!opened.ok) return opened;
  const { status } = opened.value.examination;
  return status === 'FINISHED' || status === 'CANCELLED' ? CLOSED : opened;
}

/** Who changed it meanwhile and what it is now. */
export const behind = (viewer: Viewer, current: StoredExamination) =>
  failed('STALE_VERSION', 'Пока вы писали, обследование изменили. Проверьте новое и сохраните ещё раз.', {
    extra: { current: examinationJson(viewer, current) },
  });

/** Stores a change of the examination itself; STALE_VERSION when somebody was faster. */
export async function changed(
  db: ScopedDatabase,
  viewer: Viewer,
  { id }: { id: string },
  version: number,
  data: Prisma.ExaminationUncheckedUpdateManyInput,
): Promise<Outcome<StoredExamination>> {
  const { count } = await db.examination.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  const stored = await db.examination.findUniqueOrThrow({ where: { id }, include: WHOLE });
  return count === 1 ? done(stored) : behind(viewer, stored);
}

export async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id, schoolId, municipalityId }: Pick<StoredExamination, 'id' | 'schoolId' | 'municipalityId'>,
  what: { action: Action; detail?: string; from?: unknown; to?: unknown; reason?: string },
): Promise<void> {
  await record(db, viewer, now, { ...what, subjectType: 'examination', subjectId: id, schoolId, municipalityId });
}
