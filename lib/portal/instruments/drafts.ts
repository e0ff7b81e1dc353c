import { z } from 'zod';
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { JournalRecord } from '@/lib/portal/journal/commands';
import { loadInstrument } from './definition';
import { targetOf, versionsInSight } from './ownership';
import type { SavedDraft } from './schema';

export const ABSENT = 'Версия карты не найдена. Вернитесь к списку карт.';

/** A version that concerns the viewer, with its instrument; null otherwise. */
export async function versionInSight(db: ScopedDatabase, viewer: Viewer, id: string) {
  if (!z.guid().safeParse(id).success) return null;
  return db.instrumentVersion.findFirst({
    where: { id, ...versionsInSight(viewer) },
    include: { instrument: true },
  });
}

type SeenVersion = NonNullable<Awaited<ReturnType<typeof versionInSight>>>;

/** A draft that the viewer may change and that nobody saved since `version`. */
export async function ownDraft(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
  version: number,
): Promise<Outcome<SeenVersion>> {
  const row = await versionInSight(db, viewer, id);
  if (!row) return failed('NOT_FOUND', ABSENT);
  const refused = refusal(viewer, action, targetOf(row.instrument));
  if (refused) return { ok: false, failure: refused };
  if (row.status !== 'DRAFT') {
    return failed('NOT_EDITABLE', 'Эта версия уже опубликована и больше не меняется. Сделайте копию и измените её.');
  }
  return row.version === version ? done(row) : stale(db, id);
}

/**
 * Raises the version of a draft and locks its row until the end of the transaction, so that of two who save at once the
 * second one is told.
 */
export async function raiseVersion(
  db: ScopedDatabase,
  id: string,
  version: number,
  changes: { title?: string; status?: 'PUBLISHED'; publishedAt?: Date; publishedBy?: string },
): Promise<Outcome<void>> {
  const raised = await db.instrumentVersion.updateMany({
    where: { id, version, status: 'DRAFT' },
    data: { ...changes, version: { increment: 1 } },
  });
  return raised.count === 1 ? done(undefined) : stale(db, id);
}

async function stale(db: ScopedDatabase, id: string): Promise<Outcome<never>> {
  const current = await savedDraft(db, id);
  return failed(
    'STALE_VERSION',
    'Карта изменена в другом окне. Ничего из введённого здесь не потеряно: сравните и выберите.',
    {
      extra: { current },
    },
  );
}

/** What is stored now, for the one who comes second; null when it is gone. */
async function savedDraft(db: ScopedDatabase, id: string): Promise<SavedDraft | null> {
  const row = await db.instrumentVersion.findUnique({ where: { id } });
  const loaded = await loadInstrument(db, id);
  if (!row || !loaded) return null;
  const last = await db.journalEntry.findFirst({
    where: { subjectType: 'instrument', subjectId: id },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  });
  return {
    version: row.version,
    title: row.title,
    published: row.status === 'PUBLISHED',
    definition: loaded.definition,
    savedBy: last?.actorName ?? null,
    savedAt: last?.at.toISOString() ?? null,
  };
}

/** A journal entry about a version; `municipalityId` is its owner's. */
export function versionRecord(
  action: 'instrument.edit' | 'instrument.publish',
  versionId: string,
  owner: { municipalityId: string | null },
  detail: string,
): JournalRecord {
  return { action, subjectType: 'instrument', subjectId: versionId, municipalityId: owner.municipalityId, detail };
}
