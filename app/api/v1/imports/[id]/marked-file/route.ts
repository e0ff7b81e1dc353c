import { Readable } from 'node:stream';
import { apiRoute } from '@/app/api/api-route';
import { fileHeaders } from '@/lib/exchange/table-export';
import { markedImport } from '@/lib/portal/imports/queries';

/** The file as it came in, with the cells marked that fail; written while it is read. */
export const GET = apiRoute({}, async ({ viewer, params }) => {
  const marked = await markedImport(viewer, params.id ?? '');
  if (!marked.ok) return marked;
  const { contents, type, name } = marked.value;
  return new Response(Readable.toWeb(Readable.from(inBytes(contents))) as ReadableStream, {
    headers: fileHeaders(type, name),
  });
});

/** A web stream carries bytes, never text. */
async function* inBytes(contents: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of contents) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}
