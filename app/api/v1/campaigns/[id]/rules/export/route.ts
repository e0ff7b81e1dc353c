import { apiRoute } from '@/app/api/api-route';
import { CSV_TYPE, fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { rulesFile } from '@/lib/portal/federal-rule/queries';
import { rulesFileQuerySchema } from '@/lib/portal/federal-rule/schema';

export const GET = apiRoute({ query: rulesFileQuerySchema }, async ({ viewer, params, query, now }) => {
  const file = await rulesFile(viewer, params.id ?? '', query.format, now);
  if (!file.ok) return file;
  const { name, body } = file.value;
  return fileResponse(body, query.format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, `${name}.${query.format}`);
});
