import { apiRoute } from '@/app/api/api-route';
import { undoImport } from '@/lib/portal/imports/commands';

export const POST = apiRoute({}, ({ viewer, params, now }) => undoImport(viewer, params.id ?? '', now));
