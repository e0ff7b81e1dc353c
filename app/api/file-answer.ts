import { Readable } from 'node:stream';

/** A file is data and never a page: it is saved, not opened, and could do nothing if it were. */
export function fileAnswer(file: { name: string; mediaType: string; size: number; contents: Readable }): Response {
  return new Response(Readable.toWeb(file.contents) as ReadableStream, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.size),
      'content-disposition': dispositionOf(file.name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** RFC 6266: the real name for those who know UTF-8, a plain one for the others. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}
