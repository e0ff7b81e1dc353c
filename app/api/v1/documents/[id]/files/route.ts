import { apiRoute } from '@/app/api/api-route';
import { formWithFile } from '@/app/api/multipart';
import { failed } from '@/lib/domain/failure';
import { MOST_ATTACHMENT_BYTES } from '@/lib/portal/attachments/schema';
import { attachDocumentFile } from '@/lib/portal/documents/commands';
import { documentFiles, refusalOfDocument } from '@/lib/portal/documents/queries';

export const GET = apiRoute({}, ({ viewer, params }) => documentFiles(viewer, params.id ?? ''));

/** A form with the field `file`, read piece by piece; who may not write the document is refused before it is read. */
export const POST = apiRoute({ status: 201 }, async ({ viewer, params, request, now }) => {
  const id = params.id ?? '';
  const refused = await refusalOfDocument(viewer, id);
  if (refused) return { ok: false, failure: refused };
  return formWithFile(request, { needs: [], most: MOST_ATTACHMENT_BYTES }, async (_fields, file) => {
    if (!file || file.fileName === '') {
      const message = 'Приложите файл полем «file».';
      return failed('INVALID', message, { errors: [{ path: 'file', message }] });
    }
    return attachDocumentFile(viewer, id, file.fileName, { announced: 0, contents: file.contents }, now);
  });
});
