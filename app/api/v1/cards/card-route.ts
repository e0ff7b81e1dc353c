import type { z } from 'zod';
import { type ApiCall, apiRoute } from '@/app/api/api-route';
import type { Action } from '@/lib/access/policy';
import type { Outcome } from '@/lib/domain/failure';
import { refusalOfCard } from '@/lib/portal/cards/queries';

/** A call about the card of the address, `[id]`: scope and role are refused before a wrong body is. */
export function cardRoute<Body extends z.ZodType>(
  spec: { action: Action; body: Body; status?: number },
  handle: (cardId: string, call: ApiCall<undefined, z.output<Body>>) => Promise<Outcome<unknown>>,
) {
  return apiRoute(
    {
      body: spec.body,
      ...(spec.status !== undefined && { status: spec.status }),
      refusal: (viewer, params) => refusalOfCard(viewer, params.id ?? '', spec.action),
    },
    (call) => handle(call.params.id ?? '', { ...call, query: undefined }),
  );
}
