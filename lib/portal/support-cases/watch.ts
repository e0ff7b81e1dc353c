/** Watch lists of МОЦ and СОИРО: schools that are kept an eye on and never see it. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';

export function watchSchool(
  viewer: Viewer,
  { schoolId, reason }: { schoolId: string; reason: string },
  now: Date,
): Promise<Outcome<{ id: string }>> {
  return forViewer(viewer, async (db) => {
    const school = await db.school.findUnique({ where: { id: schoolId }, select: { municipalityId: true } });
    const refused = refusal(viewer, 'watch.change', { schoolId, municipalityId: school?.municipalityId ?? null });
    if (refused) return { ok: false, failure: refused };
    if (!school) return failed('NOT_FOUND', 'Школа не найдена.');
    const { municipalityId } = school;
    const level = viewer.role === 'REGION_COORDINATOR' ? 'REGION' : 'CENTRE';
    if (await db.watchEntry.findFirst({ where: { schoolId, level, endedAt: null } })) {
      return failed('CONFLICT', 'Школа уже под наблюдением.');
    }
    const entry = await db.watchEntry.create({
      data: { schoolId, municipalityId, level, reason, addedBy: viewer.name, addedAt: now },
      select: { id: true },
    });
    await record(db, viewer, now, {
      action: 'watch.change',
      subjectType: 'watch',
      subjectId: entry.id,
      municipalityId,
      to: level,
      reason,
    });
    return done(entry);
  });
}

export function endWatch(viewer: Viewer, id: string, reason: string, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const entry = await db.watchEntry.findUnique({ where: { id } });
    if (!entry) return failed('NOT_FOUND', 'Запись не найдена.');
    const { municipalityId, level } = entry;
    const refused = refusal(viewer, 'watch.change', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    if ((level === 'REGION') !== (viewer.role === 'REGION_COORDINATOR')) {
      return failed('FORBIDDEN', 'Наблюдение снимает тот, кто его ведёт: МОЦ — своё, СОИРО — своё.');
    }
    const { count } = await db.watchEntry.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, endReason: reason },
    });
    if (count === 0) return failed('WRONG_STATE', 'Наблюдение уже снято.');
    await record(db, viewer, now, {
      action: 'watch.change',
      subjectType: 'watch',
      subjectId: id,
      municipalityId,
      from: level,
      reason,
    });
    return done(undefined);
  });
}
