import { apiRoute } from '@/app/api/api-route';
import { fileResponse } from '@/lib/exchange/table-export';
import { markedImport } from '@/lib/portal/imports/queries';

/** The file as it came in, with the cells marked that fail. */
export const GET = apiRoute({}, async ({ viewer, params }) => {
  const marked = await markedImport(viewer, params.id ?? '');
  return marked.ok ? fileResponse(marked.value.contents, marked.value.type, marked.value.name) : marked;
});
