import { apiRoute } from '@/app/api/api-route';
import { CSV_TYPE, fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { rankingFile } from '@/lib/portal/lists/queries';
import { exportQuerySchema } from '@/lib/portal/lists/schema';

/** The parameters as a page gets them: a repeated one is a list. */
function repeatedParams(request: Request): Record<string, string | string[]> {
  const search = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const [first = '', ...rest] = search.getAll(name);
      return [name, rest.length > 0 ? [first, ...rest] : first];
    }),
  );
}

export const GET = apiRoute({ query: exportQuerySchema }, async ({ viewer, params, query, request, now }) => {
  const file = await rankingFile(viewer, params.id ?? '', repeatedParams(request), query.format, now);
  if (!file.ok) return file;
  const { name, body } = file.value;
  return fileResponse(body, query.format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, `${name}.${query.format}`);
});
