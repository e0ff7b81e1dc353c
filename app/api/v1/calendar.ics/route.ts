import { createHash } from 'node:crypto';
import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { viewerFromPersonalToken } from '@/lib/access/session';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { publicAddress } from '@/lib/env';
import { CALENDAR_TYPE } from '@/lib/exchange/calendar-file';
import { calendarFeed } from '@/lib/portal/events/queries';

/** Calendar programs send neither cookie nor header: their token stands in the address. A browser comes with its session. */
async function subscriber(request: Request, now: Date): Promise<Outcome<Viewer>> {
  const secret = new URL(request.url).searchParams.get('token');
  if (secret === null) return callerOf(request, now);
  const viewer = await viewerFromPersonalToken(secret, 'calendar', now);
  return viewer
    ? done(viewer)
    : failed('UNAUTHENTICATED', 'Адрес подписки недействителен. Создайте новый токен календаря в профиле.');
}

export async function GET(request: Request): Promise<Response> {
  const caller = await subscriber(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const deadlines = new URL(request.url).searchParams.get('deadlines') === '1';
  const feed = await calendarFeed(caller.value, publicAddress(), { deadlines });
  if (!feed.ok) return problem(feed.failure);
  const etag = `"${createHash('sha256').update(feed.value).digest('base64url')}"`;
  // programs ask every hour and keep the text themselves; nothing on the way may
  const headers = { etag, 'cache-control': 'private, no-store' };
  if (sameAs(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(feed.value, {
    headers: {
      ...headers,
      'content-type': CALENDAR_TYPE,
      'content-disposition': 'inline; filename="calendar.ics"',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Whether the caller holds this text already; a proxy may have made the tag a weak one. */
const sameAs = (held: string | null, etag: string): boolean =>
  (held ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
