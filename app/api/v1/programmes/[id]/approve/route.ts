import { changeRoute } from '@/app/api/v1/support-route';
import { approveProgramme } from '@/lib/portal/programmes/commands';
import { refusalOfProgramme } from '@/lib/portal/programmes/queries';
import { versionSchema } from '@/lib/portal/programmes/schema';

export const POST = changeRoute(
  { action: 'programme.approve', body: versionSchema, refusal: refusalOfProgramme },
  (id, { viewer, body, now, repeatable }) => approveProgramme(viewer, id, body, now, repeatable),
);
