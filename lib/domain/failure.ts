/** What can go wrong by the rules of the portal. Exceptions are for what nobody expected. */
export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'NOT_EDITABLE'
  | 'WRONG_STATE'
  | 'STALE_VERSION'
  | 'INCOMPLETE'
  | 'INVALID'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_TYPE'
  | 'TOO_MANY';

/** One field at fault: `path` names it (a criterion's code, a form field), `message` is Russian and says what to do. */
export interface FieldError {
  path: string;
  message: string;
}

/** A refusal as a value: `detail` is Russian and says what to do, `extra` goes into the API's problem beside it. */
export interface Failure {
  code: FailureCode;
  detail: string;
  errors?: FieldError[];
  extra?: Record<string, unknown>;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function failed(
  code: FailureCode,
  detail: string,
  more: Omit<Failure, 'code' | 'detail'> = {},
): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, detail, ...more } };
}
