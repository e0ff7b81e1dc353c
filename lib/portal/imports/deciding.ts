/** A file that was looked at: applied, taken back, or forgotten. */
import { forSystem, forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Import, Prisma } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type ChangedCard, deriveAfter } from '@/lib/portal/evidence/commands';
import { record } from '@/lib/portal/journal/commands';
import { removeFile } from '@/lib/work/storage';
import { bringIntoForce, takeOutOfForce, touchedBy } from './applying';
import { importResult } from './import-json';
import { importFor, lockedImport } from './import-lock';
import type { ImportResult } from './schema';
import { unstageUnits } from './staging';

/** How the cards follow: computed anew at once, or later by the one who brings in many files. */
export interface Following {
  derive: boolean;
}

/**
 * What the file says comes into force, and the cards that depend on it are computed anew: all in one transaction. Rows
 * with faults and of unknown schools are left out. Applied already: the same answer, nothing happens twice. An import
 * that was taken back can be applied again.
 */
export async function applyImport(
  viewer: Viewer,
  id: string,
  now: Date,
  { derive }: Following = { derive: true },
): Promise<Outcome<ImportResult>> {
  const found = await forViewer(viewer, (db) => importFor(db, viewer, id, 'import.apply'));
  if (!found.ok) return found;
  return forSystem('derivation', async (db) => {
    const locked = await lockedImport(db, found.value);
    if (!locked.ok) return locked;
    if (locked.value.status === 'APPLIED') return done(importResult(locked.value, viewer));
    if (locked.value.accepted === 0) {
      return failed('WRONG_STATE', 'Применять нечего: ни одна строка не годится. Исправьте файл и загрузите снова.');
    }
    await bringIntoForce(db, locked.value);
    const changes = derive ? await cardsAfter(db, viewer, id, now) : [];
    const applied = { status: 'APPLIED' as const, appliedBy: viewer.name, appliedAt: now };
    return done(await storeState(db, viewer, locked.value, 'import.apply', { ...applied, changes }, now));
  });
}

/**
 * What the file said steps back, what it had replaced is in force again, and the cards follow. CONFLICT when a later file
 * has replaced it. Taken back already: the same answer.
 */
export async function undoImport(viewer: Viewer, id: string, now: Date): Promise<Outcome<ImportResult>> {
  const found = await forViewer(viewer, (db) => importFor(db, viewer, id, 'import.undo'));
  if (!found.ok) return found;
  return forSystem('derivation', async (db) => {
    const locked = await lockedImport(db, found.value);
    if (!locked.ok) return locked;
    if (locked.value.status === 'UNDONE') return done(importResult(locked.value, viewer));
    if (locked.value.status === 'PREVIEW') {
      return failed('WRONG_STATE', 'Загрузка ещё не применена: отменять нечего.');
    }
    const refused = await takeOutOfForce(db, id);
    if (refused) return refused;
    const changes = await cardsAfter(db, viewer, id, now);
    const undone = { status: 'UNDONE' as const, undoneBy: viewer.name, undoneAt: now };
    return done(await storeState(db, viewer, locked.value, 'import.undo', { ...undone, changes }, now));
  });
}

/** Forgets a file that was only looked at, with all that was read of it. */
export async function discardImport(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  const removed = await forViewer(viewer, async (db): Promise<Outcome<string | null>> => {
    const found = await importFor(db, viewer, id, 'import.create');
    if (!found.ok) return found;
    const locked = await lockedImport(db, found.value);
    if (!locked.ok) return locked;
    const { status, storageKey, municipalityId, schoolId, fileName } = locked.value;
    if (status !== 'PREVIEW') return failed('WRONG_STATE', 'Загрузка применена: её можно отменить, но не удалить.');
    await unstageUnits(db, id);
    await db.import.delete({ where: { id } });
    const subject = { subjectType: 'import' as const, subjectId: id, municipalityId, schoolId };
    await record(db, viewer, now, { action: 'import.create', ...subject, detail: 'discard', from: fileName });
    return done(storageKey);
  });
  if (!removed.ok) return removed;
  if (removed.value) await removeFile(removed.value);
  return done(undefined);
}

async function cardsAfter(db: ScopedDatabase, viewer: Viewer, importId: string, now: Date): Promise<ChangedCard[]> {
  return deriveAfter(db, { ...(await touchedBy(db, importId)), importId }, now, viewer);
}

async function storeState(
  db: ScopedDatabase,
  viewer: Viewer,
  { id, status, municipalityId, schoolId }: Import,
  action: 'import.apply' | 'import.undo',
  { changes, ...state }: Prisma.ImportUpdateInput & { status: Import['status']; changes: ChangedCard[] },
  now: Date,
): Promise<ImportResult> {
  const stored = await db.import.update({
    where: { id },
    data: { ...state, changes: changes as unknown as Prisma.InputJsonArray, version: { increment: 1 } },
  });
  await record(db, viewer, now, {
    action,
    subjectType: 'import',
    subjectId: id,
    municipalityId,
    schoolId,
    from: status,
    to: { status: state.status, changedCards: changes.length },
  });
  return importResult(stored, viewer);
}
