import { apiRoute } from '@/app/api/api-route';
import { CSV_TYPE, fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { matrixReportFile } from '@/lib/portal/failure-matrix/queries';
import { matrixExportQuerySchema } from '@/lib/portal/failure-matrix/schema';

export const GET = apiRoute({ query: matrixExportQuerySchema }, async ({ viewer, params, query, now }) => {
  const file = await matrixReportFile(viewer, params.id ?? '', query, now);
  if (!file.ok) return file;
  const { name, body } = file.value;
  return fileResponse(body, query.format === 'xlsx' ? XLSX_TYPE : CSV_TYPE, `${name}.${query.format}`);
});
