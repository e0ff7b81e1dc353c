import { apiRoute } from '@/app/api/api-route';
import { changeRoute } from '@/app/api/v1/support-route';
import { changeExamination } from '@/lib/portal/examinations/commands';
import { examinationOf, refusalOfExamination } from '@/lib/portal/examinations/queries';
import { examinationChangeSchema } from '@/lib/portal/examinations/schema';

export const GET = apiRoute({}, ({ viewer, params }) => examinationOf(viewer, params.id ?? ''));

export const PATCH = changeRoute(
  { action: 'examination.change', body: examinationChangeSchema, refusal: refusalOfExamination },
  (id, { viewer, body, now }) => changeExamination(viewer, id, body, now),
);
