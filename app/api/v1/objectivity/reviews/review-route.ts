import type { z } from 'zod';
import { type ApiCall, apiRoute } from '@/app/api/api-route';
import type { Action } from '@/lib/access/policy';
import type { Outcome } from '@/lib/domain/failure';
import { refusalOfReview } from '@/lib/portal/objectivity-reviews/queries';

/** A step of the review of the address, `[id]`: scope and role are refused before a wrong body is. */
export function reviewRoute<Body extends z.ZodType>(
  spec: { action: Action; body: Body },
  handle: (id: string, call: ApiCall<undefined, z.output<Body>>) => Promise<Outcome<unknown>>,
) {
  return apiRoute(
    { body: spec.body, refusal: (viewer, params) => refusalOfReview(viewer, params.id ?? '', spec.action) },
    (call) => handle(call.params.id ?? '', { ...call, query: undefined }),
  );
}
