/** The parts of an examination: МОЦ plans, holds and writes them down, the school's team fills in workbook and survey. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import {
  type PartContent,
  type PartKind,
  partContentSchemas,
  partLabel,
  readPartContent,
  type SurveyNumbers,
  surveyFault,
} from '@/lib/domain/support/examination';
import { answerFault, workbookSectionsSchema } from '@/lib/domain/support/workbook';
import { ownersByIds } from '@/lib/portal/support/queries';
import type { PartChange } from './schema';
import { editableExamination, journaled, type OpenedExamination } from './stored';

type StoredPart = OpenedExamination['examination']['parts'][number];
export interface StoredPartVersion {
  id: string;
  version: number;
}

interface OpenedPart extends OpenedExamination {
  part: StoredPart;
}

async function editablePart(
  db: ScopedDatabase,
  viewer: Viewer,
  partId: string,
  action: Action,
): Promise<Outcome<OpenedPart>> {
  const found = await db.examinationPart.findUnique({ where: { id: partId }, select: { examinationId: true } });
  if (!found) return failed('NOT_FOUND', 'Часть обследования не найдена. Вернитесь к обследованию.');
  const opened = await editableExamination(db, viewer, found.examinationId, action);
  if (!opened.ok) return opened;
  const part = opened.value.examination.parts.find(({ id }) => id === partId);
  return part ? done({ ...opened.value, part }) : failed('NOT_FOUND', 'Часть обследования не найдена.');
}

/** Stores a change of a part; an examination begins with the first part that does. */
async function partChanged(
  db: ScopedDatabase,
  viewer: Viewer,
  { part, examination }: OpenedPart,
  version: number,
  data: Prisma.ExaminationPartUncheckedUpdateManyInput,
  now: Date,
): Promise<Outcome<StoredPartVersion>> {
  const { count } = await db.examinationPart.updateMany({
    where: { id: part.id, version },
    data: { ...data, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  if (count === 0) {
    const current = await db.examinationPart.findUniqueOrThrow({ where: { id: part.id } });
    return failed('STALE_VERSION', `Пока вы писали, эту часть сохранил другой человек: ${current.changedBy}.`, {
      extra: { current },
    });
  }
  if (examination.status === 'PLANNED' && data.state !== undefined && data.state !== 'PLANNED') {
    await db.examination.updateMany({ where: { id: examination.id, status: 'PLANNED' }, data: { status: 'RUNNING' } });
  }
  return done({ id: part.id, version: version + 1 });
}

/** Adds a part, for example a second interview. */
export function addPart(
  viewer: Viewer,
  examinationId: string,
  kind: PartKind,
  now: Date,
): Promise<Outcome<StoredPartVersion>> {
  return forViewer(viewer, async (db) => {
    const opened = await editableExamination(db, viewer, examinationId, 'examination.change');
    if (!opened.ok) return opened;
    const { examination } = opened.value;
    const { municipalityId } = examination;
    const newest = { municipalityId, status: 'PUBLISHED' as const };
    const workbook =
      kind === 'WORKBOOK' ? await db.workbookVersion.findFirst({ where: newest, orderBy: { number: 'desc' } }) : null;
    const part = await db.examinationPart.create({
      data: {
        examinationId,
        schoolId: examination.schoolId,
        municipalityId,
        kind,
        title: partLabel(kind),
        workbookVersionId: workbook?.id ?? null,
        changedBy: viewer.name,
        changedAt: now,
      },
      select: { id: true, version: true },
    });
    await journaled(db, viewer, now, examination, { action: 'examination.change', detail: kind, to: 'PLANNED' });
    return done(part);
  });
}

/** Changes name, state, owner and dates of a part, and what МОЦ wrote down in it. */
export function changePart<K extends PartKind>(
  viewer: Viewer,
  partId: string,
  change: PartChange & { content?: PartContent[K] },
  now: Date,
): Promise<Outcome<StoredPartVersion>> {
  return forViewer(viewer, async (db) => {
    const opened = await editablePart(db, viewer, partId, 'examination.change');
    if (!opened.ok) return opened;
    const { part, examination } = opened.value;
    const owners = await ownersByIds(db, viewer, [change.ownerId]);
    if (!owners.ok) return owners;
    const kept = part.kind === 'WORKBOOK' ? part.content : change.content;
    const content =
      kept === undefined ? undefined : (partContentSchemas[part.kind].parse(kept) as Prisma.InputJsonValue);
    const stored = await partChanged(
      db,
      viewer,
      opened.value,
      change.version,
      {
        title: change.title,
        state: change.state,
        ownerId: change.ownerId,
        ownerName: owners.value.get(change.ownerId ?? '') ?? '',
        dueOn: change.dueOn === null ? null : new Date(change.dueOn),
        heldOn: change.heldOn === null ? null : new Date(change.heldOn),
        ...(content !== undefined && { content }),
      },
      now,
    );
    if (!stored.ok) return stored;
    const what = { detail: part.kind, from: part.state, to: change.state };
    await journaled(db, viewer, now, examination, { action: 'examination.change', ...what });
    return stored;
  });
}

/** Answers of the school's team in the workbook; INVALID names the questions that are answered wrongly. */
export function fillWorkbook(
  viewer: Viewer,
  partId: string,
  { version, ...content }: PartContent['WORKBOOK'] & { version: number },
  now: Date,
): Promise<Outcome<StoredPartVersion>> {
  return forViewer(viewer, async (db) => {
    const opened = await editablePart(db, viewer, partId, 'examination.fill');
    if (!opened.ok) return opened;
    const { part, examination } = opened.value;
    const workbook = part.workbookVersionId
      ? await db.workbookVersion.findUnique({ where: { id: part.workbookVersionId } })
      : null;
    if (part.kind !== 'WORKBOOK' || !workbook) return failed('WRONG_STATE', 'У этой части нет рабочей тетради.');
    const questions = workbookSectionsSchema.parse(workbook.sections).flatMap((section) => section.questions);
    const errors = questions.flatMap((question) => {
      const message = answerFault(question, content.answers[question.id] ?? '');
      return message ? [{ path: question.id, message }] : [];
    });
    if (errors.length > 0) return failed('INVALID', 'Проверьте ответы: остальное осталось в форме.', { errors });
    const known = Object.fromEntries(questions.map(({ id }) => [id, content.answers[id] ?? '']));
    const state = part.state === 'PLANNED' ? 'DOING' : part.state;
    const data = { content: { ...content, answers: known }, state } as const;
    const stored = await partChanged(db, viewer, opened.value, version, data, now);
    if (!stored.ok) return stored;
    await journaled(db, viewer, now, examination, { action: 'examination.fill', detail: 'WORKBOOK' });
    return stored;
  });
}

/** Numbers of the survey by class, entered by the school: all of them at once. */
export function setSurveyGroups(
  viewer: Viewer,
  partId: string,
  { version, groups }: { version: number; groups: readonly SurveyNumbers[] },
  now: Date,
): Promise<Outcome<StoredPartVersion>> {
  return forViewer(viewer, async (db) => {
    const opened = await editablePart(db, viewer, partId, 'examination.fill');
    if (!opened.ok) return opened;
    const { part, examination } = opened.value;
    if (part.kind !== 'SURVEY') return failed('WRONG_STATE', 'Числа по классам есть только у обследования.');
    const twice = groups.find(
      (one, index) => groups.findIndex(({ className }) => className === one.className) !== index,
    );
    const errors = groups.flatMap((group, index) => {
      const message = surveyFault(group) ?? (group === twice ? `Класс ${group.className} записан дважды.` : null);
      return message ? [{ path: `pupils-${index}`, message: `${group.className}: ${message}` }] : [];
    });
    if (errors.length > 0) return failed('INVALID', 'Проверьте числа по классам.', { errors });
    const content = readPartContent('SURVEY', part.content);
    const state = part.state === 'PLANNED' ? 'DOING' : part.state;
    const stored = await partChanged(db, viewer, opened.value, version, { content, state }, now);
    if (!stored.ok) return stored;
    await db.surveyGroup.deleteMany({ where: { partId } });
    await db.surveyGroup.createMany({ data: groups.map((group) => ({ ...group, partId, schoolId: part.schoolId })) });
    await journaled(db, viewer, now, examination, { action: 'examination.fill', detail: 'SURVEY' });
    return stored;
  });
}
