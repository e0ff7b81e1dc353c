import { callerOf } from '@/app/api/authentication';
import { problem } from '@/app/api/problem';
import { readingShare } from '@/lib/portal/imports/queries';

/** How far the reading of one's own file is, `?key=` as it was sent: for the progress bar of the upload page. */
export async function GET(request: Request): Promise<Response> {
  const caller = await callerOf(request, new Date());
  if (!caller.ok) return problem(caller.failure);
  const key = new URL(request.url).searchParams.get('key') ?? '';
  return Response.json(readingShare(caller.value, key), { headers: { 'cache-control': 'no-store' } });
}
