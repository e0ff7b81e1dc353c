import { openApiText } from '@/lib/portal/api-description/queries';

/** What the API can do, for programs; it describes no data, so nobody has to sign in for it. */
export function GET(): Response {
  return new Response(openApiText(), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
}
