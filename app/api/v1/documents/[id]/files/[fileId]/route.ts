import { apiRoute } from '@/app/api/api-route';
import { fileAnswer } from '@/app/api/file-answer';
import { documentFile } from '@/lib/portal/documents/queries';

export const GET = apiRoute({}, async ({ viewer, params }) => {
  const found = await documentFile(viewer, params.fileId ?? '', params.id);
  return found.ok ? fileAnswer(found.value) : found;
});
