/** Materials of an event: links and documents of the library, before it and after it. */
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { journaled, nextVersion } from './changing';
import type { EventMaterials } from './schema';
import { openedEvent } from './stored';
import type { EventMaterialsView } from './views';

/** A select offers no more; an older document is linked by its address. */
const MOST_DOCUMENTS = 500;

/** The materials that the viewer may open; the documents to choose from for those who change the event. */
export function materialsOf(viewer: Viewer, id: string): Promise<Outcome<EventMaterialsView>> {
  return forViewer(viewer, async (db) => {
    const opened = await openedEvent(db, viewer, id, 'event.read');
    if (!opened.ok) return opened;
    const rows = await db.eventMaterial.findMany({ where: { eventId: id }, orderBy: { position: 'asc' } });
    const wanted = rows.flatMap(({ documentId }) => documentId ?? []);
    const readable = new Set(
      (await db.document.findMany({ where: { id: { in: wanted } }, select: { id: true } })).map((one) => one.id),
    );
    const writes = (await openedEvent(db, viewer, id, 'event.change')).ok;
    return done({
      // what is for the centre alone is not even named to a school
      materials: rows.flatMap(({ id: material, stage, title, url, documentId }) =>
        documentId === null || readable.has(documentId) ? [{ id: material, stage, title, url, documentId }] : [],
      ),
      documents: writes
        ? await db.document.findMany({
            where: { archived: false },
            orderBy: { title: 'asc' },
            take: MOST_DOCUMENTS,
            select: { id: true, title: true },
          })
        : [],
    });
  });
}

/** Puts this list in the place of the stored one; a document must be one that the viewer reads. */
export function setMaterials(
  viewer: Viewer,
  id: string,
  { version, materials }: EventMaterials,
  now: Date,
): Promise<Outcome<void>> {
  return forViewer(viewer, async (db): Promise<Outcome<void>> => {
    const opened = await openedEvent(db, viewer, id, 'event.change');
    if (!opened.ok) return opened;
    if (opened.value.status === 'CANCELLED') {
      return failed('WRONG_STATE', 'Мероприятие отменено и больше не меняется.');
    }
    const wanted = [...new Set(materials.flatMap(({ documentId }) => documentId ?? []))];
    const found = await db.document.count({ where: { id: { in: wanted } } });
    if (found !== wanted.length) {
      const message = 'Документа нет в библиотеке. Обновите страницу и выберите из списка.';
      return failed('INVALID', message, { errors: [{ path: 'materials', message }] });
    }
    const stored = await nextVersion(db, viewer, now, opened.value, version, {});
    if (!stored.ok) return stored;
    await db.eventMaterial.deleteMany({ where: { eventId: id } });
    await db.eventMaterial.createMany({
      data: materials.map((material, position) => ({ ...material, eventId: id, position })),
    });
    await journaled(db, viewer, now, opened.value, { detail: `материалов: ${materials.length}` });
    return done(undefined);
  });
}
