/** Evidence beside an answer: the file goes to the disk piece by piece, and stays only when its row is stored. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { formatFileSize } from '@/lib/domain/russian';
import { cardForAttachments } from '@/lib/portal/cards/queries';
import { record } from '@/lib/portal/journal/commands';
import { discardFile, type IncomingFile, keepFile, receiveFile, removeFile } from '@/lib/work/storage';
import { type AcceptedFiles, EVIDENCE_FILES, fileKind, LIBRARY_FILES, safeFileName } from './file-kind';
import { attachmentItem } from './queries';
import { type AttachmentItem, type AttachmentQuery, MOST_ATTACHMENT_BYTES } from './schema';

/** A file on the disk whose contents are of an accepted kind, under the name by which a person will find it. */
export interface ReceivedFile extends IncomingFile {
  name: string;
  mediaType: string;
}

export interface Upload {
  /** bytes that the sender announced, 0 when it did not: what is announced as too large is not waited for */
  announced: number;
  contents: AsyncIterable<Uint8Array>;
}

/**
 * Attaches a file to a criterion. Scope, role and state are asked before the first byte is read. TOO_LARGE over 20 MB,
 * UNSUPPORTED_TYPE when the contents are no pdf, docx, xlsx, jpg or png; then nothing is kept.
 */
export async function attachFile(
  viewer: Viewer,
  cardId: string,
  query: AttachmentQuery,
  upload: Upload,
  now: Date,
): Promise<Outcome<AttachmentItem>> {
  const refused = await forViewer(viewer, (db) => openCriterion(db, viewer, cardId, query.criterion));
  if (!refused.ok) return refused;
  return keepUpload(query.name, upload, (file) =>
    forViewer(viewer, (db) => storeFile(db, viewer, cardId, query.criterion, file, now)),
  );
}

/**
 * Receives a file and lets `store` write its row; without a row no file stays. TOO_LARGE over 20 MB, UNSUPPORTED_TYPE when
 * the contents are none of the accepted kinds, INVALID when it is empty.
 */
export async function keepUpload<T>(
  name: string,
  upload: Upload,
  store: (file: ReceivedFile) => Promise<Outcome<T>>,
  accepted: AcceptedFiles = EVIDENCE_FILES,
): Promise<Outcome<T>> {
  const tooLarge = upload.announced > MOST_ATTACHMENT_BYTES;
  const file = tooLarge ? 'too-large' : await receiveFile(upload.contents, MOST_ATTACHMENT_BYTES);
  if (file === 'too-large') {
    return failed('TOO_LARGE', `Файл больше ${formatFileSize(MOST_ATTACHMENT_BYTES)}. Уменьшите его или разделите.`);
  }
  try {
    if (file.size === 0) return await refuseFile(file, failed('INVALID', 'Файл пуст. Выберите другой.'));
    const kind = await fileKind(file.path, name, accepted);
    if (!kind) {
      const detail = `Приложить можно ${accepted.words}. Сохраните файл в одном из этих форматов.`;
      return await refuseFile(file, failed('UNSUPPORTED_TYPE', detail));
    }
    const stored = await store({ ...file, name: safeFileName(name, kind), mediaType: kind.mediaType });
    return stored.ok ? stored : await refuseFile(file, stored);
  } catch (error) {
    await discardFile(file);
    throw error;
  }
}

async function refuseFile(file: IncomingFile, failure: Outcome<never>): Promise<Outcome<never>> {
  await discardFile(file);
  return failure;
}

/** The criterion's id in the card, when this viewer may attach to it or remove from it now. */
async function openCriterion(
  db: ScopedDatabase,
  viewer: Viewer,
  cardId: string,
  criterion: string,
): Promise<Outcome<{ criterionId: string; schoolId: string; municipalityId: string }>> {
  const card = await cardForAttachments(db, viewer, cardId, 'card.attach');
  if (!card.ok) return card;
  const { criterionIdOf, refusalOfAttaching, schoolId, municipalityId } = card.value;
  const criterionId = criterionIdOf(criterion);
  if (criterionId === null) {
    const message = `Критерия ${criterion} нет в карте этой школы.`;
    return failed('INVALID', message, { errors: [{ path: 'criterion', message }] });
  }
  return refusalOfAttaching(criterion) ?? done({ criterionId, schoolId, municipalityId });
}

async function storeFile(
  db: ScopedDatabase,
  viewer: Viewer,
  cardId: string,
  criterion: string,
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<AttachmentItem>> {
  // asked again: the card may have been submitted while the file was on its way
  const open = await openCriterion(db, viewer, cardId, criterion);
  if (!open.ok) return open;
  const { criterionId, schoolId, municipalityId } = open.value;
  const attachment = await db.attachment.create({
    data: {
      cardId,
      schoolId,
      municipalityId,
      criterionId,
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      storageKey: file.key,
      uploadedBy: viewer.name,
      uploadedAt: now,
    },
  });
  await record(db, viewer, now, {
    action: 'card.attach',
    subjectType: 'card',
    subjectId: cardId,
    schoolId,
    municipalityId,
    detail: criterion,
    to: attachment.name,
  });
  await keepFile(file);
  return done(attachmentItem(attachment, criterion));
}

/** Takes a file off a card that the school has now. */
export async function removeAttachment(viewer: Viewer, cardId: string, id: string, now: Date): Promise<Outcome<void>> {
  const removed = await forViewer(viewer, async (db): Promise<Outcome<string>> => {
    const card = await cardForAttachments(db, viewer, cardId, 'card.attach');
    if (!card.ok) return card;
    const attachment = await db.attachment.findFirst({ where: { id, cardId } });
    if (!attachment) return failed('NOT_FOUND', 'Файл не найден. Возможно, его уже убрали из карты.');
    const criterion = card.value.codeOf(attachment.criterionId);
    const refused = card.value.refusalOfRemoving(criterion);
    if (refused) return refused;
    await db.attachment.delete({ where: { id } });
    const { schoolId, municipalityId } = attachment;
    await record(db, viewer, now, {
      action: 'card.attach',
      subjectType: 'card',
      subjectId: cardId,
      schoolId,
      municipalityId,
      detail: criterion,
      from: attachment.name,
    });
    return done(attachment.storageKey);
  });
  if (!removed.ok) return removed;
  await removeFile(removed.value);
  return done(undefined);
}

export { LIBRARY_FILES };
