/** Writing the library: adding, changing and archiving documents, and the versions of their files. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { documentText } from '@/lib/exchange/document-text';
import { keepUpload, LIBRARY_FILES, type Upload } from '@/lib/portal/attachments/commands';
import { record } from '@/lib/portal/journal/commands';
import { keepFile } from '@/lib/work/storage';
import type { DocumentChange, DocumentFileJson, DocumentInput, DocumentJson } from './schema';
import { changeableDocument, documentJson, fileJson } from './stored';
import { tellOfDocument } from './telling';

const dayOrNull = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** The act that a document replaces must be in sight; it is out of force from now on when the writer may say so. */
async function replaced(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string | null | undefined,
  self: string | null,
  now: Date,
): Promise<Outcome<void>> {
  if (!id) return done(undefined);
  const act = id === self ? null : await db.document.findUnique({ where: { id } });
  if (!act) {
    const message = 'Выберите другой действующий документ библиотеки.';
    return failed('INVALID', message, { errors: [{ path: 'replacesId', message }] });
  }
  const changeable = await changeableDocument(db, viewer, id);
  if (changeable.ok && act.inForce) {
    await db.document.update({
      where: { id },
      data: { inForce: false, version: { increment: 1 }, changedBy: viewer.name, changedAt: now },
    });
  }
  return done(undefined);
}

/** Adds a document of the writer's municipality, or of the region when СОИРО writes. */
export function addDocument(viewer: Viewer, input: DocumentInput, now: Date): Promise<Outcome<DocumentJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<DocumentJson>> => {
    const refused = refusal(viewer, 'document.add');
    if (refused) return { ok: false, failure: refused };
    if (!viewer.regionId) return failed('FORBIDDEN', 'Документы пишут МОЦ и СОИРО.');
    const older = await replaced(db, viewer, input.replacesId, null, now);
    if (!older.ok) return older;
    const stored = await db.document.create({
      data: {
        ...input,
        issuedOn: dayOrNull(input.issuedOn),
        regionId: viewer.regionId,
        municipalityId: viewer.municipalityId,
        changedBy: viewer.name,
        changedAt: now,
      },
    });
    await record(db, viewer, now, {
      action: 'document.add',
      subjectType: 'document',
      subjectId: stored.id,
      municipalityId: stored.municipalityId,
      to: stored.title,
    });
    await tellOfDocument(db, stored, now);
    return done(documentJson(stored));
  });
}

/** Changes a document; STALE_VERSION with what is stored when somebody was faster. */
export function changeDocument(
  viewer: Viewer,
  id: string,
  { version, issuedOn, ...change }: DocumentChange,
  now: Date,
): Promise<Outcome<DocumentJson>> {
  return forViewer(viewer, async (db): Promise<Outcome<DocumentJson>> => {
    const found = await changeableDocument(db, viewer, id);
    if (!found.ok) return found;
    if (found.value.version === version) {
      const isNew = change.replacesId !== found.value.replacesId;
      const older = isNew ? await replaced(db, viewer, change.replacesId, id, now) : done(undefined);
      if (!older.ok) return older;
    }
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const { count } = await db.document.updateMany({
      where: { id, version },
      data: {
        ...given,
        // a new address is looked at anew
        ...(change.url !== undefined && change.url !== found.value.url && { linkState: null, linkCheckedAt: null }),
        ...(issuedOn !== undefined && { issuedOn: dayOrNull(issuedOn) }),
        ...{ version: { increment: 1 }, changedBy: viewer.name, changedAt: now },
      },
    });
    const stored = await db.document.findUniqueOrThrow({ where: { id } });
    if (count === 0) {
      const current = documentJson(stored);
      return failed('STALE_VERSION', 'Документ изменили, пока вы работали с ним.', { extra: { current } });
    }
    await record(db, viewer, now, {
      action: stored.municipalityId ? 'document.change' : 'document.changeRegional',
      subjectType: 'document',
      subjectId: id,
      municipalityId: stored.municipalityId,
      from: found.value.title,
      to: stored.title,
      ...(change.archived !== undefined && { detail: change.archived ? 'archived' : 'restored' }),
    });
    return done(documentJson(stored));
  });
}

/**
 * Puts a new version of the text beside a document; older versions stay for those who write it. What can be read of it
 * goes into the search. UNSUPPORTED_TYPE for macros, embedded objects and archives that unpack without end.
 */
export async function attachDocumentFile(
  viewer: Viewer,
  documentId: string,
  name: string,
  upload: Upload,
  now: Date,
): Promise<Outcome<DocumentFileJson>> {
  const open = await forViewer(viewer, (db) => changeableDocument(db, viewer, documentId));
  if (!open.ok) return open;
  return keepUpload(
    name,
    upload,
    async (file) => {
      const read = await documentText(file.path, file.mediaType);
      if (read === 'dangerous' || read === 'broken') {
        const detail =
          read === 'broken'
            ? 'Файл повреждён. Откройте его, сохраните заново и загрузите ещё раз.'
            : 'В файле есть макросы, вложенные объекты или он слишком велик после распаковки. Сохраните его как PDF.';
        return failed('UNSUPPORTED_TYPE', detail);
      }
      return forViewer(viewer, async (db) => {
        const again = await changeableDocument(db, viewer, documentId);
        if (!again.ok) return again;
        // the row of the document is locked first: two versions that come at once get two numbers
        await db.document.update({
          where: { id: documentId },
          data: { version: { increment: 1 }, changedBy: viewer.name, changedAt: now },
        });
        const last = await db.documentFile.aggregate({ where: { documentId }, _max: { number: true } });
        const stored = await db.documentFile.create({
          data: {
            documentId,
            number: (last._max.number ?? 0) + 1,
            name: file.name,
            mediaType: file.mediaType,
            size: file.size,
            sha256: file.sha256,
            storageKey: file.key,
            text: read.text,
            uploadedBy: viewer.name,
            uploadedAt: now,
          },
        });
        await record(db, viewer, now, {
          action: again.value.municipalityId ? 'document.change' : 'document.changeRegional',
          subjectType: 'document',
          subjectId: documentId,
          municipalityId: again.value.municipalityId,
          detail: 'file',
          to: stored.name,
        });
        await keepFile(file);
        return done(fileJson(stored));
      });
    },
    LIBRARY_FILES,
  );
}

export { keepExperienceDocument } from './experience';
export { setDocumentLink } from './links';
