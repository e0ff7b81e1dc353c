import { changeRoute } from '@/app/api/v1/support-route';
import { submitProgramme } from '@/lib/portal/programmes/commands';
import { refusalOfProgramme } from '@/lib/portal/programmes/queries';
import { versionSchema } from '@/lib/portal/programmes/schema';

export const POST = changeRoute(
  { action: 'programme.submit', body: versionSchema, refusal: refusalOfProgramme },
  (id, { viewer, body, now, repeatable }) => submitProgramme(viewer, id, body, now, repeatable),
);
