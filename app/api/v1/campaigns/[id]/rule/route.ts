import { apiRoute } from '@/app/api/api-route';
import { changeRule } from '@/lib/portal/lists/commands';
import { ruleChangeSchema } from '@/lib/portal/lists/schema';

export const PUT = apiRoute({ body: ruleChangeSchema }, ({ viewer, params, body, now }) =>
  changeRule(viewer, params.id ?? '', body.rule, now),
);
