import { apiRoute } from '@/app/api/api-route';
import { applyImport } from '@/lib/portal/imports/commands';

export const POST = apiRoute({}, ({ viewer, params, now }) => applyImport(viewer, params.id ?? '', now));
