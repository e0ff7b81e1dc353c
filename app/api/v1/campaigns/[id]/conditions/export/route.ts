import { apiRoute } from '@/app/api/api-route';
import { CSV_TYPE, fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { conditionsFile } from '@/lib/portal/social-conditions/queries';
import { conditionsFileQuerySchema } from '@/lib/portal/social-conditions/schema';

export const GET = apiRoute({ query: conditionsFileQuerySchema }, async ({ viewer, params, query, now }) => {
  const file = await conditionsFile(viewer, params.id ?? '', query.format, now);
  if (!file.ok) return file;
  const { name, body } = file.value;
  return fileResponse(body, query.format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, `${name}.${query.format}`);
});
