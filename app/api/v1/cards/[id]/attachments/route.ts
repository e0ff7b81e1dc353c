import { apiRoute } from '@/app/api/api-route';
import { attachFile } from '@/lib/portal/attachments/commands';
import { attachmentsOf } from '@/lib/portal/attachments/queries';
import { attachmentQuerySchema } from '@/lib/portal/attachments/schema';
import { refusalOfCard } from '@/lib/portal/cards/queries';

export const GET = apiRoute({}, ({ viewer, params }) => attachmentsOf(viewer, params.id ?? ''));

/** The body is the file itself; it is never held in memory as a whole. */
export const POST = apiRoute(
  {
    query: attachmentQuerySchema,
    status: 201,
    refusal: (viewer, params) => refusalOfCard(viewer, params.id ?? '', 'card.attach'),
  },
  ({ viewer, params, query, request, now }) => {
    const announced = Number(request.headers.get('content-length') ?? 0);
    return attachFile(viewer, params.id ?? '', query, { announced, contents: request.body ?? nothing() }, now);
  },
);

async function* nothing(): AsyncGenerator<Uint8Array> {}
