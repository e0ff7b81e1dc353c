/** One import found for a viewer, and locked against whoever works on the same evidence. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Import } from '@/lib/db/generated/client';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { lockEvidence } from './applying';

const notFound = () => failed('NOT_FOUND', 'Загрузка не найдена. Проверьте адрес или вернитесь к списку загрузок.');

/** The import when it is in the viewer's scope and the viewer may do this to it. */
export async function importFor(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<Import>> {
  const found = await db.import.findUnique({ where: { id } });
  if (!found) return viewer.role === 'ADMIN' ? forbidden(viewer, action) : notFound();
  const { regionId, municipalityId, schoolId } = found;
  const refused = refusal(viewer, action, municipalityId ? { municipalityId, schoolId } : { regionId });
  return refused ? { ok: false, failure: refused } : done(found);
}

/** Whether the viewer may do this to the import; asked before a body is read. */
export async function refusalOfImport(viewer: Viewer, id: string, action: Action): Promise<Failure | null> {
  const found = await forViewer(viewer, (db) => importFor(db, viewer, id, action));
  return found.ok ? null : found.failure;
}

/** The import as it is once nobody else is at work on the evidence of its region. */
export async function lockedImport(
  db: ScopedDatabase,
  { id, regionId }: Pick<Import, 'id' | 'regionId'>,
): Promise<Outcome<Import>> {
  await lockEvidence(db, regionId);
  const locked = await db.import.findUnique({ where: { id } });
  return locked ? done(locked) : notFound();
}

/** An administrator sees the whole installation and no evidence: nothing is hidden by saying so. */
function forbidden(viewer: Viewer, action: Action): Outcome<never> {
  return { ok: false, failure: refusal(viewer, action) ?? notFound().failure };
}
