import { apiRoute } from '@/app/api/api-route';
import { importsInScope } from '@/lib/portal/imports/queries';
import { importListQuerySchema } from '@/lib/portal/imports/schema';
import { uploadedImport } from './uploaded-import';

export const GET = apiRoute({ query: importListQuerySchema }, ({ viewer, query }) => importsInScope(viewer, query));

/** The body is a form; its file is never held in memory as a whole. */
export const POST = apiRoute({ status: 201 }, ({ viewer, request, now }) => uploadedImport(viewer, request, now));
