import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { beginProgramme } from '@/lib/portal/programmes/commands';
import { programmesInScope } from '@/lib/portal/programmes/queries';
import { newProgrammeSchema, programmeQuerySchema } from '@/lib/portal/programmes/schema';

export const GET = apiRoute({ query: programmeQuerySchema }, ({ viewer, query }) => programmesInScope(viewer, query));

export const POST = apiRoute(
  { body: newProgrammeSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'programme.begin') },
  ({ viewer, body, now }) => beginProgramme(viewer, body, now),
);
