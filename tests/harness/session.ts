/** Signing in over HTTP as a browser does it, and calling the API with that session. */

export interface Session {
  /** a request with the session's cookies, from the portal's own origin; JSON when there is a body */
  call(method: string, path: string, body?: unknown): Promise<Response>;
  /** sends a form of a page as a browser without JavaScript does */
  send(path: string, form: FormData): Promise<Response>;
}

/** Signs in with next-auth's credentials form. Throws when the portal does not let the account in. */
export async function signIn(address: string, email: string, password = 'smolensk-demo'): Promise<Session> {
  const jar = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    headers.set('origin', address);
    const response = await fetch(`${address}${path}`, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const { csrfToken } = (await (await request('/api/auth/csrf')).json()) as { csrfToken: string };
  await request('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  if (![...jar.keys()].some((name) => name.endsWith('next-auth.session-token')))
    throw new Error(`${email} was not let in`);
  return {
    call: (method, path, body) =>
      request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    send: (path, form) => request(path, { method: 'POST', body: form }),
  };
}
