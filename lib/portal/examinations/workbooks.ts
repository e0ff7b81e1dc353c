/** Versions of the workbook of causes of failure: a draft is edited, a published one never changes. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { WorkbookVersion } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { DEFAULT_WORKBOOK, type WorkbookSection, workbookSectionsSchema } from '@/lib/domain/support/workbook';
import { record } from '@/lib/portal/journal/commands';
import type { WorkbookItem, WorkbookView } from './views';

/** The workbooks of the viewer's centre, newest first. */
export function workbooksOf(viewer: Viewer): Promise<Outcome<{ items: WorkbookItem[]; mayChange: boolean }>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'examination.change');
    if (refused) return { ok: false, failure: refused };
    const rows = await db.workbookVersion.findMany({
      orderBy: { number: 'desc' },
      include: { _count: { select: { parts: true } } },
    });
    return done({
      items: rows.map(({ id, number, title, status, publishedAt, changedAt, changedBy, sections, _count }) => ({
        ...{ id, number, title, status, publishedAt, changedAt, changedBy },
        questions: sectionsOf(sections).flatMap((section) => section.questions).length,
        used: _count.parts,
      })),
      mayChange: may(viewer, 'workbook.change'),
    });
  });
}

const sectionsOf = (stored: unknown): WorkbookSection[] => workbookSectionsSchema.parse(stored);

export function workbookView(viewer: Viewer, id: string): Promise<Outcome<WorkbookView>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'examination.change');
    if (refused) return { ok: false, failure: refused };
    const row = await db.workbookVersion.findUnique({ where: { id } });
    if (!row) return NO_WORKBOOK;
    const { number, title, status, version, changedAt, changedBy } = row;
    const mayChange = status === 'DRAFT' && may(viewer, 'workbook.change', row);
    return done({
      ...{ id, number, title, status, version, changedAt, changedBy },
      sections: sectionsOf(row.sections),
      mayChange,
    });
  });
}

const NO_WORKBOOK = failed('NOT_FOUND', 'Рабочая тетрадь не найдена.');

/** A new draft from the newest version, or from our proposal when there is none yet; CONFLICT while a draft waits. */
export function draftWorkbook(viewer: Viewer, now: Date): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const { municipalityId } = viewer;
    const refused = refusal(viewer, 'workbook.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if (!municipalityId) return NO_WORKBOOK;
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`workbook ${municipalityId}`}, 0))`;
    const newest = await db.workbookVersion.findFirst({ where: { municipalityId }, orderBy: { number: 'desc' } });
    if (newest?.status === 'DRAFT') return failed('CONFLICT', 'Черновик новой версии уже есть: откройте его.');
    const sections = newest ? sectionsOf(newest.sections) : [...DEFAULT_WORKBOOK];
    const draft = await db.workbookVersion.create({
      data: {
        municipalityId,
        number: (newest?.number ?? 0) + 1,
        title: newest?.title ?? 'Рабочая тетрадь по выявлению причин неуспешности',
        sections,
        changedBy: viewer.name,
        changedAt: now,
      },
    });
    await journaled(db, viewer, draft, now, 'DRAFT');
    return done({ id: draft.id });
  });
}

/** Stores the draft's title and questions; STALE_VERSION when somebody was faster, WRONG_STATE when it is published. */
export function changeWorkbook(
  viewer: Viewer,
  id: string,
  { version, title, sections }: { version: number; title: string; sections: WorkbookSection[] },
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const draft = await openDraft(db, viewer, id);
    if (!draft.ok) return draft;
    const ids = sections.flatMap((section) => section.questions.map((question) => question.id));
    if (new Set(ids).size < ids.length) return failed('INVALID', 'Два вопроса имеют один код. Обновите страницу.');
    const stored = await storedChange(db, viewer, id, version, { title, sections }, now);
    if (stored.ok) await journaled(db, viewer, draft.value, now, 'DRAFT');
    return stored;
  });
}

/** Publishes the draft: from now on new examinations use it. */
export function publishWorkbook(
  viewer: Viewer,
  id: string,
  version: number,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  return forViewer(viewer, async (db) => {
    const draft = await openDraft(db, viewer, id);
    if (!draft.ok) return draft;
    const stored = await storedChange(db, viewer, id, version, { status: 'PUBLISHED', publishedAt: now }, now);
    if (stored.ok) await journaled(db, viewer, draft.value, now, 'PUBLISHED');
    return stored;
  });
}

async function openDraft(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<WorkbookVersion>> {
  const row = await db.workbookVersion.findUnique({ where: { id } });
  if (!row) return NO_WORKBOOK;
  const refused = refusal(viewer, 'workbook.change', { municipalityId: row.municipalityId });
  if (refused) return { ok: false, failure: refused };
  return row.status === 'DRAFT'
    ? done(row)
    : failed('WRONG_STATE', 'Опубликованная тетрадь не меняется. Создайте новую версию.');
}

type Change = { title: string; sections: WorkbookSection[] } | { status: 'PUBLISHED'; publishedAt: Date };

async function storedChange(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  version: number,
  change: Change,
  now: Date,
): Promise<Outcome<{ version: number }>> {
  const { count } = await db.workbookVersion.updateMany({
    where: { id, version },
    data: { ...change, version: version + 1, changedBy: viewer.name, changedAt: now },
  });
  if (count === 1) return done({ version: version + 1 });
  const current = await db.workbookVersion.findUniqueOrThrow({
    where: { id },
    select: { version: true, changedBy: true },
  });
  return failed('STALE_VERSION', `Пока вы писали, тетрадь сохранил другой человек: ${current.changedBy}.`, {
    extra: { current },
  });
}

async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  { id, municipalityId, number }: WorkbookVersion,
  now: Date,
  to: string,
): Promise<void> {
  const detail = `версия ${number}`;
  await record(db, viewer, now, {
    ...{ action: 'workbook.change', subjectType: 'workbook', subjectId: id, municipalityId, detail, to },
  });
}
