/** Planning: an examination with its parts for each school, its dates and its end. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { isoDay } from '@/lib/domain/support/days';
import { partLabel, reasonsNotToFinish } from '@/lib/domain/support/examination';
import { ownersByIds, supportedSchool } from '@/lib/portal/support/queries';
import type { ExaminationChange, ExaminationJson, PlanInput } from './schema';
import { behind, changed, editableExamination, examinationJson, journaled, openedExamination, WHOLE } from './stored';

/** Plans an examination of each of the schools; all or none. */
export function planExaminations(viewer: Viewer, input: PlanInput, now: Date): Promise<Outcome<ExaminationJson[]>> {
  return forViewer(viewer, async (db) => {
    const planned: ExaminationJson[] = [];
    for (const schoolId of new Set(input.schoolIds)) {
      const one = await planOne(db, viewer, schoolId, input, now);
      if (!one.ok) return one;
      planned.push(one.value);
    }
    return done(planned);
  });
}

/** Plans the examination of one school, for the API; parts may be added afterwards. */
export function planExamination(
  viewer: Viewer,
  { schoolId, ...input }: Omit<PlanInput, 'schoolIds'> & { schoolId: string },
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, (db) => planOne(db, viewer, schoolId, input, now));
}

async function planOne(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  input: Omit<PlanInput, 'schoolIds'>,
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  const school = await supportedSchool(db, viewer, schoolId, 'examination.change');
  if (!school.ok) return school;
  const { municipalityId } = school.value;
  const owners = await ownersByIds(
    db,
    viewer,
    input.parts.map(({ ownerId }) => ownerId),
  );
  if (!owners.ok) return owners;
  const workbook = await db.workbookVersion.findFirst({
    where: { municipalityId, status: 'PUBLISHED' },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  const { id } = await db.examination.create({
    data: {
      schoolId,
      municipalityId,
      schoolYear: input.schoolYear,
      title: input.title,
      startsOn: new Date(input.startsOn),
      endsOn: new Date(input.endsOn),
      createdBy: viewer.name,
      createdAt: now,
    },
    select: { id: true },
  });
  await db.examinationPart.createMany({
    data: input.parts.map(({ kind, ownerId, dueOn }) => ({
      examinationId: id,
      schoolId,
      municipalityId,
      kind,
      title: partLabel(kind),
      ownerId,
      ownerName: owners.value.get(ownerId ?? '') ?? '',
      dueOn: dueOn === null ? null : new Date(dueOn),
      workbookVersionId: kind === 'WORKBOOK' ? (workbook?.id ?? null) : null,
      changedBy: viewer.name,
      changedAt: now,
    })),
  });
  const stored = await db.examination.findUniqueOrThrow({ where: { id }, include: WHOLE });
  await journaled(db, viewer, now, stored, { action: 'examination.change', to: stored.status, detail: input.title });
  return done(examinationJson(viewer, stored));
}

/** Changes the name, the period or the conclusion. */
export function changeExamination(
  viewer: Viewer,
  id: string,
  { version, title, startsOn, endsOn, conclusion }: ExaminationChange,
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await editableExamination(db, viewer, id, 'examination.change');
    if (!opened.ok) return opened;
    const { examination } = opened.value;
    if (examination.version !== version) return behind(viewer, examination);
    const from = startsOn ?? isoDay(examination.startsOn);
    const to = endsOn ?? isoDay(examination.endsOn);
    if (to < from) {
      const message = 'Конец периода раньше начала.';
      return failed('INVALID', message, { errors: [{ path: 'endsOn', message }] });
    }
    const stored = await changed(db, viewer, examination, version, {
      ...(title !== undefined && { title }),
      ...(conclusion !== undefined && { conclusion }),
      startsOn: new Date(from),
      endsOn: new Date(to),
    });
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, examination, { action: 'examination.change', detail: 'период и заключение' });
    return done(examinationJson(viewer, stored.value));
  });
}

/** Ends it: WRONG_STATE with the reasons while a part is open or nothing was found. */
export function finishExamination(
  viewer: Viewer,
  id: string,
  version: number,
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await editableExamination(db, viewer, id, 'examination.change');
    if (!opened.ok) return opened;
    const { examination } = opened.value;
    const reasons = reasonsNotToFinish(examination.parts, examination.findings.length);
    if (reasons.length > 0) {
      return failed('WRONG_STATE', 'Завершить обследование пока нельзя.', {
        errors: reasons.map((message) => ({ path: 'parts', message })),
      });
    }
    const data = { status: 'FINISHED' as const, finishedBy: viewer.name, finishedAt: now };
    const stored = await changed(db, viewer, examination, version, data);
    if (!stored.ok) return stored;
    const step = { from: examination.status, to: 'FINISHED' };
    await journaled(db, viewer, now, examination, { action: 'examination.change', ...step });
    return done(examinationJson(viewer, stored.value));
  });
}

/** Calls it off, with the reason in the journal. */
export function cancelExamination(
  viewer: Viewer,
  id: string,
  { version, reason }: { version: number; reason: string },
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await editableExamination(db, viewer, id, 'examination.change');
    if (!opened.ok) return opened;
    const { examination } = opened.value;
    const stored = await changed(db, viewer, examination, version, { status: 'CANCELLED' });
    if (!stored.ok) return stored;
    const step = { from: examination.status, to: 'CANCELLED', reason };
    await journaled(db, viewer, now, examination, { action: 'examination.change', ...step });
    return done(examinationJson(viewer, stored.value));
  });
}

/** Opens a closed one again; the head of the centre alone. */
export function reopenExamination(
  viewer: Viewer,
  id: string,
  version: number,
  now: Date,
): Promise<Outcome<ExaminationJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedExamination(db, viewer, id, 'examination.reopen');
    if (!opened.ok) return opened;
    const { examination } = opened.value;
    const { status } = examination;
    if (status !== 'FINISHED' && status !== 'CANCELLED') return failed('WRONG_STATE', 'Обследование и так открыто.');
    const data = { status: 'RUNNING' as const, finishedBy: null, finishedAt: null };
    const stored = await changed(db, viewer, examination, version, data);
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, examination, { action: 'examination.reopen', from: status, to: 'RUNNING' });
    return done(examinationJson(viewer, stored.value));
  });
}
