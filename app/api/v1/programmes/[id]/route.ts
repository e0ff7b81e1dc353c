import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changeProgramme } from '@/lib/portal/programmes/commands';
import { programmeOf, refusalOfProgramme } from '@/lib/portal/programmes/queries';
import { programmeChangeSchema } from '@/lib/portal/programmes/schema';

export const GET = apiRoute({}, ({ viewer, params }) => programmeOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'programme.change', body: programmeChangeSchema, refusal: refusalOfProgramme },
  (id, { viewer, body, now }) => changeProgramme(viewer, id, body, now),
);
