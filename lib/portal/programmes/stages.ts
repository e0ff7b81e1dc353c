/** Monitoring: the school reports at each look, МОЦ assesses. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { STAGE_ASSESSMENTS, type StageAssessment } from '@/lib/domain/programme/progress';
import { tellCentre, tellSchool } from '@/lib/portal/support/commands';
import { journaled, type OpenedProgramme, openedProgramme } from './stored';

type StoredStage = OpenedProgramme['programme']['stages'][number];

async function openedStage(
  db: ScopedDatabase,
  viewer: Viewer,
  stageId: string,
  action: Action,
): Promise<Outcome<OpenedProgramme & { stage: StoredStage }>> {
  const found = await db.programmeStage.findUnique({ where: { id: stageId }, select: { programmeId: true } });
  if (!found) return failed('NOT_FOUND', 'Этап не найден.');
  const opened = await openedProgramme(db, viewer, found.programmeId, action);
  if (!opened.ok) return opened;
  const stage = opened.value.programme.stages.find(({ id }) => id === stageId);
  if (!stage) return failed('NOT_FOUND', 'Этап не найден.');
  return opened.value.programme.status === 'FINISHED'
    ? failed('WRONG_STATE', 'Программа завершена: этапы только для чтения.')
    : done({ ...opened.value, stage });
}

async function stageChanged(
  db: ScopedDatabase,
  { stage }: { stage: StoredStage },
  version: number,
  data: Prisma.ProgrammeStageUncheckedUpdateManyInput,
): Promise<Outcome<{ version: number }>> {
  const { count } = await db.programmeStage.updateMany({
    where: { id: stage.id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 1) return done({ version: version + 1 });
  const current = await db.programmeStage.findUniqueOrThrow({ where: { id: stage.id } });
  return failed('STALE_VERSION', 'Пока вы писали, этап изменили.', { extra: { current } });
}

/** The school's report; a new report ends an assessment of the one before. */
export function reportStage(
  viewer: Viewer,
  stageId: string,
  { version, report }: { version: number; report: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedStage(db, viewer, stageId, 'programme.report');
    if (!opened.ok) return opened;
    const { programme, stage, school } = opened.value;
    const assessed = { assessment: null, assessmentText: '', assessedBy: null, assessedAt: null };
    const data = { report, reportedBy: viewer.name, reportedAt: now, ...assessed };
    const stored = await stageChanged(db, opened.value, version, data);
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, programme, { action: 'programme.report', detail: stage.title });
    const href = `/support/programmes/${programme.id}`;
    await tellCentre(db, { title: `${school.shortName}: отчёт этапа «${stage.title}»`, text: '', href }, now);
    return stored;
  });
}

/** МОЦ's assessment of a report. */
export function assessStage(
  viewer: Viewer,
  stageId: string,
  { version, assessment, text }: { version: number; assessment: StageAssessment; text: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedStage(db, viewer, stageId, 'programme.assess');
    if (!opened.ok) return opened;
    const { programme, stage } = opened.value;
    if (stage.reportedAt === null) return failed('WRONG_STATE', 'Школа ещё не отчиталась об этом этапе.');
    const data = { assessment, assessmentText: text, assessedBy: viewer.name, assessedAt: now };
    const stored = await stageChanged(db, opened.value, version, data);
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, programme, { action: 'programme.assess', detail: stage.title, to: assessment });
    const title = `Этап «${stage.title}»: ${STAGE_ASSESSMENTS[assessment]}`;
    await tellSchool(db, programme.schoolId, { title, text, href: `/support/programmes/${programme.id}` }, now);
    return stored;
  });
}

/** Moves the day of a look. */
export function moveStage(
  viewer: Viewer,
  stageId: string,
  { version, dueOn }: { version: number; dueOn: string },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedStage(db, viewer, stageId, 'programme.assess');
    if (!opened.ok) return opened;
    const { programme, stage } = opened.value;
    const stored = await stageChanged(db, opened.value, version, { dueOn: new Date(dueOn) });
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, programme, { action: 'programme.assess', detail: stage.title, to: dueOn });
    return stored;
  });
}
