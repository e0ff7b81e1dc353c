import { Readable } from 'node:stream';
import { apiRoute } from '@/app/api/api-route';
import { removeAttachment } from '@/lib/portal/attachments/commands';
import { attachedFile } from '@/lib/portal/attachments/queries';

/** A file is data and never a page: it is saved, not opened, and could do nothing if it were. */
export const GET = apiRoute({}, async ({ viewer, params }) => {
  const found = await attachedFile(viewer, params.id ?? '', params.attachmentId ?? '');
  if (!found.ok) return found;
  const { attachment, contents } = found.value;
  return new Response(Readable.toWeb(contents) as ReadableStream, {
    headers: {
      'content-type': attachment.mediaType,
      'content-length': String(attachment.size),
      'content-disposition': dispositionOf(attachment.name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
});

export const DELETE = apiRoute({}, ({ viewer, params, now }) =>
  removeAttachment(viewer, params.id ?? '', params.attachmentId ?? '', now),
);

/** RFC 6266: the real name for those who know UTF-8, a plain one for the others. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
