import { changeRoute } from '@/app/api/v1/support-route';
import { returnProgramme } from '@/lib/portal/programmes/commands';
import { refusalOfProgramme } from '@/lib/portal/programmes/queries';
import { returnProgrammeSchema } from '@/lib/portal/programmes/schema';

export const POST = changeRoute(
  { action: 'programme.return', body: returnProgrammeSchema, refusal: refusalOfProgramme },
  (id, { viewer, body, now, repeatable }) => returnProgramme(viewer, id, body, now, repeatable),
);
