import { apiRoute } from '@/app/api/api-route';
import { CSV_TYPE, fileResponse } from '@/lib/exchange/table-export';
import { importTemplate } from '@/lib/portal/imports/queries';

/** The kind's empty table: csv with «;», UTF-8 with BOM. */
export const GET = apiRoute({}, async ({ viewer, params }) => {
  const template = importTemplate(viewer, params.kind ?? '');
  return template.ok ? fileResponse(template.value.body, CSV_TYPE, template.value.name) : template;
});
