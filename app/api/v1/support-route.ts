import type { z } from 'zod';
import { type ApiCall, apiRoute } from '@/app/api/api-route';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Failure, Outcome } from '@/lib/domain/failure';

/** A change of the thing of the address, `[id]`: scope and role are refused before a wrong body is. */
export function changeRoute<Body extends z.ZodType>(
  spec: {
    action: Action;
    body: Body;
    refusal: (viewer: Viewer, id: string, action: Action) => Promise<Failure | null>;
  },
  handle: (id: string, call: ApiCall<undefined, z.output<Body>>) => Promise<Outcome<unknown>>,
) {
  const { action, body, refusal } = spec;
  return apiRoute({ body, refusal: (viewer, params) => refusal(viewer, params.id ?? '', action) }, (call) =>
    handle(call.params.id ?? '', { ...call, query: undefined }),
  );
}
