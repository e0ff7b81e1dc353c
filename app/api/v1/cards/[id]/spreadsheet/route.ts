import { apiRoute } from '@/app/api/api-route';
import { uploadedFile } from '@/app/api/uploaded-file';
import { fileResponse, XLSX_TYPE } from '@/lib/exchange/table-export';
import { MOST_WORKBOOK_BYTES } from '@/lib/exchange/workbook-guard';
import { refusalOfCard } from '@/lib/portal/cards/queries';
import { spreadsheetQuerySchema } from '@/lib/portal/cards/schema';
import { applySpreadsheet, cardSpreadsheet, previewSpreadsheet } from '@/lib/portal/cards/spreadsheet';

/** The card as a prefilled xlsx form. */
export const GET = apiRoute({}, async ({ viewer, params, now }) => {
  const made = await cardSpreadsheet(viewer, params.id ?? '', now);
  return made.ok ? fileResponse(made.value.body, XLSX_TYPE, made.value.name) : made;
});

/** The filled form comes back: `?step=preview` tells what it would change, `?step=apply` changes it, all or nothing. */
export const POST = apiRoute({ query: spreadsheetQuerySchema }, async ({ viewer, params, query, request, now }) => {
  const id = params.id ?? '';
  const refused = await refusalOfCard(viewer, id, 'card.answer');
  if (refused) return { ok: false, failure: refused };
  const file = await uploadedFile(request, MOST_WORKBOOK_BYTES);
  if (!file.ok) return file;
  return query.step === 'apply'
    ? applySpreadsheet(viewer, id, file.value, now)
    : previewSpreadsheet(viewer, id, file.value);
});
