import { SESSION_COOKIES, viewerFromPersonalToken, viewerFromSessionToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

function cookieValue(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return decoded(value.join('='));
  }
  return undefined;
}

/** What is no URL encoding is no cookie of ours. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A browser names the origin of a change: another one than ours is refused. Programs outside a browser name none. */
function fromForeignOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  if (!origin) return false;
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** Who calls the API: by a bearer token or by the session cookie; a change by cookie must come from our own pages. */
export async function callerOf(request: Request, now: Date): Promise<Outcome<Viewer>> {
  const [scheme, secret] = (request.headers.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() === 'bearer') {
    const viewer = await viewerFromPersonalToken(secret ?? '', 'api', now);
    return viewer ? done(viewer) : failed('UNAUTHENTICATED', 'Токен недействителен. Создайте новый в профиле.');
  }
  for (const name of SESSION_COOKIES) {
    const viewer = await viewerFromSessionToken(cookieValue(request, name));
    if (!viewer) continue;
    // A page that keeps unsent work names the account it belongs to: nobody else's session may send it.
    const account = request.headers.get('moc-account');
    if (account && account !== viewer.accountId) {
      return failed('UNAUTHENTICATED', 'В этом браузере вошли под другой учётной записью. Войдите снова под своей.');
    }
    return CHANGES.has(request.method) && fromForeignOrigin(request)
      ? failed('FORBIDDEN', 'Изменения принимаются только со страниц портала.')
      : done(viewer);
  }
  return failed('UNAUTHENTICATED', 'Войдите в портал и повторите запрос.');
}
