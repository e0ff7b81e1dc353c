import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { addDocument } from '@/lib/portal/documents/commands';
import { documentsInScope } from '@/lib/portal/documents/queries';
import { documentQuerySchema, documentSchema } from '@/lib/portal/documents/schema';

export const GET = apiRoute({ query: documentQuerySchema }, ({ viewer, query }) => documentsInScope(viewer, query));

export const POST = apiRoute(
  { body: documentSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'document.add') },
  ({ viewer, body, now }) => addDocument(viewer, body, now),
);
