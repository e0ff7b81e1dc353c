import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changeDocument } from '@/lib/portal/documents/commands';
import { documentOf, refusalOfDocument } from '@/lib/portal/documents/queries';
import { documentChangeSchema } from '@/lib/portal/documents/schema';

export const GET = apiRoute({}, ({ viewer, params }) => documentOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'document.change', body: documentChangeSchema, refusal: refusalOfDocument },
  (id, { viewer, body, now }) => changeDocument(viewer, id, body, now),
);
