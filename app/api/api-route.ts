import { createHash } from 'node:crypto';
import type { ZodError, z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { isId } from '@/lib/domain/id';
import type { RepeatableCall } from '@/lib/portal/answered-calls/commands';
import { callerOf } from './authentication';
import { problem } from './problem';

const MOST_BODY_BYTES = 1024 * 1024;

interface Spec<Query extends z.ZodType, Body extends z.ZodType> {
  query?: Query;
  body?: Body;
  /** the status of a success; 200 unless told */
  status?: number;
  /**
   * Asked when the query or body is wrong: what lies outside the caller's scope or rights is refused as such (404, 403),
   * whatever was sent
   */
  refusal?: (viewer: Viewer, params: Record<string, string>) => Promise<Failure | null>;
}

/** What a handler gets: who calls, the address's parts (ids are valid UUIDs), the parsed query and body. */
export interface ApiCall<Query, Body> {
  viewer: Viewer;
  params: Record<string, string>;
  query: Query;
  body: Body;
  now: Date;
  /** the Idempotency-Key of the call, for commands that must not happen twice */
  repeatable: RepeatableCall | undefined;
  request: Request;
}

/** An address without a dynamic part has no params. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/**
 * One address of the API: authenticates, parses, calls, answers. The handler gives an Outcome (as JSON or problem) or a
 * Response of its own (files).
 */
export function apiRoute<Query extends z.ZodType, Body extends z.ZodType>(
  spec: Spec<Query, Body>,
  handle: (call: ApiCall<z.output<Query>, z.output<Body>>) => Promise<Outcome<unknown> | Response>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const now = new Date();
    const caller = await callerOf(request, now);
    if (!caller.ok) return problem(caller.failure);
    const params = await paramsOf(context);
    if (!params.ok) return problem(params.failure);
    const input = await inputOf(spec, request);
    if (!input.ok) {
      const refused = await spec.refusal?.(caller.value, params.value);
      return refused ? problem(refused) : problem(input.failure, input.status);
    }
    const { query, body, text } = input;

    const answer = await handle({
      viewer: caller.value,
      params: params.value,
      query,
      body,
      now,
      repeatable: repeatableCall(request, text),
      request,
    });
    if (answer instanceof Response) return answer;
    if (!answer.ok) return problem(answer.failure);
    const status = spec.status ?? (answer.value === undefined ? 204 : 200);
    return new Response(status === 204 ? null : JSON.stringify(answer.value), {
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    });
  };
}

type Input<Query, Body> =
  | { ok: true; query: Query; body: Body; text: string }
  | { ok: false; failure: Failure; status?: number };

async function inputOf<Query extends z.ZodType, Body extends z.ZodType>(
  spec: Spec<Query, Body>,
  request: Request,
): Promise<Input<z.output<Query>, z.output<Body>>> {
  const query = parsed(spec.query, Object.fromEntries(new URL(request.url).searchParams));
  if (!query.ok) return query;
  const text = spec.body ? await textOf(request) : done('');
  if (!text.ok) return text;
  const json = spec.body ? jsonOf(text.value) : done(undefined);
  if (!json.ok) return { ...json, status: 400 };
  const body = parsed(spec.body, json.value);
  return body.ok ? { ok: true, query: query.value, body: body.value, text: text.value } : body;
}

async function paramsOf(context: Context): Promise<Outcome<Record<string, string>>> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries((await context.params) ?? {})) {
    const text = String(value);
    if ((name === 'id' || name.endsWith('Id')) && !isId(text))
      return failed('NOT_FOUND', 'Не найдено. Проверьте адрес.');
    params[name] = text;
  }
  return done(params);
}

async function textOf(request: Request): Promise<Outcome<string>> {
  const tooLarge = failed('TOO_LARGE', 'Запрос больше 1 МБ. Разделите его на части.');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY_BYTES) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BODY_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  return done(Buffer.concat(chunks).toString('utf8'));
}

function jsonOf(text: string): Outcome<unknown> {
  if (text.trim() === '') return done({});
  try {
    return done(JSON.parse(text));
  } catch {
    return failed('INVALID', 'Тело запроса — не JSON. Проверьте кавычки и запятые.');
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema | undefined, value: unknown): Outcome<z.output<Schema>> {
  if (!schema) return done(undefined as z.output<Schema>);
  const result = schema.safeParse(value);
  return result.success ? done(result.data) : { ok: false, failure: invalid(result.error) };
}

function invalid(error: ZodError) {
  const errors = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  return failed('INVALID', 'Проверьте данные запроса: ошибки перечислены по полям.', { errors }).failure;
}

function repeatableCall(request: Request, body: string): RepeatableCall | undefined {
  const key = request.headers.get('idempotency-key');
  if (!key) return undefined;
  const { pathname } = new URL(request.url);
  return {
    key: key.slice(0, 200),
    requestHash: createHash('sha256').update(`${request.method} ${pathname} ${body}`).digest('hex'),
  };
}
