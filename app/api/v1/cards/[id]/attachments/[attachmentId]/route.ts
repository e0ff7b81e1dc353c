import { apiRoute } from '@/app/api/api-route';
import { fileAnswer } from '@/app/api/file-answer';
import { removeAttachment } from '@/lib/portal/attachments/commands';
import { attachedFile } from '@/lib/portal/attachments/queries';

export const GET = apiRoute({}, async ({ viewer, params }) => {
  const found = await attachedFile(viewer, params.id ?? '', params.attachmentId ?? '');
  return found.ok ? fileAnswer({ ...found.value.attachment, contents: found.value.contents }) : found;
});

export const DELETE = apiRoute({}, ({ viewer, params, now }) =>
  removeAttachment(viewer, params.id ?? '', params.attachmentId ?? '', now),
);
