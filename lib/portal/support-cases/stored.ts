import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { SupportCase } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { type JournalRecord, record } from '@/lib/portal/journal/commands';
import { supportedSchool } from '@/lib/portal/support/queries';

const NO_CASE = failed('NOT_FOUND', 'Сопровождение школы не найдено.');

/** A case opened for an action; NOT_FOUND outside the scope, FORBIDDEN for the wrong role. */
export async function openedCase(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<SupportCase>> {
  const stranger = refusal(viewer, 'support.read');
  if (stranger) return { ok: false, failure: stranger };
  const found = await db.supportCase.findUnique({ where: { id } });
  if (!found) return NO_CASE;
  const school = await supportedSchool(db, viewer, found.schoolId, action);
  return school.ok ? done(found) : school;
}

/** The same, and WRONG_STATE when the support has ended. */
export async function liveCase(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Outcome<SupportCase>> {
  const opened = await openedCase(db, viewer, id, action);
  if (!opened.ok || opened.value.status === 'OPEN') return opened;
  return failed('WRONG_STATE', 'Поддержка этой школы завершена: записи только для чтения.');
}

export async function journaled(
  db: ScopedDatabase,
  viewer: Viewer,
  now: Date,
  { id, schoolId, municipalityId }: Pick<SupportCase, 'id' | 'schoolId' | 'municipalityId'>,
  what: Omit<JournalRecord, 'subjectType' | 'subjectId'>,
): Promise<void> {
  await record(db, viewer, now, { ...what, subjectType: 'support-case', subjectId: id, schoolId, municipalityId });
}
