/** The head of a centre writes its public page and chooses which events stand on it. */
import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { record } from '@/lib/portal/journal/commands';
import { type CentrePageInput, type CentrePageJson, centrePageJson } from './schema';

/** Opens the page or changes it; STALE_VERSION with what is stored when somebody was faster. */
export function changeCentrePage(
  viewer: Viewer,
  { version, ...texts }: CentrePageInput,
  now: Date,
): Promise<Outcome<CentrePageJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<CentrePageJson>> => {
    const refused = refusal(viewer, 'centre-page.change');
    if (refused) return { ok: false, failure: refused };
    const municipalityId = viewer.municipalityId ?? '';
    const changed = { changedBy: viewer.name, changedAt: now };
    const before = await db.centrePage.findUnique({ where: { municipalityId } });
    const { count } =
      version === 0
        ? await db.centrePage.createMany({ data: [{ municipalityId, ...texts, ...changed }], skipDuplicates: true })
        : await db.centrePage.updateMany({
            where: { municipalityId, version },
            data: { ...texts, ...changed, version: { increment: 1 } },
          });
    const stored = centrePageJson(await db.centrePage.findUnique({ where: { municipalityId } }));
    if (count === 0) {
      const detail = 'Страницу изменили, пока вы работали с ней.';
      return failed('STALE_VERSION', detail, { extra: { current: stored } });
    }
    await record(db, viewer, now, {
      action: 'centre-page.change',
      subjectType: 'centre-page',
      subjectId: municipalityId,
      municipalityId,
      from: before && centrePageJson(before),
      to: stored,
    });
    return done(stored);
  });
}

/** Shows an event of the centre on the public page or takes it off. */
export function showEventToAll(viewer: Viewer, id: string, shown: boolean, now: Date): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const refused = refusal(viewer, 'centre-page.change');
    if (refused) return { ok: false, failure: refused };
    const { municipalityId } = viewer;
    const { count } = await db.event.updateMany({
      where: { id, municipalityId, status: 'PUBLISHED', public: !shown },
      data: { public: shown, version: { increment: 1 }, changedBy: viewer.name, changedAt: now },
    });
    if (count === 0) {
      const found = await db.event.findFirst({ where: { id, municipalityId, status: 'PUBLISHED' } });
      // chosen already, by somebody else or in another window
      return found ? done(undefined) : failed('NOT_FOUND', 'Мероприятие не найдено. Обновите страницу.');
    }
    const detail = shown ? 'shown' : 'hidden';
    const subject = { subjectType: 'centre-page' as const, subjectId: municipalityId ?? '' };
    await record(db, viewer, now, { action: 'centre-page.change', ...subject, municipalityId, detail, to: id });
    return done(undefined);
  });
}
