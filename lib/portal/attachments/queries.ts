import type { Readable } from 'node:stream';
import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import type { Attachment } from '@/lib/db/generated/client';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { cardForAttachments } from '@/lib/portal/cards/queries';
import { readFile } from '@/lib/work/storage';
import type { AttachmentItem } from './schema';

export function attachmentItem(attachment: Attachment, criterion: string): AttachmentItem {
  const { id, name, mediaType, size, sha256, uploadedBy, uploadedAt } = attachment;
  return { id, criterion, name, mediaType, size, sha256, uploadedBy, uploadedAt: uploadedAt.toISOString() };
}

/** The files attached to a card, in the order in which they came. */
export function attachmentsOf(viewer: Viewer, cardId: string): Promise<Outcome<{ items: AttachmentItem[] }>> {
  return forViewer(viewer, async (db) => {
    const card = await cardForAttachments(db, viewer, cardId, 'card.read');
    if (!card.ok) return card;
    const attachments = await db.attachment.findMany({ where: { cardId }, orderBy: { uploadedAt: 'asc' } });
    const items = attachments.map((one) => attachmentItem(one, card.value.codeOf(one.criterionId)));
    return done({ items });
  });
}

/** One attached file with its contents. */
export async function attachedFile(
  viewer: Viewer,
  cardId: string,
  id: string,
): Promise<Outcome<{ attachment: Attachment; contents: Readable }>> {
  const found = await forViewer(viewer, async (db): Promise<Outcome<Attachment>> => {
    const card = await cardForAttachments(db, viewer, cardId, 'card.read');
    if (!card.ok) return card;
    const attachment = await db.attachment.findFirst({ where: { id, cardId } });
    return attachment ? done(attachment) : failed('NOT_FOUND', 'Файл не найден. Возможно, его уже убрали из карты.');
  });
  if (!found.ok) return found;
  const contents = await readFile(found.value.storageKey);
  return contents
    ? done({ attachment: found.value, contents })
    : failed('NOT_FOUND', 'Файла нет в хранилище. Сообщите администратору портала.');
}
