/** Calls of the API without a server: the route handlers themselves, with the session cookie that next-auth makes. */
import { encode } from 'next-auth/jwt';
import type { SessionClaims } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { sessionSecret } from '@/lib/env';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

export interface Call {
  method?: string;
  /** parts of the address: {id: …} */
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export async function cookieOf(viewer: Viewer, sessionVersion = 1): Promise<string> {
  const claims: SessionClaims = { accountId: viewer.accountId, sessionVersion };
  const token = await encode({ token: { ...claims }, secret: sessionSecret(), maxAge: 3600 });
  return `next-auth.session-token=${token}`;
}

/** Calls a route handler as this viewer; null: nobody is signed in. */
export async function callAs(viewer: Viewer | null, handler: Handler, call: Call = {}): Promise<Response> {
  const { method = 'GET', params = {}, query = '', body, headers = {} } = call;
  const request = new Request(`http://127.0.0.1:3000/api/v1/test${query}`, {
    method,
    headers: { host: '127.0.0.1:3000', ...(viewer && { cookie: await cookieOf(viewer) }), ...headers },
    ...(body !== undefined && { body: body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve(params) });
}
