/** Files beside the things of support: the contents go to the disk piece by piece and stay only when the row is stored. */
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { keepUpload, type Upload } from '@/lib/portal/attachments/commands';
import { record } from '@/lib/portal/journal/commands';
import { keepFile, removeFile } from '@/lib/work/storage';
import { mayRemove } from './queries';
import type { FileSubject } from './schema';
import { journalSubject, placeForFile } from './subjects';

/** Puts a file beside a thing of support; scope and role are asked before the first byte is read and again at the end. */
export async function attachSupportFile(
  viewer: Viewer,
  subject: { type: FileSubject; id: string },
  name: string,
  upload: Upload,
  now: Date,
): Promise<Outcome<{ id: string; name: string }>> {
  const open = await forViewer(viewer, (db) => placeForFile(db, viewer, subject.type, subject.id));
  if (!open.ok) return open;
  return keepUpload(name, upload, (file) =>
    forViewer(viewer, async (db): Promise<Outcome<{ id: string; name: string }>> => {
      const place = await placeForFile(db, viewer, subject.type, subject.id);
      if (!place.ok) return place;
      const stored = await db.supportFile.create({
        data: {
          ...place.value,
          subjectType: subject.type,
          subjectId: subject.id,
          name: file.name,
          mediaType: file.mediaType,
          size: file.size,
          sha256: file.sha256,
          storageKey: file.key,
          uploadedBy: viewer.name,
          uploaderId: viewer.accountId,
          uploadedAt: now,
        },
        select: { id: true, name: true },
      });
      await record(db, viewer, now, {
        action: 'support.attach',
        subjectType: journalSubject(subject.type),
        subjectId: subject.id,
        ...place.value,
        to: stored.name,
      });
      await keepFile(file);
      return done(stored);
    }),
  );
}

/** Takes a file away; FORBIDDEN unless the viewer put it there or heads the centre. */
export async function removeSupportFile(viewer: Viewer, id: string, now: Date): Promise<Outcome<void>> {
  const removed = await forViewer(viewer, async (db): Promise<Outcome<string>> => {
    const file = await db.supportFile.findUnique({ where: { id } });
    if (!file) return failed('NOT_FOUND', 'Файл не найден. Возможно, его уже убрали.');
    const type = file.subjectType as FileSubject;
    const place = await placeForFile(db, viewer, type, file.subjectId);
    if (!place.ok) return place;
    if (!mayRemove(viewer, file.uploaderId)) {
      return failed('FORBIDDEN', 'Убрать файл может тот, кто его приложил, или руководитель МОЦ.');
    }
    await db.supportFile.delete({ where: { id } });
    await record(db, viewer, now, {
      action: 'support.attach',
      subjectType: journalSubject(type),
      subjectId: file.subjectId,
      ...place.value,
      from: file.name,
    });
    return done(file.storageKey);
  });
  if (!removed.ok) return removed;
  await removeFile(removed.value);
  return done(undefined);
}
