/** Beginning a programme and writing it: every save merges with what others stored meanwhile, so that nothing is lost. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type ProgrammeContent, readProgramme } from '@/lib/domain/programme/content';
import { type MergeConflict, mergeThree } from '@/lib/domain/programme/merge';
import { runningContent } from '@/lib/domain/programme/progress';
import { formatSchoolYear } from '@/lib/domain/russian';
import { supportedSchool } from '@/lib/portal/support/queries';
import type { NewProgramme, ProgrammeChange, ProgrammeJson, SaveProgramme } from './schema';
import { behind, journaled, nextVersion, openedProgramme, programmeJson, WHOLE } from './stored';

/** Begins the programme of a year; CONFLICT when the school has one. */
export function beginProgramme(viewer: Viewer, input: NewProgramme, now: Date): Promise<Outcome<ProgrammeJson>> {
  return forViewer(viewer, async (db) => {
    const { schoolId, schoolYear, title } = input;
    const school = await supportedSchool(db, viewer, schoolId, 'programme.begin');
    if (!school.ok) return school;
    const { municipalityId } = school.value;
    if (await db.programme.findUnique({ where: { schoolId_schoolYear: { schoolId, schoolYear } } })) {
      return failed('CONFLICT', `Программа школы на ${formatSchoolYear(schoolYear)} уже есть: откройте её в списке.`);
    }
    const content = await startingContent(db, input);
    if (!content.ok) return content;
    const created = await db.programme.create({
      data: {
        ...{ schoolId, municipalityId, schoolYear, title, changedBy: viewer.name, changedAt: now },
        content: content.value as Prisma.InputJsonValue,
      },
      include: WHOLE,
    });
    await journaled(db, viewer, now, created, { action: 'programme.begin', to: 'DRAFT', detail: input.from });
    return done(programmeJson(created));
  });
}

async function startingContent(
  db: ScopedDatabase,
  { from, templateId, schoolId }: NewProgramme,
): Promise<Outcome<ProgrammeContent>> {
  if (from === 'BLANK') return done(readProgramme({}));
  if (from === 'TEMPLATE') {
    const template = templateId ? await db.programmeTemplate.findUnique({ where: { id: templateId } }) : null;
    const message = 'Выберите шаблон программы.';
    return template
      ? done(readProgramme(template.content))
      : failed('INVALID', message, { errors: [{ path: 'templateId', message }] });
  }
  const last = await db.programme.findFirst({ where: { schoolId }, orderBy: { schoolYear: 'desc' } });
  if (!last) return failed('INVALID', 'Прошлой программы у школы нет: начните с шаблона или с чистого листа.');
  const content = readProgramme(last.content);
  // what was done stays in its own programme; the new one begins with the aims and the open measures
  const open = content.measures.filter(({ state }) => state !== 'DONE' && state !== 'CANCELLED');
  return done({
    ...content,
    measures: open.map((measure) => ({ ...measure, state: 'PLANNED' as const, evidence: '' })),
  });
}

export interface SavedProgramme {
  version: number;
  content: ProgrammeContent;
  /** fields that somebody else changed differently meanwhile: theirs stand, the sender's are given back */
  conflicts: MergeConflict[];
}

/** Stores what was written. Changes of different fields are both kept; a running programme takes states and facts alone. */
export function saveProgramme(
  viewer: Viewer,
  id: string,
  { base, content }: SaveProgramme,
  now: Date,
): Promise<Outcome<SavedProgramme>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, 'programme.change');
    if (!opened.ok) return opened;
    // one after the other, so that a merge never starts from what is about to change
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`programme ${id}`}, 0))`;
    const again = await openedProgramme(db, viewer, id, 'programme.change');
    if (!again.ok) return again;
    const { programme } = again.value;
    const locked = lockOf(programme.status);
    if (locked) return locked;
    const stored = readProgramme(programme.content);
    const { value, conflicts } = mergeThree(base, content, stored);
    const next = isRunning(programme.status) ? runningContent(stored, value) : value;
    if (JSON.stringify(next) === JSON.stringify(stored))
      return done({ version: programme.version, content: stored, conflicts });
    const data = { content: next as Prisma.InputJsonValue };
    const saved = await nextVersion(db, viewer, now, programme, programme.version, data);
    if (!saved.ok) return saved;
    await journaled(db, viewer, now, programme, { action: 'programme.change' });
    return done({ version: saved.value.version, content: next, conflicts });
  });
}

const isRunning = (status: string) => status === 'APPROVED' || status === 'RUNNING';

function lockOf(status: string): Outcome<never> | null {
  if (status === 'SUBMITTED')
    return failed('NOT_EDITABLE', 'Программа у МОЦ на согласовании: менять её можно после решения.');
  return status === 'FINISHED' ? failed('NOT_EDITABLE', 'Программа завершена: записи только для чтения.') : null;
}

/** The API's change: the whole content against a version; STALE_VERSION with `current` when it is behind. */
export function changeProgramme(
  viewer: Viewer,
  id: string,
  { version, title, content }: ProgrammeChange,
  now: Date,
): Promise<Outcome<ProgrammeJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedProgramme(db, viewer, id, 'programme.change');
    if (!opened.ok) return opened;
    const { programme } = opened.value;
    if (programme.version !== version) return behind(programme);
    const locked = lockOf(programme.status);
    if (locked) return locked;
    const stored = readProgramme(programme.content);
    const next = content && (isRunning(programme.status) ? runningContent(stored, content) : content);
    const saved = await nextVersion(db, viewer, now, programme, version, {
      ...(title !== undefined && { title }),
      ...(next && { content: next as Prisma.InputJsonValue }),
    });
    if (!saved.ok) return saved;
    await journaled(db, viewer, now, programme, { action: 'programme.change' });
    return done(programmeJson(saved.value));
  });
}
