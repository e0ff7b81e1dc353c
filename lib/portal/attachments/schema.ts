import { z } from 'zod';

/** Bytes in one attached file: 20 MB. */
export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** `POST /cards/{id}/attachments?criterion=CODE&name=FILE`, the file as the body */
export const attachmentQuerySchema = z.object({
  criterion: z.string().trim().min(1, 'Укажите код критерия.').max(100, 'Код критерия не длиннее 100 знаков.'),
  name: z.string().trim().min(1, 'Укажите имя файла.').max(1000, 'Имя файла слишком длинное.'),
});
export type AttachmentQuery = z.output<typeof attachmentQuerySchema>;

export const attachmentSchema = z.object({
  id: z.guid(),
  criterion: z.string(),
  name: z.string(),
  mediaType: z.string(),
  /** bytes */
  size: z.int(),
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
});
export type AttachmentItem = z.output<typeof attachmentSchema>;
