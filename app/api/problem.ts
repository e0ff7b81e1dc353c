import type { Failure } from '@/lib/domain/failure';
import { PROBLEMS, problemType } from '@/lib/portal/api-description/problems';

/** RFC 9457 problem details: type, title, status, detail in Russian, errors where fields are at fault. */
export function problem(failure: Failure, status = PROBLEMS[failure.code].status): Response {
  const { title } = PROBLEMS[failure.code];
  const body = {
    ...failure.extra,
    type: problemType(failure.code),
    title,
    status,
    detail: failure.detail,
    errors: failure.errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
