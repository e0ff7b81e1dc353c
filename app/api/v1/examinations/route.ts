import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { planExamination } from '@/lib/portal/examinations/commands';
import { examinationsInScope } from '@/lib/portal/examinations/queries';
import { examinationQuerySchema, newExaminationSchema } from '@/lib/portal/examinations/schema';

export const GET = apiRoute({ query: examinationQuerySchema }, ({ viewer, query }) =>
  examinationsInScope(viewer, query),
);

export const POST = apiRoute(
  { body: newExaminationSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'examination.change') },
  ({ viewer, body, now }) => planExamination(viewer, body, now),
);
