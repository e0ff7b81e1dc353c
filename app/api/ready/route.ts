import { isReady } from '@/lib/access/readiness';

const LONGEST_WAIT_MS = 3_000;

/** Whether work can be sent here: 503 while the database is not reachable or migrations are behind. */
export async function GET(): Promise<Response> {
  const waited = new Promise<false>((resolve) => setTimeout(resolve, LONGEST_WAIT_MS, false).unref());
  const ready = await Promise.race([isReady(), waited]);
  const status = ready ? 200 : 503;
  return Response.json({ status: ready ? 'ok' : 'unavailable' }, { status, headers: { 'cache-control': 'no-store' } });
}
